/** The form that downloads the bundle of one person: a reason of its own, and, of an opened seal, the address if the bundle is to show it. */
import type { StaffContext } from "../../env.ts";
import type { Problem } from "../../forms.ts";
import { Actions, Button, DeskForm, Section } from "../parts.tsx";
import { AddressField, GroundFields } from "./desk.tsx";
import { can, PROOFS, voice } from "./shared.tsx";

export interface ExportFormProps {
  c: StaffContext;
  of: { personId: string } | { openingId: string };
  values?: Record<string, string>;
  problems?: Problem[] | undefined;
}

export function ExportForm({ c, of, values = {}, problems }: ExportFormProps) {
  const t = voice(c);
  if (!can(c, "proof.export")) return null;
  const sealed = "openingId" in of;
  return (
    <div class="no-print">
      <Section title={t("export.title")} id="export" lede={t(sealed ? "export.text.sealed" : "export.text.held")}>
        <DeskForm action={`${PROOFS}/export/person`}>
          <input type="hidden" name={sealed ? "opening" : "person"} value={sealed ? of.openingId : of.personId} />
          {sealed && (
            <AddressField c={c} value={values.address} problems={problems} optional hint={t("export.address")} />
          )}
          <GroundFields c={c} values={values} problems={problems} leaves />
          <Actions>
            <Button>{t("export.act")}</Button>
          </Actions>
        </DeskForm>
      </Section>
    </div>
  );
}

/** In which encoding a file is, where nothing in it says so: the same names in both, and a person chooses. */
import type { BothWays } from "../../../domain/imports/views/both-ways.ts";
import type { StaffContext } from "../../env.ts";
import { Actions, Button, Radios, Section } from "../parts.tsx";
import { importPath, type Shown, voice } from "./shared.tsx";

export function EncodingChoice({
  c,
  shown: { job },
  readings,
}: {
  c: StaffContext;
  shown: Shown;
  readings: BothWays[];
}) {
  const t = voice(c);
  if (readings.length === 0) return null;
  return (
    <Section title={t("encoding")} lede={t("encoding.lede")}>
      <form method="post" action={`${importPath(job.id)}/encoding`}>
        <Radios
          name="encoding"
          legend={t("encoding.legend")}
          value={job.findings.encoding}
          options={readings.map(({ encoding, names }) => ({
            value: encoding,
            label: t(`encoding.${encoding}`),
            hint: names.join(", ") || t("encoding.none"),
          }))}
        />
        <div class="above-4">
          <Actions>
            <Button variant="secondary">{t("encoding.act")}</Button>
          </Actions>
        </div>
      </form>
    </Section>
  );
}

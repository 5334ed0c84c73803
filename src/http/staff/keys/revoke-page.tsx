/** Asks once more before a key ends: programs stop working. */
import type { Key } from "../../../domain/api-keys/views.ts";
import type { StaffContext } from "../../env.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, Decide, DeskForm } from "../parts.tsx";
import { KEYS, voice } from "./shared.ts";

export function revokePage(c: StaffContext, key: Key): Promise<Response> {
  const t = voice(c);
  return deskPage(c, {
    title: t("revoke.title", { name: key.name }),
    current: "access",
    back: { href: KEYS, label: t("title") },
    children: (
      <Decide title={t("revoke.act")} danger>
        <p>{t("revoke.text")}</p>
        <DeskForm action={`${KEYS}/${key.id}/revoke`}>
          <Actions>
            <Button danger>{t("revoke.act")}</Button>
          </Actions>
        </DeskForm>
      </Decide>
    ),
  });
}

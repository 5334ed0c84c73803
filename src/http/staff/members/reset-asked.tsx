/** A request to take a lost second factor off, before whoever may decide: two people, and the member is neither. */
import { say } from "../../../texts/say.ts";
import { staffEndingTexts } from "../../../texts/staff-ending.ts";
import type { StaffContext } from "../../env.ts";
import { Actions, Button, Decide } from "../parts.tsx";

export const ACCESS = "/staff/access";

/** `own`: asked by whoever looks at it, who does not decide. */
export function ResetAsked(p: {
  c: StaffContext;
  id: string;
  /** When it was asked, ms: only this request is decided. */
  askedAt: number;
  asker: string;
  reason: string;
  own: boolean;
  of?: string;
}) {
  const t = say(staffEndingTexts, p.c.var.lang);
  return (
    <Decide title={p.of ? `${t("second.asked")}: ${p.of}` : t("second.asked")} id={`reset-${p.id}`}>
      <p>{t("second.asked.by", { name: p.asker, reason: p.reason })}</p>
      {p.own && <p class="quiet">{t("second.asked.own")}</p>}
      <form method="post" action={`${ACCESS}/reset/${p.id}`}>
        <input type="hidden" name="asked" value={p.askedAt} />
        <Actions>
          {!p.own && (
            <Button name="decision" value="grant" danger>
              {t("second.grant")}
            </Button>
          )}
          <Button name="decision" value="drop" variant="secondary">
            {t("second.drop")}
          </Button>
        </Actions>
      </form>
    </Decide>
  );
}

/** How last mails went, on `/staff/work`: numbers only. Their rows live for minutes, so there is nothing to decide. */
import { readLastMailCounts } from "../../../domain/last-mails/views.ts";
import { showNumber } from "../../../texts/dates.ts";
import { lastMailTexts } from "../../../texts/last-mail.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { DataTable } from "../parts.tsx";

const SHOWN_MS = 30 * 24 * 3_600_000;

type Counts = Awaited<ReturnType<typeof readLastMailCounts>>;

/** Undefined where they are switched off and there were none. */
export async function lastMailsOf(c: StaffContext): Promise<Counts | undefined> {
  const { deps, institution } = c.var;
  const counts = await readLastMailCounts(deps.db, deps.clock.now() - SHOWN_MS);
  return institution.lastMail || Object.values(counts).some((n) => n > 0) ? counts : undefined;
}

export function LastMails({ c, counts }: { c: StaffContext; counts: Counts }) {
  const { lang, institution } = c.var;
  const t = say(lastMailTexts, lang);
  const rows = (["sent", "waiting", "late", "refused", "unknown"] as const).filter(
    (outcome) => outcome === "sent" || outcome === "waiting" || counts[outcome] > 0,
  );
  return (
    <section class="above-4" aria-labelledby="last-mails">
      <h2 id="last-mails">{t("counts.title")}</h2>
      <p>{t("counts.lede")}</p>
      <DataTable
        label={t("counts.what")}
        width="narrow"
        columns={[{ head: t("counts.what") }, { head: t("counts.n"), num: true }]}
        rows={rows.map((outcome) => ({ cells: [t(`counts.${outcome}`), showNumber(counts[outcome], lang)] }))}
      />
      {!institution.lastMail && <p class="small quiet">{t("counts.off")}</p>}
    </section>
  );
}

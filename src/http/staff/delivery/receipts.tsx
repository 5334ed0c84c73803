/** Receipts that did not go out, on `/staff/work`: how many and why, and one press that sends them again. */
import { sendReceiptsAgain } from "../../../domain/consent/send-receipts-again.ts";
import { readUnsent } from "../../../domain/consent/views/receipt.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal } from "../../../refusal.ts";
import { showDateTime, showNumber } from "../../../texts/dates.ts";
import { say } from "../../../texts/say.ts";
import { unsentReceiptTexts } from "../../../texts/unsent-receipts.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { readForm } from "../../forms.ts";
import { Button, DataTable } from "../parts.tsx";

export type Unsent = Awaited<ReturnType<typeof readUnsent>>;

/** Undefined where there are none. */
export async function unsentOf(c: StaffContext): Promise<Unsent | undefined> {
  const unsent = await readUnsent(c.var.deps.db);
  return unsent.givenUp + unsent.unknown > 0 ? unsent : undefined;
}

export function UnsentReceipts({ c, unsent }: { c: StaffContext; unsent: Unsent }) {
  const { lang, institution } = c.var;
  const t = say(unsentReceiptTexts, lang);
  const { givenUp, unknown, since } = unsent;
  const rows = [
    ...(givenUp > 0 ? [{ cells: [t("given-up"), showNumber(givenUp, lang), t("given-up.why")] }] : []),
    ...(unknown > 0 ? [{ cells: [t("unknown"), showNumber(unknown, lang), t("unknown.why")] }] : []),
  ];
  return (
    <section class="above-4" aria-labelledby="receipts">
      <h2 id="receipts">{t("title")}</h2>
      <p>{t("lede")}</p>
      <DataTable
        label={t("what")}
        width="stack"
        columns={[{ head: t("what") }, { head: t("n"), num: true }, { head: t("why") }]}
        rows={rows}
      />
      {since !== undefined && (
        <p class="small quiet">
          {t("since")} {showDateTime(since, { lang, zone: institution.timeZone, form: "table" })}
        </p>
      )}
      {may(c.var.actor, "delivery.decide") === undefined && (
        <form class="desk-acts above-3" method="post" action="/staff/work/receipts">
          <input type="hidden" name="n" value={givenUp + unknown} />
          <Button variant="secondary">{t("again")}</Button>
          {unknown > 0 && <span class="small quiet">{t("again.twice")}</span>}
        </form>
      )}
    </section>
  );
}

export async function sendAgain(c: StaffContext): Promise<Response> {
  const n = Number((await readForm(c)).text("n"));
  const result = await sendReceiptsAgain(c.var.deps, c.var.actor, { n });
  return isRefusal(result) ? refusedPage(c, result, "desk") : c.redirect("/staff/work?done=receipts", 303);
}

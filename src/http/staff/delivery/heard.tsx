/** What the mail service reports: whether its events arrive, and how many name nothing of ours. */
import { type Heard, readHeard } from "../../../domain/messages/views/heard.ts";
import { showDateTime, showNumber } from "../../../texts/dates.ts";
import { heardTexts } from "../../../texts/heard.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { DataTable } from "../parts.tsx";

const DAYS = 7;
type TypeKey = Exclude<
  keyof (typeof heardTexts)["lv"],
  "title" | "lede" | "none" | "what" | "ours" | "others" | "newest"
>;

/** The events of the last days; nothing where mail goes out by a way that reports nothing. */
export async function heardOf(c: StaffContext): Promise<readonly Heard[] | undefined> {
  const { db, clock, mailer } = c.var.deps;
  const heard = await readHeard(db, clock.now() - DAYS * 86_400_000);
  return heard.length > 0 || mailer.name === "resend" ? heard : undefined;
}

export function HeardTable({ c, heard }: { c: StaffContext; heard: readonly Heard[] }) {
  const { lang, institution } = c.var;
  const t = say(heardTexts, lang);
  const nameOf = (type: string) => t((type in heardTexts.lv ? type : "other") as TypeKey);
  return (
    <section class="above-6" aria-labelledby="heard">
      <h2 id="heard">{t("title")}</h2>
      <p class="quiet">{t(heard.length > 0 ? "lede" : "none")}</p>
      {heard.length > 0 && (
        <DataTable
          label={t("title")}
          width="stack"
          columns={[
            { head: t("what") },
            { head: t("ours"), num: true },
            { head: t("others"), num: true },
            { head: t("newest") },
          ]}
          rows={heard.map(({ type, ours, others, newest }) => ({
            cells: [
              nameOf(type),
              showNumber(ours, lang),
              showNumber(others, lang),
              showDateTime(newest, { lang, zone: institution.timeZone, form: "table" }),
            ],
          }))}
        />
      )}
    </section>
  );
}

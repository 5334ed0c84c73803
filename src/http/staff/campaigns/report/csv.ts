/** `GET /staff/mailings/:id/report.csv`: the same report as a file, one fact a line. */
import { csvLine } from "../../../../domain/imports/file/write-csv.ts";
import { may } from "../../../../domain/staff/rules.ts";
import { refuse } from "../../../../refusal.ts";
import { outcomeTexts } from "../../../../texts/outcomes.ts";
import { reportTexts } from "../../../../texts/report.ts";
import { say } from "../../../../texts/say.ts";
import type { StaffContext } from "../../../env.ts";
import { refusedPage } from "../../../failures.tsx";
import { mailingOf } from "../frame.tsx";
import { type Line, makeReport, reasonText } from "./content.ts";
import { answersOf, outcomesOf } from "./page.tsx";

export async function reportCsv(c: StaffContext): Promise<Response> {
  const no = may(c.var.actor, "desk.see");
  if (no) return refusedPage(c, no, "desk");
  const mailing = await mailingOf(c);
  if (!mailing || mailing.state === "draft") return refusedPage(c, refuse("campaigns.unknown"), "desk");
  const t = say(reportTexts, c.var.lang);
  const { what, numbers: n, reasons, ways, read, acts } = await makeReport(c, mailing);
  const lines: string[] = [];
  const add = (section: string, { item, value, at, who, index, leaf }: Line) =>
    lines.push(
      csvLine([
        section,
        item,
        value,
        at === undefined ? "" : new Date(at).toISOString(),
        who ?? "",
        index === undefined ? "" : index,
        leaf ?? "",
      ]),
    );
  for (const line of what) add(t("what.title"), line);
  const result = t("result.title");
  add(result, { item: t("result.audience"), value: String(n.audience) });
  for (const o of outcomesOf(n)) add(result, { item: t(`result.${o}`), value: String(n[o]) });
  for (const a of answersOf(n)) add(t("result.answers"), { item: t(`result.${a}`), value: String(n[a]) });
  for (const r of reasons) add(t("reasons.title"), { item: reasonText(c, r), value: String(r.n) });
  for (const w of ways)
    add(t("ways.title"), { item: say(outcomeTexts, c.var.lang)(`ways.${w.way}`), value: String(w.n) });
  for (const w of read.waves)
    for (const [name, value] of [
      ["result.people", w.people],
      ["result.sent", w.sent],
      ["result.yes", w.yes],
      ["result.no", w.no],
      ["result.bounced", w.bounced],
    ] as const)
      add(t("waves.title"), {
        item: `${t(`waves.${w.kind}`)}: ${t(name)}`,
        value: String(value),
        at: w.at ?? undefined,
      });
  for (const act of acts) add(t("acts.title"), act);
  for (const p of read.pages)
    add(t("pages.title"), { item: t(`pages.${p.typ as "consent.expired"}`), value: String(p.people) });
  for (const [language, text] of Object.entries(mailing.frozen?.texts ?? {})) {
    const section = t("words.mail", { language: t(language === "en" ? "lang.en" : "lang.lv") });
    add(section, { item: t("words.subject"), value: text.subject });
    add(section, { item: t("words.heading"), value: text.heading });
    add(section, { item: t("words.lead"), value: text.lead });
  }
  for (const { language, sha256, body } of read.texts)
    add(t("words.page", { language: t(language === "en" ? "lang.en" : "lang.lv") }), {
      item: `SHA-256 ${sha256}`,
      value: body,
    });
  if (read.head) {
    add(t("log.title"), { item: t("log.size"), value: String(read.head.size) });
    add(t("log.title"), { item: t("log.root"), value: read.head.root });
  }
  const head = csvLine(
    (["section", "item", "value", "when", "who", "entry", "leaf"] as const).map((name) => t(`csv.${name}`)),
  );
  c.header("Content-Type", "text/csv; charset=utf-8");
  c.header("Content-Disposition", `attachment; filename="report-${mailing.id.slice(0, 8)}.csv"`);
  c.header("Cache-Control", "no-store");
  return c.body(`\uFEFF${head}${lines.join("")}`);
}

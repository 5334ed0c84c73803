/** In a report: the mailings that were to ask the person, with his part in them proved; and what the institution did in a campaign. */
import { escapeText } from "../../../notices/rules.ts";
import type { ReportAct, ReportAsked, ReportInput } from "./content.ts";
import { factsTable, headed, section } from "./html.ts";
import type { Voice } from "./words.ts";

export function askedSection(one: ReportAsked, { t: report, asked: t, act, moment, number }: Voice): string {
  const entry =
    one.index === undefined
      ? escapeText(report("entry.none"))
      : `${escapeText(report("entry.value", { index: number(one.index) }))}<br><code>${escapeText(one.eid)}</code>`;
  return `<section class="record">
<h2>${escapeText(t("title", { title: one.title }))}</h2>
${factsTable([
  [t("what"), `<strong>${escapeText(act(one.typ))}</strong>`],
  [t("when"), escapeText(moment(one.at))],
  [report("stands"), escapeText(report("vouched.institution"))],
  [t("people"), escapeText(t("people.value", { n: one.people }))],
  [t("entry"), entry],
])}
</section>`;
}

/** Acts of a campaign, a row each. */
export function actsSection(acts: readonly ReportAct[], { asked: t, act, moments, number }: Voice): string {
  if (acts.length === 0) return "";
  const rows = acts.map(
    ({ typ, at, index }) =>
      `<tr><td>${escapeText(moments(at))}</td><td>${escapeText(act(typ))}</td><td class="num"${headed(t("entry"))}>${index === undefined ? "–" : number(index)}</td></tr>`,
  );
  const heads = [t("when"), t("what"), t("entry")].map((name) => `<th scope="col">${escapeText(name)}</th>`).join("");
  return section(
    t("acts.title"),
    `<p>${escapeText(t("acts.lede"))}</p>
<table class="many"><thead><tr>${heads}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table>`,
  );
}

/** What a bundle cannot show of the mail and of who was asked. */
export function notShownOfMail({ scope, records, asked = [], rows }: ReportInput, { asked: t }: Voice): string[] {
  if (scope.kind !== "person") return rows?.length ? [t("not.mail"), t("not.asked.many")] : [];
  const answered = new Set(records.flatMap(({ events }) => events.flatMap(({ said }) => said.mailing ?? [])));
  const unproved = [...answered].some((id) => !asked.some(({ mailing }) => mailing === id));
  return records.length === 0 ? [] : [t("not.mail"), ...(unproved ? [t("not.asked")] : [])];
}

/**
 * The report as one HTML file that opens and prints anywhere: nothing is fetched, no script runs, its policy forbids both. A
 * person who knows nothing of this program reads first who stands behind the proof, then question, answer, when, how and the
 * exact text, then what the proof shows and what it does not. The same content gives the same bytes.
 */
import { escapeText } from "../../../notices/rules.ts";
import { evidenceClass } from "../evidence.ts";
import { actOf, type ReportInput, type ReportRecord, voucherOf } from "./content.ts";
import { eventSection } from "./event.ts";
import { factsTable, list, named, paragraph, section } from "./html.ts";
import { STYLE } from "./style.ts";
import { ACTS, type Voice } from "./words.ts";

/** Most records that are told one by one, event by event; above it they stand in a table. */
const TOLD = 20;

/** Writes it. */
export function reportPage(input: ReportInput, voice: Voice): string {
  const { t, lang } = voice;
  const alone = input.scope.kind === "person";
  const title = alone ? t("title") : t("title.many");
  const vouched = voucherOf(input.records);
  const parts = [
    ...(vouched ? [`<p class="vouched">${escapeText(t(`vouched.${vouched}`))}</p>`] : []),
    `<h1>${escapeText(title)}</h1>`,
    ...aboutParts(input, voice),
    head(input, voice),
    ...(input.records.length === 0 ? [paragraph(t("none"))] : []),
    ...(input.records.length <= TOLD ? input.records.map((record) => told(record, voice)) : [table(input, voice)]),
    shows(input, voice),
    section(
      t("check"),
      list([t("check.open"), t("check.command"), t("check.keys", { url: `${input.publicUrl}/log/` })]),
    ),
    `<footer>${paragraph(t("personal"))}</footer>`,
  ];
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeText(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${parts.join("\n")}
</main>
</body>
</html>
`;
}

function aboutParts({ scope, part, records }: ReportInput, { t, lang, moments, number }: Voice): string[] {
  const about =
    scope.kind === "campaign"
      ? t("about.campaign", { title: scope.title })
      : scope.kind === "purpose"
        ? t("about.purpose", { purpose: named(scope.names, lang), from: moments(scope.from), to: moments(scope.to) })
        : undefined;
  return [
    ...(about ? [paragraph(about, "lead")] : []),
    ...(part && part.of > 1 ? [paragraph(t("part", { n: number(part.n), of: number(part.of) }))] : []),
    ...(scope.kind === "person" ? [] : [paragraph(t("count", { n: records.length }))]),
  ];
}

function head({ institution, origin, head: sealed }: ReportInput, { t, lang, number }: Voice): string {
  const { names, registrationNumber, legalAddress, dataProtectionOfficer: officer, email } = institution;
  const name = lang === "lv" ? names.lv.nom : names.en;
  return factsTable([
    [t("issuer"), escapeText(t("issuer.value", { name, number: registrationNumber, address: legalAddress }))],
    [t("officer"), escapeText([officer.name, officer.email || email].filter(Boolean).join(", "))],
    [t("log"), `<code>${escapeText(origin)}</code>`],
    [
      t("head"),
      sealed
        ? `${escapeText(t("head.value", { size: number(sealed.size) }))}<br><code>${escapeText(sealed.root)}</code>`
        : escapeText(t("head.none")),
    ],
  ]);
}

/** One record, act by act. */
function told({ rec, purpose, events }: ReportRecord, voice: Voice): string {
  const { t, lang } = voice;
  return `<section class="record">
<h2>${escapeText(named(purpose, lang))}</h2>
<p class="small">${escapeText(t("record"))} <code>${escapeText(rec)}</code></p>
${events.map((event, i) => eventSection(event, i + 1, voice)).join("\n")}
</section>`;
}

/** Many records, a row each: the last act, and who stands behind it. */
function table({ records }: ReportInput, { t, moments, number }: Voice): string {
  const rows = records.map(({ rec, events }) => {
    const last = events.at(-1);
    if (!last) return "";
    const act = actOf(last.said.typ);
    const known = ACTS.find((one) => one === act) ?? "other";
    return `<tr><td><code>${escapeText(rec)}</code></td><td>${escapeText(t(`act.${known}`))}</td><td>${escapeText(
      moments(Date.parse(last.said.at)),
    )}</td><td>${escapeText(t(`vouched.${evidenceClass(last.said)}.short`))}</td><td class="num">${number(events.length)}</td></tr>`;
  });
  const heads = [t("record"), t("state"), t("when"), t("stands"), t("acts")];
  return `<table class="many"><thead><tr>${heads.map((name) => `<th scope="col">${escapeText(name)}</th>`).join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table>`;
}

function shows({ records, stamped, scope }: ReportInput, { t, moment }: Voice): string {
  const events = records.flatMap((record) => record.events);
  if (events.length === 0) return "";
  const vouched = new Set(events.map(({ said }) => evidenceClass(said)));
  const disclosed = events.some(({ details }) => details.some(({ name }) => name === "email"));
  const yes = [
    t("shows.bytes"),
    stamped ? t("shows.time", { when: moment(stamped.at), authority: stamped.authority }) : t("shows.no-time"),
    ...(events.some(({ texts }) => texts.some(({ body }) => body !== undefined)) ? [t("shows.text")] : []),
    ...(disclosed ? [t("shows.address")] : []),
  ];
  const no = [
    ...(vouched.has("holder") ? [t("shows.not.who")] : []),
    ...(vouched.has("institution") || vouched.has("provider") ? [t("shows.not.true")] : []),
    t("shows.not.later"),
    ...(disclosed || scope.kind !== "person" ? [] : [t("shows.no-address")]),
  ];
  return section(t("shows"), list(yes)) + section(t("shows.not"), list(no));
}

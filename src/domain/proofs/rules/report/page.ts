/**
 * The report as one HTML file that opens and prints anywhere: nothing is fetched, no script runs, its policy forbids both. A
 * person who knows nothing of this program reads first who stands behind the proof, then question, answer, when, how and the
 * exact text, then what the proof shows and what it does not. The same content gives the same bytes.
 */
import { escapeText } from "../../../notices/rules.ts";
import { actsSection, askedSection, notShownOfMail } from "./asked.ts";
import { actOf, type ReportInput, type ReportRecord, vouchersOf } from "./content.ts";
import { eventSection } from "./event.ts";
import { factsTable, headed, list, named, paragraph, section } from "./html.ts";
import { importSection } from "./imported.ts";
import { STYLE } from "./style.ts";
import { ACTS, type Voice } from "./words.ts";

/** Writes it. */
export function reportPage(input: ReportInput, voice: Voice): string {
  const { t, lang } = voice;
  const alone = input.scope.kind === "person";
  const title = alone ? t("title") : t("title.many");
  const { records, imports = [], rows } = input;
  // The first line is about the answers; an import that came before them says of itself whose word it is.
  const vouchers = [...vouchersOf(records.length > 0 ? { ...input, imports: [] } : input)];
  const vouched = vouchers.length > 1 ? "mixed" : vouchers[0];
  const parts = [
    ...(vouched ? [`<p class="vouched">${escapeText(t(`vouched.${vouched}`))}</p>`] : []),
    `<h1>${escapeText(title)}</h1>`,
    ...aboutParts(input, voice),
    head(input, voice),
    ...(vouched ? [] : [paragraph(t("none"))]),
    ...(rows ? [table(rows, voice)] : records.map((record) => told(record, voice))),
    ...imports.map((one) => importSection(one, voice)),
    ...(input.asked ?? []).map((one) => askedSection(one, voice)),
    actsSection(input.acts ?? [], voice),
    shows(input, voice),
    section(
      t("check"),
      list([t("check.open"), t("check.command"), t("check.keys", { url: `${input.publicUrl}/log/keys` })]),
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

function aboutParts({ scope, part, rows = [] }: ReportInput, { t, lang, moments, number }: Voice): string[] {
  const about =
    scope.kind === "campaign"
      ? t("about.campaign", { title: scope.title })
      : scope.kind === "purpose"
        ? t("about.purpose", { purpose: named(scope.names, lang), from: moments(scope.from), to: moments(scope.to) })
        : undefined;
  return [
    ...(about ? [paragraph(about, "lead")] : []),
    ...(part && part.of > 1 ? [paragraph(t("part", { n: number(part.n), of: number(part.of) }))] : []),
    ...(scope.kind === "person" ? [] : [paragraph(t("count", { n: rows.length }))]),
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
${lastOf(events, voice)}
${events.map((event, i) => eventSection(event, i + 1, voice)).join("\n")}
</section>`;
}

/** How the record ends, before its events: nobody has to read to the end to see that a consent was withdrawn. */
function lastOf(events: ReportRecord["events"], { t, moment }: Voice): string {
  const last = events.at(-1)?.said;
  if (!last) return "";
  const act = ACTS.find((one) => one === actOf(last.typ)) ?? "other";
  const when = moment(Date.parse(last.at));
  return `<p class="lead">${escapeText(t("state"))}: <strong>${escapeText(t(`act.${act}`))}</strong>, ${escapeText(when)}</p>`;
}

/** The end of its minute: "no later than" must not name a minute that began before the stamp. */
const fullMinute = (ms: number) => Math.ceil(ms / 60_000) * 60_000;

/** Many records, a row each: the last act, and who stands behind it. */
function table(records: NonNullable<ReportInput["rows"]>, { t, moments, number }: Voice): string {
  if (records.length === 0) return "";
  const heads = [t("record"), t("state"), t("when"), t("stands"), t("acts")];
  const rows = records.map(({ rec, typ, at, evidence, events }) => {
    const known = ACTS.find((one) => one === actOf(typ)) ?? "other";
    const cells = [
      `<code>${escapeText(rec)}</code>`,
      escapeText(t(`act.${known}`)),
      escapeText(moments(at)),
      escapeText(t(`vouched.${evidence}.short`)),
    ];
    return `<tr>${cells.map((cell, i) => `<td${headed(heads[i])}>${cell}</td>`).join("")}<td class="num"${headed(heads[4])}>${number(events)}</td></tr>`;
  });
  return `<table class="many"><thead><tr>${heads.map((name) => `<th scope="col">${escapeText(name)}</th>`).join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table>`;
}

function shows(input: ReportInput, voice: Voice): string {
  const { t, moment } = voice;
  const { records, stamped, scope } = input;
  const vouched = vouchersOf(input);
  if (vouched.size === 0) return "";
  const events = records.flatMap((record) => record.events);
  const disclosed = events.some(({ details }) => details.some(({ name }) => name === "email"));
  const yes = [
    t(events.some(({ index }) => index === undefined) ? "shows.bytes.some" : "shows.bytes"),
    stamped
      ? t("shows.time", { when: moment(fullMinute(stamped.at)), authority: stamped.authority })
      : t("shows.no-time"),
    ...(events.some(({ texts }) => texts.some(({ body }) => body !== undefined)) ? [t("shows.text")] : []),
    ...(disclosed ? [t("shows.address")] : []),
  ];
  const no = [
    ...(vouched.has("holder") ? [t("shows.not.who")] : []),
    t("shows.not.true"),
    t("shows.not.later"),
    ...notShownOfMail(input, voice),
    ...(disclosed || scope.kind !== "person" ? [] : [t("shows.no-address")]),
  ];
  return `${section(t("shows"), list(yes))}\n${section(t("shows.not"), list(no))}`;
}

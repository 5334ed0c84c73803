/** One act in a report: question, answer, when, how, and the exact text that was before the person. */
import { escapeText } from "../../../notices/rules.ts";
import { evidenceClass } from "../evidence.ts";
import { actOf, erasedOf, type ReportEvent, type ReportText } from "./content.ts";
import { factsTable, lowered, named } from "./html.ts";
import { ACTS, BASES, METHODS, type Voice } from "./words.ts";

/** `n`: its number in the record. */
export function eventSection(event: ReportEvent, n: number, voice: Voice): string {
  const { said } = event;
  const { t, lang, moment, number } = voice;
  const act = ACTS.find((one) => one === actOf(said.typ)) ?? "other";
  const method = METHODS.find((one) => one === said.method) ?? "other";
  const basis = BASES.find((one) => `eu-gdpr:A6-1-${one}` === said.basis);
  const lists = event.lists.map((names) => quoted(named(names, lang), lang)).join(", ");
  const purposes = said.purposes.map(({ id, ver }) => t("what.purpose", { id, version: ver })).join("; ");
  const asked = event.texts.flatMap((text) => questionIn(text) ?? [])[0];
  const at = Date.parse(said.at);
  const facts: [string, string][] = [
    ...(asked ? ([[t("question"), asked]] as [string, string][]) : []),
    [t("what"), escapeText(lists ? t("what.value", { n: event.lists.length, lists, purposes }) : purposes)],
    [
      t("answer"),
      `<strong>${escapeText(t(`act.${act}`))}</strong>${said.scope === "everything" ? `<br>${escapeText(t("everything"))}` : ""}`,
    ],
    [t("when"), escapeText(t("when.value", { when: moment(at), utc: utcOf(said.at) }))],
    ...(said.requested
      ? ([
          [
            t("requested"),
            escapeText(t("when.value", { when: moment(Date.parse(said.requested)), utc: utcOf(said.requested) })),
          ],
        ] as [string, string][])
      : []),
    ...(typeof said.age === "number"
      ? ([[t("age"), escapeText(t("age.value", { n: said.age }))]] as [string, string][])
      : []),
    [t("how"), escapeText(t(`how.${method}`))],
    [t("stands"), escapeText(t(`vouched.${evidenceClass(said)}`))],
    ...(basis ? ([[t("basis"), escapeText(t(`basis.${basis}`))]] as [string, string][]) : []),
    ...(said.until
      ? ([[t("until"), escapeText(said.until === "withdrawal" ? t("until.withdrawal") : said.until)]] as [
          string,
          string,
        ][])
      : []),
    ...erasureFact(said, voice),
    ...detailFacts(event, voice),
    [
      t("entry"),
      event.index === undefined
        ? escapeText(t("entry.none"))
        : `${escapeText(t("entry.value", { index: number(event.index) }))}<br><code>${escapeText(said.eid)}</code>`,
    ],
  ];
  return `<article class="act">
<h3>${number(n)}. ${escapeText(t(`act.${act}`))}, ${escapeText(moment(at))}</h3>
${factsTable(facts)}
${textParts(event, voice)}
</article>`;
}

/** What was deleted with a "no", as the certificate told it; nothing in an event of an older version. */
function erasureFact({ erasure }: ReportEvent["said"], { t, day }: Voice): [string, string][] {
  const { proof, mark, backups } = erasure ?? {};
  if (typeof proof !== "string" || typeof mark !== "string" || typeof backups !== "string") return [];
  return [
    [t("erasure"), escapeText(t("erasure.value", { proof: day(proof), mark: day(mark), backups: day(backups) }))],
  ];
}

function detailFacts(event: ReportEvent, { t, number }: Voice): [string, string][] {
  const known = (name: string) => (["ip", "user_agent", "message_id", "email"] as const).find((one) => one === name);
  const rows = event.details.flatMap(({ name, value }): [string, string][] => {
    const label = known(name);
    return label ? [[t(`detail.${label}`), escapeText(value)]] : [];
  });
  const erased = erasedOf(event);
  return erased > 0
    ? [...rows, [t("details"), escapeText(t("details.erased", { n: erased, shown: number(erased) }))]]
    : rows;
}

function textParts({ texts }: ReportEvent, { t, lang }: Voice): string {
  if (texts.length === 0) return `<p class="small">${escapeText(t("text.none"))}</p>`;
  return texts
    .map(({ kind, body, language, sha256, version }) => {
      const heading = t(kind === "form" ? "text.form" : "text.notice", { version });
      const shown = body === undefined ? `<p>${escapeText(t("text.gone"))}</p>` : lowered(body);
      return `<section class="shown">
<h4>${escapeText(heading)}</h4>
<blockquote lang="${escapeText(language ?? lang)}">
${shown}
</blockquote>
<p class="small">${escapeText(t("hash"))} <code>${escapeText(sha256)}</code></p>
</section>`;
    })
    .join("\n");
}

/** The question as it stands in the text, already escaped; undefined where the text asks none. */
function questionIn({ kind, body }: ReportText): string | undefined {
  return kind === "notice" ? /<h1>([\s\S]*?)<\/h1>/.exec(body ?? "")?.[1] : undefined;
}

/** `2026-11-22 09:00:00.123`, in one line: the time as the event states it. */
const utcOf = (iso: string) => iso.replace("T", "\u00a0").replace("Z", "");

const quoted = (name: string, lang: "lv" | "en") => (lang === "lv" ? `„${name}”` : `“${name}”`);

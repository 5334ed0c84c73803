/** The two reports of a bundle, in Latvian and English, from the records as they were made and the texts that they name. */
import { base64 } from "../../../../platform/encoding.ts";
import { showDate, showDateTime, showNumber } from "../../../../texts/dates.ts";
import { actNames } from "../../../../texts/proof-acts.ts";
import { proofAskedTexts } from "../../../../texts/proof-asked.ts";
import { proofReportTexts } from "../../../../texts/proof-report.ts";
import { LANGUAGES, type Lang, say } from "../../../../texts/say.ts";
import type { Notice } from "../../../notices/rules.ts";
import { readDisclosure } from "../../../proof-log/rules/disclosure.ts";
import type { SignedHead } from "../../../proof-log/views.ts";
import type { ReportEvent, ReportInput, ReportRecord, ReportScope, ReportText } from "../../rules/report/content.ts";
import { reportPage } from "../../rules/report/page.ts";
import type { Voice } from "../../rules/report/words.ts";
import type { BundleHouse } from "./house.ts";
import type { MadeEvent, MadeRecord } from "./records.ts";

/** What of a bundle its reports tell. */
export interface Told {
  scope: ReportScope;
  part?: ReportInput["part"];
  records: readonly MadeRecord[];
  imports?: ReportInput["imports"];
  asked?: ReportInput["asked"];
  campaignActs?: ReportInput["acts"];
  /** Where there are many, instead of `records`. */
  rows?: ReportInput["rows"];
  /** The newest head against which something here is proved. */
  head: SignedHead | undefined;
  /** Hash → text. */
  texts: ReadonlyMap<string, Notice>;
  /** Latest time stamp that covers everything. */
  stamped?: ReportInput["stamped"];
}

/** Writes both. */
export function reportsOf(house: BundleHouse, publicUrl: string, told: Told): Record<Lang, string> {
  const input: ReportInput = {
    institution: house.institution,
    origin: house.origin,
    publicUrl,
    scope: told.scope,
    ...(told.part && { part: told.part }),
    records: told.records.map((record) => recordOf(house, record, told.texts)),
    ...(told.imports && { imports: told.imports }),
    ...(told.asked && { asked: told.asked }),
    ...(told.campaignActs && { acts: told.campaignActs }),
    ...(told.rows && { rows: told.rows }),
    ...(told.head && { head: { size: told.head.size, root: base64(told.head.root) } }),
    ...(told.stamped && { stamped: told.stamped }),
  };
  const write = (lang: Lang) => reportPage(input, voiceOf(lang, house.institution.timeZone));
  return Object.fromEntries(LANGUAGES.map((lang) => [lang, write(lang)])) as Record<Lang, string>;
}

/** How a report speaks in one language. */
export function voiceOf(lang: Lang, zone: string): Voice {
  return {
    lang,
    t: say(proofReportTexts, lang),
    asked: say(proofAskedTexts, lang),
    act: (typ) => actNames(lang, typ) ?? typ,
    moment: (ms) => showDateTime(ms, { lang, zone }),
    moments: (ms) => showDateTime(ms, { lang, zone, form: "table" }),
    day: (iso) => showDate(iso, { lang, zone, form: "table" }),
    number: (n) => showNumber(n, lang),
  };
}

function recordOf(house: BundleHouse, { part, events }: MadeRecord, texts: Told["texts"]): ReportRecord {
  const slug = events[0]?.said.purposes[0]?.id ?? "";
  const purpose = house.purposes.find((one) => one.slug === slug)?.sheet.names ?? { lv: slug, en: slug };
  const disclosed = part.disclosures.flatMap((body) => {
    const detail = readDisclosure(body);
    return detail ? [{ body, detail }] : [];
  });
  return { rec: part.rec, purpose, events: events.map((event) => eventOf(house, event, texts, disclosed)) };
}

function eventOf(
  house: BundleHouse,
  { said, place, digests }: MadeEvent,
  texts: Told["texts"],
  disclosed: { body: string; detail: { name: string; value: unknown } }[],
): ReportEvent {
  const shown = [
    ...(said.notice ? [{ kind: "notice" as const, sha256: said.notice.sha256, version: said.notice.ver }] : []),
    ...(said.form ? [{ kind: "form" as const, sha256: said.form.sha256, version: said.form.ver }] : []),
  ];
  return {
    said,
    ...(place && { index: place.index }),
    texts: shown.map((text): ReportText => {
      const kept = texts.get(text.sha256);
      return { ...text, ...(kept && { body: kept.body, language: kept.language }) };
    }),
    lists: (said.lists ?? []).map((slug) => house.lists.get(slug) ?? { lv: slug, en: slug }),
    details: disclosed.flatMap(({ body, detail }) =>
      digests.has(body) ? [{ name: detail.name, value: String(detail.value) }] : [],
    ),
  };
}

/**
 * What the verifier found, as plain text for a terminal: the same sentences that `verify.html` shows. Each verdict begins
 * with who vouches for it.
 */
import type { Problem } from "../domain/proofs/rules/bundle/problem.ts";
import {
  CAVEATS,
  type Finding,
  RESTS_ON,
  type Report,
  type SeenEvent,
  type SeenStamp,
  type VerdictName,
} from "../domain/proofs/rules/verify/verdict.ts";
import { actNames } from "./proof-acts.ts";
import { proofReportTexts } from "./proof-report.ts";
import { type Lang, say } from "./say.ts";
import { verifierTexts } from "./verifier.ts";
import { findingTexts, problemTexts } from "./verifier-findings.ts";
import { verifierStepTexts } from "./verifier-steps.ts";

export const VERDICTS: readonly VerdictName[] = ["bytes", "time", "content"];

/** Most places that are named with one sentence. */
const TOLD = 5;

/** The whole report as lines. */
export function reportText(report: Report, lang: Lang): string {
  const t = say(verifierTexts, lang);
  const steps = say(verifierStepTexts, lang);
  const lines = [
    `${t("file.sha256")}: ${report.sha256}`,
    `${t("origin")}: ${report.origin}`,
    ...(report.controller ? [`${t("controller")}: ${report.controller}`] : []),
    ...report.keys.map((key) => `${t("keys")}: ${key}`),
    ...report.stamps.map((stamp) => `${t("stamps")}: ${stampText(stamp, lang)}`),
    t("counts", countsOf(report)),
  ];
  for (const name of VERDICTS) {
    const { status } = report.verdicts[name];
    lines.push(
      "",
      vouchedLine(report, name, lang),
      t(`verdict.${name}`),
      `  [${t(`result.${status}`)}] ${verdictSentence(report, name, lang)}`,
      ...sentencesOf(beside(report, name), lang).map((sentence) => `  - ${sentence}`),
    );
  }
  lines.push("", `${t("steps")}:`);
  for (const { step, status, looked } of report.steps)
    lines.push(`  [${looked === 0 && status === "valid" ? "–" : t(`result.${status}`)}] ${steps(step)}`);
  lines.push("", `${t("not.shown")}:`, ...UNSHOWN.map((key) => `  - ${t(key)}`));
  return lines.join("\n");
}

/** A time stamp: when, by whom, and what to compare with a trusted list. */
export function stampText({ at, authority, root, claimsQualified }: SeenStamp, lang: Lang): string {
  const t = say(verifierTexts, lang);
  const said = t("stamp.value", { time: utcOf(at), authority, root });
  return claimsQualified ? `${said} ${t("stamp.claimed")}` : said;
}

/** Why a file is no bundle, as a sentence. */
export function problemText({ problem, at }: Problem, lang: Lang): string {
  const sentence = say(problemTexts, lang)(problem);
  return at ? `${sentence} (${at})` : sentence;
}

export const UNSHOWN = ["not.shown.who", "not.shown.true", "not.shown.later", "not.shown.words"] as const;

/** A moment as it is read: `2026-11-22 09:00:00.123 UTC`. What is no such stamp stays as it is. */
export const utcOf = (at: number | string) =>
  (typeof at === "number" ? new Date(at).toISOString() : at).replace(/^(\S+)T(\S+)Z$/, "$1\u00a0$2\u00a0UTC");

export function countsOf({ records, acts }: Report) {
  return {
    records: records.length,
    events: records.reduce((sum, { events }) => sum + events.length, 0),
    acts: acts.length,
  };
}

/** Who vouches, as the first line of a verdict; of a bundle that was changed it is no more than a claim. */
export function vouchedLine({ verdicts }: Report, name: VerdictName, lang: Lang): string {
  const vouched = voiceOf(lang).vouched(verdicts[name].evidence);
  return verdicts.bytes.status === "invalid" ? say(verifierTexts, lang)("claimed", { vouched }) : vouched;
}

/** The sentence of a verdict. */
export function verdictSentence(report: Report, name: VerdictName, lang: Lang): string {
  const time = report.existedBy === undefined ? "" : utcOf(report.existedBy);
  const { status } = report.verdicts[name];
  const stated = name === "time" && status === "not-checkable" && time !== "";
  return say(verifierTexts, lang)(stated ? "verdict.time.stated" : `verdict.${name}.${status}`, {
    origin: report.origin,
    time,
  });
}

/** What is told beside a verdict: what is wrong first, what no file could settle last. */
export function beside({ findings }: Report, name: VerdictName): Finding[] {
  const weight = ({ status, code }: Finding) =>
    CAVEATS.has(code) ? 3 : ["invalid", "not-checkable", "erased"].indexOf(status);
  return findings.filter(({ step }) => RESTS_ON[name].includes(step)).sort((a, b) => weight(a) - weight(b));
}

/** Findings as sentences, each once, with the places it is about. */
export function sentencesOf(findings: readonly Finding[], lang: Lang): string[] {
  const t = say(findingTexts, lang);
  const places = new Map<string, string[]>();
  for (const { code, values, at } of findings) {
    const sentence = t(code, values);
    const of = places.get(sentence) ?? [];
    if (at !== undefined && !CAVEATS.has(code)) of.push(at);
    places.set(sentence, of);
  }
  return [...places].map(([sentence, of]) => {
    const more = of.length - TOLD;
    const told = [...of.slice(0, TOLD), ...(more > 0 ? [`+${more}`] : [])];
    return told.length > 0 ? `${sentence} (${told.join(", ")})` : sentence;
  });
}

/** Words for what an event is and who vouches for it: those of the report that lies in every bundle. */
export function voiceOf(lang: Lang) {
  const t = say(verifierTexts, lang);
  const words = say(proofReportTexts, lang);
  const known = (key: string) =>
    key in proofReportTexts[lang] ? words(key as Parameters<typeof words>[0]) : undefined;
  return {
    vouched: (evidence: SeenEvent["evidence"] | "mixed") => words(`vouched.${evidence}`),
    vouchedShort: (evidence: SeenEvent["evidence"]) => words(`vouched.${evidence}.short`),
    what: ({ typ, path }: SeenEvent) =>
      (path.startsWith("acts/") ? actNames(lang, typ) : known(`act.${actOf(typ)}`)) ?? t("act.other", { typ }),
    how: (event: SeenEvent) => {
      const { method } = event.said;
      return typeof method === "string" ? (known(`how.${method}`) ?? method) : undefined;
    },
    detail: (name: string) => known(`detail.${name}`) ?? name,
  };
}

/** What happened to a record: `given` of `consent.given`, `objected` of `dsr.objected`. */
const actOf = (typ: string) => typ.slice(typ.indexOf(".") + 1);

/** The result: what the file is, three verdicts each beginning with who vouches, what one has to know, and every step. */
import type { Finding, Report, Step, VerdictName } from "../../domain/proofs/rules/verify/verdict.ts";
import type { Lang } from "../../texts/say.ts";
import { badge } from "./badge.ts";
import { code, facts, h } from "./dom.ts";
import { eventsSection } from "./events.ts";

declare const pieteka: typeof import("./core.ts");

export function resultParts(report: Report, file: string, lang: Lang): HTMLElement[] {
  const t = pieteka.say(pieteka.verifierTexts, lang);
  return [
    h("div", { class: "verdicts" }, ...pieteka.VERDICTS.map((name) => verdict(report, name, lang))),
    h("section", {}, h("h2", {}, t("file")), about(report, file, lang)),
    h("section", {}, h("h2", {}, t("not.shown")), h("ul", {}, ...pieteka.UNSHOWN.map((key) => h("li", {}, t(key))))),
    eventsSection(report, lang),
    h(
      "section",
      {},
      h("h2", {}, t("steps")),
      h("ol", { class: "steps" }, ...report.steps.map((one) => step(one, report, lang))),
    ),
  ];
}

function about(report: Report, file: string, lang: Lang): HTMLElement {
  const t = pieteka.say(pieteka.verifierTexts, lang);
  const stamps = report.stamps.map((stamp) => h("li", {}, pieteka.stampText(stamp, lang)));
  return facts([
    [t("file"), file],
    [t("file.sha256"), code(report.sha256)],
    [t("origin"), report.origin],
    report.controller !== undefined && [t("controller"), report.controller],
    report.keys.length > 0 && [
      t("keys"),
      h("ul", { class: "plain" }, ...report.keys.map((key) => h("li", {}, code(key)))),
    ],
    stamps.length > 0 && [t("stamps"), h("ul", { class: "plain" }, ...stamps)],
    [t("events"), t("counts", pieteka.countsOf(report))],
  ]);
}

function verdict(report: Report, name: VerdictName, lang: Lang): HTMLElement {
  const t = pieteka.say(pieteka.verifierTexts, lang);
  const { status } = report.verdicts[name];
  const found = pieteka.beside(report, name);
  return h(
    "section",
    { class: `verdict ${status}`, "aria-labelledby": `verdict-${name}` },
    h("p", { class: "vouched" }, pieteka.vouchedLine(report, name, lang)),
    h("h2", { id: `verdict-${name}` }, t(`verdict.${name}`)),
    h("p", {}, badge(status, lang)),
    h("p", { class: "said" }, pieteka.verdictSentence(report, name, lang)),
    found.length > 0 && h("h3", {}, t("noticed")),
    found.length > 0 && findings(found, lang),
  );
}

const findings = (all: readonly Finding[], lang: Lang): HTMLElement =>
  h("ul", {}, ...pieteka.sentencesOf(all, lang).map((sentence) => h("li", {}, sentence)));

function step({ step: name, status, looked }: Step, report: Report, lang: Lang): HTMLElement {
  const t = pieteka.say(pieteka.verifierTexts, lang);
  const steps = pieteka.say(pieteka.verifierStepTexts, lang);
  const of = report.findings.filter((one) => one.step === name);
  const nothing = looked === 0 && of.length === 0;
  return h(
    "li",
    {},
    h(
      "details",
      { open: status === "invalid" },
      h("summary", {}, `${steps(name)} `, nothing ? h("span", { class: "badge" }, "–") : badge(status, lang)),
      h("p", {}, steps(`${name}.how`)),
      nothing ? h("p", {}, t("step.none")) : of.length > 0 ? findings(of, lang) : false,
    ),
  );
}

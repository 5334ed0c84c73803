/** Records and acts, event by event: what happened, when, who vouches for it, and the text that was before the person. */
import type { Report, SeenEvent } from "../../domain/proofs/rules/verify/verdict.ts";
import type { Lang } from "../../texts/say.ts";
import { badge } from "./badge.ts";
import { code, facts, h } from "./dom.ts";
import { shownText } from "./shown-text.ts";

declare const pieteka: typeof import("./core.ts");

/** Records shown at one time. */
const PAGE = 25;

/** All records, the first of them at once, the others by a button. */
export function eventsSection(report: Report, lang: Lang): HTMLElement {
  const t = pieteka.say(pieteka.verifierTexts, lang);
  const section = h("section", {}, h("h2", {}, t("events")));
  const several = report.records.length > 1;
  const groups: (() => HTMLElement)[] = report.records.map(({ rec, events }) => () => {
    const items = events.map((event) => eventArticle(event, report, lang, several ? "h4" : "h3"));
    return h("div", { class: "record" }, several && h("h3", {}, `${t("record")} `, code(rec)), ...items);
  });
  if (report.acts.length > 0)
    groups.push(() =>
      h(
        "div",
        { class: "record" },
        report.records.length > 0 && h("h3", {}, t("acts")),
        ...report.acts.map((event) => eventArticle(event, report, lang, report.records.length > 0 ? "h4" : "h3")),
      ),
    );
  const more = h("button", { type: "button", class: "quiet", click: () => next() }, t("more"));
  let shown = 0;
  const next = () => {
    const fresh = groups.slice(shown, shown + PAGE).map((make) => make());
    shown += fresh.length;
    more.before(...fresh);
    more.hidden = shown >= groups.length;
  };
  section.append(more);
  next();
  return section;
}

function eventArticle(event: SeenEvent, report: Report, lang: Lang, heading: "h3" | "h4"): HTMLElement {
  const t = pieteka.say(pieteka.verifierTexts, lang);
  const voice = pieteka.voiceOf(lang);
  const how = voice.how(event);
  const lists = Array.isArray(event.said.lists) ? event.said.lists.join(", ") : undefined;
  return h(
    "article",
    { class: "event" },
    h(heading, {}, t("event.heading", { n: event.n, what: voice.what(event) }), " ", badge(event.status, lang)),
    facts([
      [t("event.who"), voice.vouchedShort(event.evidence)],
      [t("event.when"), pieteka.utcOf(event.at)],
      [t("event.by"), event.existedBy === undefined ? t("event.by.none") : pieteka.utcOf(event.existedBy)],
      how !== undefined && [t("event.how"), how],
      lists !== undefined && [t("event.lists"), lists],
      event.people !== undefined && [t("event.people"), t("event.people.value", event.people)],
      (event.details.length > 0 || event.erased > 0) && [t("event.details"), details(event, lang)],
      [
        t("event.entry"),
        event.index === undefined ? t("event.entry.none") : t("event.entry.value", { index: event.index }),
      ],
    ]),
    ...event.texts.map((hash) => text(hash, report, lang)),
    h(
      "details",
      {},
      h("summary", {}, t("event.raw")),
      h("pre", { tabindex: "0" }, JSON.stringify(event.said, null, 2)),
    ),
  );
}

function details({ details: kept, erased }: SeenEvent, lang: Lang): HTMLElement {
  const t = pieteka.say(pieteka.verifierTexts, lang);
  const { detail } = pieteka.voiceOf(lang);
  return h(
    "ul",
    { class: "plain" },
    ...kept.map(({ name, value }) => h("li", {}, `${detail(name)}: ${value}`)),
    erased > 0 && h("li", {}, t("event.erased", { n: erased })),
  );
}

function text(hash: string, { texts }: Report, lang: Lang): HTMLElement {
  const t = pieteka.say(pieteka.verifierTexts, lang);
  const bytes = texts.get(hash);
  return h(
    "details",
    {},
    h("summary", {}, t("event.text")),
    bytes ? shownText(new TextDecoder().decode(bytes)) : h("p", {}, t("event.text.none")),
    h("p", { class: "small" }, code(t("event.text.hash", { hash }))),
  );
}

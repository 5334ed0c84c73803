/** What is so: terms with their values, sections, a text as it was shown, and how it came about. */
import type { Child } from "hono/jsx";

/** Term and value with a hairline between; `inline` puts them side by side where there is room (not in an aside). */
export function Facts(p: { items: readonly ({ term: Child; value: Child } | false | undefined)[]; inline?: boolean }) {
  return (
    <dl class="desk-facts" data-inline={p.inline === false ? undefined : ""}>
      {p.items.map(
        (item) =>
          item && (
            <div>
              <dt>{item.term}</dt>
              <dd>{item.value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** A part of the page with its own heading. */
export function Section(p: { title: Child; id?: string; lede?: Child; children: Child }) {
  return (
    <section class="desk-section">
      <h2 id={p.id}>{p.title}</h2>
      {p.lede && <p>{p.lede}</p>}
      {p.children}
    </section>
  );
}

/** A text exactly as a person saw or will see it. */
export function Paper(p: { lang?: "lv" | "en"; children: Child }) {
  return (
    <div class="desk-paper" lang={p.lang}>
      {p.children}
    </div>
  );
}

export interface TimelineItem {
  /** Day and time as digits: "22.11.2026. 15.30". */
  when: Child;
  /** The same instant in ISO 8601. */
  iso: string;
  what: Child;
  more?: Child;
  /** yes and no are answers, stop is a halt, plan has not happened yet. */
  state?: "yes" | "no" | "stop" | "plan";
}

/** Acts of people and events of a record, newest first. */
export function Timeline(p: { items: readonly TimelineItem[] }) {
  return (
    <ol class="desk-timeline">
      {p.items.map((item) => (
        <li data-state={item.state}>
          <time datetime={item.iso}>{item.when}</time>
          <div>
            <p>{item.what}</p>
            {item.more && <p class="quiet">{item.more}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Links of one kind below each other. */
export function Links(p: { items: readonly { href: string; label: Child }[] }) {
  return (
    <ul class="desk-links">
      {p.items.map((item) => (
        <li>
          <a href={item.href}>{item.label}</a>
        </li>
      ))}
    </ul>
  );
}

/** Checks before an act: the word carries the state, the mark repeats it. */
export function Checks(p: { items: readonly { text: Child; more?: Child; state?: "done" | "open" | "wait" }[] }) {
  return (
    <ul class="desk-checks">
      {p.items.map((item) => (
        <li data-state={item.state === "done" ? undefined : item.state}>
          <div>
            {item.text}
            {item.more && <small>{item.more}</small>}
          </div>
        </li>
      ))}
    </ul>
  );
}

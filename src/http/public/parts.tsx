/** The parts that public pages are made of (LOOK-PUBLIC). */
import type { Child } from "hono/jsx";

/** The only form for "name: value". */
export function Facts(p: { items: readonly ({ term: Child; value: Child } | false | undefined)[] }) {
  return (
    <dl class="facts">
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

export function MailLink(p: { address: string; children?: Child }) {
  return <a href={`mailto:${p.address}`}>{p.children ?? p.address}</a>;
}

export function TelLink(p: { number: string; children?: Child }) {
  return (
    <a class="nowrap" href={`tel:${p.number.replace(/[^+0-9]/g, "")}`}>
      {p.children ?? p.number}
    </a>
  );
}

/** One quiet box, at most once on a page. */
export function Note(p: { tone?: "warn" | "bad"; children: Child }) {
  return <div class={p.tone ? `note ${p.tone}` : "note"}>{p.children}</div>;
}

/** A row of acts; the first is the one the page is named after. */
export function Acts(p: { children: Child }) {
  return <div class="actions">{p.children}</div>;
}

/** States of things and pages: tags for what is unusual, the empty page, what was just done, warnings. */
import type { Child } from "hono/jsx";

export type TagColor = "info" | "success" | "warning" | "danger" | "neutral";

/** A state that differs from the usual one; the usual one is plain text. The word carries it, not the colour. */
export function Tag(p: { color?: TagColor; children: Child }) {
  return (
    <span class="ds-tag" data-color={p.color ?? "neutral"}>
      {p.children}
    </span>
  );
}

/** Nothing here yet: what would stand here, why it is useful, one or two ways to begin. */
export function Empty(p: { title: Child; text: Child; acts?: Child; note?: Child }) {
  return (
    <div class="desk-empty">
      <h2>{p.title}</h2>
      <p class="above-2">{p.text}</p>
      {p.acts && <div class="above-4 desk-acts">{p.acts}</div>}
      {p.note && <p class="small quiet above-4">{p.note}</p>}
    </div>
  );
}

/** What was just done and how to undo it. */
export function Done(p: { children: Child }) {
  return (
    <div class="ds-alert desk-done" data-color="success" role="status">
      <p>{p.children}</p>
    </div>
  );
}

/** Something a person has to know before going on. */
export function Alert(p: { color: "info" | "warning" | "danger"; title?: Child; children: Child }) {
  return (
    <div class="ds-alert" data-color={p.color} role={p.color === "danger" ? "alert" : undefined}>
      {p.title && <h2>{p.title}</h2>}
      {p.children}
    </div>
  );
}

/** More of the same, folded. */
export function Details(p: { summary: Child; open?: boolean; children: Child }) {
  return (
    <details class="ds-details" open={p.open}>
      <summary>{p.summary}</summary>
      <div>{p.children}</div>
    </details>
  );
}

/** Buttons, rows of them, and the frame of a decision. Links go somewhere, buttons do something. */
import type { Child } from "hono/jsx";

/** A row of buttons and links; the act the page is named after comes first. */
export function Actions(p: { children: Child }) {
  return <div class="desk-acts">{p.children}</div>;
}

export interface ButtonProps {
  children: Child;
  type?: "submit" | "button" | "reset";
  name?: string;
  value?: string;
  variant?: "primary" | "secondary" | "tertiary";
  /** What cannot be undone. */
  danger?: boolean;
  formaction?: string;
  /** A second form of the page, by its id. */
  form?: string;
  /** Skips the browser's own checks, so that a draft can be saved half-written. */
  formnovalidate?: boolean;
}

/** The label names the consequence, with the number: "Dzēst 412 adreses". Never disabled. */
export function Button(p: ButtonProps) {
  return (
    <button
      class="ds-button"
      type={p.type ?? "submit"}
      name={p.name}
      value={p.value}
      data-variant={p.variant}
      data-color={p.danger ? "danger" : undefined}
      formaction={p.formaction}
      form={p.form}
      formnovalidate={p.formnovalidate}
    >
      {p.children}
    </button>
  );
}

/** A link that looks like a button: the one way on from a page. */
export function LinkButton(p: { href: string; variant?: "primary" | "secondary" | "tertiary"; children: Child }) {
  return (
    <a class="ds-button" href={p.href} data-variant={p.variant}>
      {p.children}
    </a>
  );
}

/**
 * A form of the desk: 38 rem wide, POST, browser bubbles off because the page says what is wrong itself. `upload`: it sends
 * a file, with `Uploading` inside.
 */
export function DeskForm(p: {
  action: string;
  method?: "post" | "get";
  upload?: boolean;
  id?: string;
  children: Child;
}) {
  return (
    <form
      class="desk-form"
      id={p.id}
      action={p.action}
      method={p.method ?? "post"}
      enctype={p.upload ? "multipart/form-data" : undefined}
      data-upload={p.upload ? "" : undefined}
      novalidate
    >
      {p.children}
    </form>
  );
}

/** A decision with its consequence, its form inside. One per page. */
export function Decide(p: { title: Child; danger?: boolean; id?: string; children: Child }) {
  const id = p.id ?? "decide";
  return (
    <section class="desk-decide" data-color={p.danger ? "danger" : undefined} id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{p.title}</h2>
      {p.children}
    </section>
  );
}

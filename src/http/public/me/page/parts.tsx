/** The small parts of one's own page: a state with its sign, what was done, what is wrong, a form that posts an act. */
import type { Child } from "hono/jsx";
import { ownChoiceTexts } from "../../../../texts/own-choices.ts";
import { say } from "../../../../texts/say.ts";
import type { PublicContext } from "../../../env.ts";
import { fieldId, type Problem } from "../../../forms.ts";

/** On or off: a word and a shape, never a colour alone. */
export function StateOf({ on, text }: { on: boolean; text: string }) {
  return (
    <span class={on ? "state on" : "state off"}>
      <svg
        viewBox="0 0 24 24"
        width="24"
        height="24"
        fill="none"
        stroke="currentColor"
        stroke-width="2.2"
        stroke-linecap="round"
        stroke-linejoin="round"
        aria-hidden="true"
      >
        <circle cx="12" cy="12" r="9" />
        <path d={on ? "M8 12.3l2.8 2.8L16 9.5" : "M8 12h8"} />
      </svg>
      {text}
    </span>
  );
}

/** What an act of this page has done; the redirect that follows every act names it, and names nobody. */
export const DONE = [
  "on",
  "already",
  "pause",
  "resume",
  "language",
  "name",
  "unnamed",
  "shared",
  "own",
  "rectify",
  "restrict",
] as const;
export type Done = (typeof DONE)[number];

export function DoneNote({ c }: { c: PublicContext }) {
  const done = DONE.find((one) => one === c.req.query("done"));
  if (!done) return null;
  return (
    <div class="note" role="status">
      <p>{say(ownChoiceTexts, c.var.lang)(`done.${done}`)}</p>
    </div>
  );
}

/** What was wrong with a form, above it; each line leads to its field. */
export function Problems({ c, problems }: { c: PublicContext; problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <div class="note bad" role="alert" tabindex={-1} autofocus aria-labelledby="problems">
      <h2 id="problems">{say(ownChoiceTexts, c.var.lang)("problem")}</h2>
      <ul>
        {problems.map(({ field, text }) => (
          <li>{field ? <a href={`#${fieldId(field)}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  );
}

/** A row of the rights: what it is, what it does, and the link or form that leads on. */
export function Row({ title, children, act }: { title: Child; children: Child; act: Child }) {
  return (
    <li>
      <div>
        <h3>{title}</h3>
        {children}
      </div>
      {act}
    </li>
  );
}

/** A link that looks like the button of its row. */
export function ActLink({ href, label }: { href: string; label: string }) {
  return (
    <a class="ds-button" data-variant="secondary" href={href}>
      {label}
    </a>
  );
}

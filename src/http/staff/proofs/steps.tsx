/** The checks in plain words: of one event step by step, and of all events of a page beside it. */
import type { ChainEvent } from "../../../domain/proofs/acts/chains.ts";
import type { Imported } from "../../../domain/proofs/acts/imported.ts";
import { type Checks, type Result, STEPS, type Step } from "../../../domain/proofs/rules/checks.ts";
import type { StaffContext } from "../../env.ts";
import { Checks as CheckList, Details } from "../parts.tsx";
import { moment, voice } from "./shared.tsx";

const STATE: Record<Result, "done" | "open" | "wait"> = {
  valid: "done",
  invalid: "open",
  erased: "wait",
  unchecked: "wait",
};

/** Steps that mean nothing for an event are left out: an import belongs to no chain, a press on an old page names no text. */
const speaks = (event: { checks: Checks }, step: Step) =>
  !(event.checks[step] === "unchecked" && (step === "text" || step === "order"));

/** Of one event. */
export function Steps({ c, checks }: { c: StaffContext; checks: Checks }) {
  const t = voice(c);
  const steps = STEPS.filter((step) => speaks({ checks }, step));
  const good = steps.filter((step) => checks[step] === "valid").length;
  const bad = steps.filter((step) => checks[step] === "invalid").length;
  return (
    <Details summary={t("steps.title", { good, bad, all: steps.length })} open={bad > 0}>
      <CheckList
        items={steps.map((step) => ({ text: t(`step.${step}.${checks[step]}`), state: STATE[checks[step]] }))}
      />
    </Details>
  );
}

export interface AllChecksProps {
  c: StaffContext;
  events: readonly (Pick<ChainEvent, "checks" | "place"> | Pick<Imported, "checks" | "place">)[];
  /** Somebody pressed a button; otherwise there is nothing but imports. */
  pressed: boolean;
  /** Read again without the address, which was checked when the proof was opened. */
  again: boolean;
}

/** Of everything on the page: how many of how many, and what it proves and does not. */
export function AllChecks({ c, events, pressed, again }: AllChecksProps) {
  const t = voice(c);
  const item = (step: "inclusion" | "commitment" | "order" | "signature" | "text" | "address") => {
    const asked = events.filter((event) => speaks(event, step));
    const good = asked.filter(({ checks }) => checks[step] === "valid").length;
    const bad = asked.some(({ checks }) => checks[step] === "invalid");
    const state = bad ? ("open" as const) : good === asked.length ? ("done" as const) : ("wait" as const);
    return asked.length === 0 ? [] : [{ text: t(`check.${step}`, { good, all: asked.length }), state }];
  };
  const address = again ? [{ text: t("check.address.again"), state: "done" as const }] : item("address");
  const under = events.filter(({ place }) => place?.stamped).length;
  const stamped = [
    {
      text: t("check.stamped", { good: under, all: events.length }),
      state: under === events.length ? ("done" as const) : ("wait" as const),
    },
  ];
  return (
    <>
      <section>
        <h2 class="desk-h">{t("check.title")}</h2>
        <CheckList
          items={[
            ...item("inclusion"),
            ...item("commitment"),
            ...item("order"),
            ...item("signature"),
            ...stamped,
            ...item("text"),
            ...address,
          ]}
        />
        <p class="above-3 small quiet">{t("check.note", { when: moment(c, c.var.deps.clock.now(), "loc") })}</p>
        <p class="small no-print">
          <a href="/log/verify">{t("check.tool")}</a>
        </p>
      </section>
      <section class="above-6">
        <h2 class="desk-h">{t("proves.title")}</h2>
        <p class="small">{t(pressed ? "proves" : "proves.import")}</p>
        <h2 class="above-5 desk-h">{t("proves-not.title")}</h2>
        <p class="small">{t("proves-not")}</p>
      </section>
    </>
  );
}

/** When an issue goes out, and whether to a part first: the form that sends it or plans it. */

import type { Pilot } from "../../../../domain/campaigns/rules.ts";
import { PILOT } from "../../../../domain/campaigns/rules.ts";
import { dayOf, later } from "../../../../domain/consent/rules/days.ts";
import type { Issue } from "../../../../domain/issues/views.ts";
import type { StaffContext } from "../../../env.ts";
import { type Form, type Problem, problemFor } from "../../../forms.ts";
import { Actions, Button, DeskForm, Details, Radios, Section, TextField } from "../../parts.tsx";
import { issuePath } from "../frame.tsx";
import { sendingVoice } from "./shared.tsx";

interface WhenProps {
  c: StaffContext;
  issue: Issue;
  /** How many get it: what the person sees is what he sends. */
  mailed: number;
  values?: Record<string, string> | undefined;
  problems?: Problem[] | undefined;
}

export function When({ c, issue, mailed, values = {}, problems }: WhenProps) {
  const t = sendingVoice(c);
  const about = (name: string, otherwise = "") => ({
    name,
    value: values[name] ?? otherwise,
    problem: problemFor(problems, name),
  });
  const waves = problems?.some(({ field }) => field.startsWith("pilot.")) === true;
  return (
    <Section title={t("when.section")} id="when">
      <DeskForm action={issuePath(issue.id, "send")}>
        <input type="hidden" name="version" value={issue.version} />
        <input type="hidden" name="audience" value={mailed} />
        <Radios
          name="when"
          legend={t("when.title")}
          value={values.when}
          problem={problemFor(problems, "when")}
          options={[
            { value: "now", label: t("when.now") },
            { value: "later", label: t("when.later"), hint: t("when.later.hint") },
          ]}
        />
        <DayAndTime c={c} about={about} />
        <Details summary={t("wave.title")} open={waves || (values["pilot.size"] ?? "0") !== "0"}>
          <TextField
            {...about("pilot.size", "0")}
            type="number"
            size={8}
            label={t("wave.size")}
            hint={t("wave.size.hint")}
            autocomplete="off"
          />
          <TextField
            {...about("pilot.waitHours", String(PILOT.waitHours))}
            type="number"
            size={8}
            label={t("wave.hours")}
            autocomplete="off"
          />
        </Details>
        <Actions>
          <Button>{t("act.send")}</Button>
          <a href={issuePath(issue.id)}>{t("act.back")}</a>
        </Actions>
      </DeskForm>
    </Section>
  );
}

type About = (name: string, otherwise?: string) => { name: string; value: string; problem: string | undefined };

/** The two fields of a moment; tomorrow is offered, and no time. */
export function DayAndTime({ c, about }: { c: StaffContext; about: About }) {
  const t = sendingVoice(c);
  const { clock } = c.var.deps;
  const tomorrow = later(dayOf(clock.now(), c.var.institution.timeZone), { days: 1 });
  return (
    <>
      <TextField {...about("day", tomorrow)} type="date" optional="group" label={t("when.day")} autocomplete="off" />
      <TextField
        {...about("time")}
        type="time"
        optional="group"
        label={t("when.time")}
        hint={t("when.time.hint")}
        autocomplete="off"
      />
    </>
  );
}

/** -1 for what is no whole number: the rules say what is wrong with it. */
const wholeOf = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : -1);

/** The first wave as it was typed; none where it is 0 or left empty. */
export function pilotTyped(typed: Form): Pilot | undefined {
  const size = typed.text("pilot.size");
  if (size === "" || size === "0") return undefined;
  return { size: wholeOf(size), waitHours: wholeOf(typed.text("pilot.waitHours")) };
}

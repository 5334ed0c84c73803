/** The way of a draft to its sending, step by step, with the state of each; what is open stands below in words. */
import type { Mailing } from "../../../domain/campaigns/views.ts";
import type { StaffContext } from "../../env.ts";
import { Section } from "../parts.tsx";
import { can, pathOf } from "./frame.tsx";
import { planVoice } from "./plan.tsx";
import type { Readiness } from "./readiness.tsx";

const GROUND = /^(reasonToAsk|askBasis|askNorm|movedReason)$/;
const OTHERS = /^(opinion|approval)$/;

export function DraftSteps({ c, mailing, r }: { c: StaffContext; mailing: Mailing; r: Readiness }) {
  const t = planVoice(c);
  const open = (fits: (field: string) => boolean) => r.problems.some((p) => fits(p.field));
  const may = can(c, "campaign.write");
  const step = (
    name: "ground" | "texts" | "preview" | "opinion" | "approval" | "send",
    page: string,
    done: boolean,
  ) => ({
    name,
    href: (may || page === "review") && pathOf(mailing.id, page),
    done,
  });
  const texts = !open((field) => !GROUND.test(field) && !OTHERS.test(field));
  const steps = [
    step("ground", "edit", !open((field) => GROUND.test(field))),
    step("texts", "edit", texts),
    step("preview", "preview", texts),
    step("opinion", "review", !open((field) => field === "opinion")),
    ...(c.var.institution.secondPerson ? [step("approval", "review", !open((field) => field === "approval"))] : []),
    step("send", "send", false),
  ];
  const wordOf = (name: string, done: boolean) => {
    if (name === "send") return r.ready ? "steps.ready" : "steps.wait";
    return done ? (name === "preview" ? "steps.see" : "steps.done") : "steps.open";
  };
  return (
    <Section title={t("steps.title")}>
      <ol class="desk-steps">
        {steps.map(({ name, href, done }) => (
          <li>
            <div>
              {href ? <a href={href}>{t(`steps.${name}`)}</a> : t(`steps.${name}`)}{" "}
              <span class="quiet">{t(wordOf(name, done))}</span>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/**
 * One request to open a sealed proof: why, who asked, who decided, until when. The second person decides here; whoever asked
 * types the address here. It names nobody whom the proof is about.
 */
import { type Opening, stageOf } from "../../../domain/proofs/rules/opening.ts";
import { readOpening } from "../../../domain/proofs/views/openings.ts";
import { actorLabel } from "../../../domain/staff/rules.ts";
import { refuse } from "../../../refusal.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, Decide, DeskForm, Done, ErrorSummary, Facts, TextArea } from "../parts.tsx";
import { AddressField } from "./desk.tsx";
import { can, moment, namesOf, openingPath, PROOFS, voice } from "./shared.tsx";

const DONE = ["asked", "grant", "refuse"] as const;
const COLOUR = { asked: "warning", granted: "warning", refused: "neutral", opened: "info", ended: "neutral" } as const;

export async function openingPage(
  c: StaffContext,
  id: string,
  values: Record<string, string> = {},
  problems?: Problem[],
): Promise<Response> {
  const t = voice(c);
  const { deps, actor } = c.var;
  const opening = await readOpening(deps.db, id);
  if (!opening) return refusedPage(c, refuse("page.not_found"), "desk");
  const stage = stageOf(opening, deps.clock.now());
  const mine = opening.askedBy === actorLabel(actor);
  const names = await namesOf(c, [opening.askedBy, ...(opening.decidedBy ? [opening.decidedBy] : [])]);
  const done = DONE.find((one) => one === c.req.query("done"));
  return deskPage(c, {
    title: t("opening.title"),
    current: "proofs",
    back: { href: PROOFS, label: t("back") },
    tag: { text: t(`stage.${stage}`), color: COLOUR[stage] },
    lede: t(`opening.lede.${stage}`, { until: moment(c, opening.until, c.var.lang === "lv" ? "dat" : "table") }),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        {done && <Done>{t(done === "asked" ? "asked.done" : `decide.${done}.done`)}</Done>}
        <ErrorSummary
          problems={problems}
          labels={{ address: t("address"), note: t("note") }}
          title={t(stage === "asked" ? "decide.problem" : "open.problem")}
        />
        <About c={c} opening={opening} names={names} />
        {stage === "asked" && !mine && can(c, "proof.grant-opening") && (
          <DecideForm c={c} opening={opening} values={values} problems={problems} />
        )}
        {stage === "asked" && mine && <p class="quiet above-5">{t("decide.own")}</p>}
        {stage === "granted" && mine && (
          <Decide title={t("type.title")}>
            <p>{t("type.text")}</p>
            <DeskForm action={openingPath(id)}>
              <input type="hidden" name="act" value="open" />
              <AddressField c={c} value={values.address} problems={problems} />
              <Actions>
                <Button>{t("open.act")}</Button>
              </Actions>
            </DeskForm>
          </Decide>
        )}
        {stage === "opened" && mine && (
          <form method="post" action={openingPath(id)} class="above-5">
            <Actions>
              <Button name="act" value="again">
                {t("again.act")}
              </Button>
            </Actions>
            <p class="small quiet">{t("again.text")}</p>
          </form>
        )}
      </>
    ),
  });
}

function About({ c, opening, names }: { c: StaffContext; opening: Opening; names: ReadonlyMap<string, string> }) {
  const t = voice(c);
  const name = (label: string) => names.get(label) ?? t("readers.gone");
  return (
    <Facts
      items={[
        { term: t("ground"), value: t(`ground.${opening.ground}`) },
        { term: t("reason"), value: opening.reason },
        { term: t("opening.asker"), value: name(opening.askedBy) },
        { term: t("opening.asked"), value: moment(c, opening.askedAt) },
        opening.decidedBy !== null && {
          term: t("opening.decider"),
          value: `${name(opening.decidedBy)}, ${moment(c, opening.decidedAt ?? 0)}`,
        },
        opening.note !== null && { term: t("opening.note"), value: opening.note },
        opening.openedAt !== null && { term: t("opening.opened"), value: moment(c, opening.openedAt) },
      ]}
    />
  );
}

function DecideForm(p: {
  c: StaffContext;
  opening: Opening;
  values: Record<string, string>;
  problems: Problem[] | undefined;
}) {
  const t = voice(p.c);
  return (
    <Decide title={t("decide.title")}>
      <p>{t("decide.text")}</p>
      <DeskForm action={openingPath(p.opening.id)}>
        <TextArea
          name="note"
          label={t("note")}
          hint={t("note.hint")}
          optional="group"
          rows={2}
          value={p.values.note}
          problem={problemFor(p.problems, "note")}
        />
        <Actions>
          <Button name="act" value="grant">
            {t("grant.act")}
          </Button>
          <Button name="act" value="refuse" variant="secondary">
            {t("refuse.act")}
          </Button>
        </Actions>
      </DeskForm>
    </Decide>
  );
}

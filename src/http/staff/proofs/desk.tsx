/** `/staff/proofs`: the search, the requests to open sealed proofs, the log; and the form that opens one. */
import { GROUNDS, type Opening, stageOf } from "../../../domain/proofs/rules/opening.ts";
import { readOpenings } from "../../../domain/proofs/views/openings.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import {
  Actions,
  Button,
  DataTable,
  DeskForm,
  ErrorSummary,
  LinkButton,
  Radios,
  Section,
  Tag,
  TextArea,
  TextField,
} from "../parts.tsx";
import { TimeStampBox } from "../time-stamps.tsx";
import { LogBox } from "./log-box.tsx";
import { can, moment, namesOf, openingPath, PROOFS, voice } from "./shared.tsx";

/** An address that is typed: never suggested, never remembered by the browser. */
export function AddressField(p: {
  c: StaffContext;
  value?: string | undefined;
  problems?: Problem[] | undefined;
  optional?: boolean;
  hint?: string;
}) {
  return (
    <TextField
      name="address"
      {...(p.optional && { optional: true })}
      {...(p.hint !== undefined && { hint: p.hint })}
      inputmode="email"
      autocomplete="off"
      spellcheck={false}
      label={voice(p.c)("address")}
      value={p.value}
      problem={problemFor(p.problems, "address")}
    />
  );
}

export async function deskHomePage(
  c: StaffContext,
  values: Record<string, string> = {},
  problems?: Problem[],
): Promise<Response> {
  const t = voice(c);
  const searches = can(c, "proof.look-up");
  return deskPage(c, {
    title: t("title"),
    current: "proofs",
    lede: t(searches ? "lede" : "lede.see"),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    aside: (
      <>
        <LogBox c={c} />
        <TimeStampBox c={c} />
      </>
    ),
    children: (
      <>
        <ErrorSummary problems={problems} title={t("find.problem")} />
        {searches && (
          <Section title={t("find.title")}>
            <DeskForm action={PROOFS}>
              <AddressField c={c} value={values.address} problems={problems} />
              <Actions>
                <Button>{t("find.act")}</Button>
              </Actions>
            </DeskForm>
          </Section>
        )}
        <Openings c={c} />
        {can(c, "proof.export") && (
          <Section title={t("many.title")} lede={t("many.lede")}>
            <LinkButton href={`${PROOFS}/export`} variant="secondary">
              {t("many.begin")}
            </LinkButton>
          </Section>
        )}
      </>
    ),
  });
}

async function Openings({ c }: { c: StaffContext }) {
  const t = voice(c);
  const now = c.var.deps.clock.now();
  const { live, over } = await readOpenings(c.var.deps.db, now);
  const all = [...live, ...over];
  const names = await namesOf(
    c,
    all.map(({ askedBy }) => askedBy),
  );
  return (
    <Section title={t("openings.title")} id="openings">
      {all.length === 0 ? (
        <p>{t("openings.none")}</p>
      ) : (
        <DataTable
          label={t("openings.title")}
          width="narrow"
          columns={[
            { head: t("openings.when") },
            { head: t("openings.who") },
            { head: t("openings.ground") },
            { head: t("openings.stage") },
          ]}
          rows={all.map((one) => ({
            cells: [
              <a href={openingPath(one.id)}>{moment(c, one.askedAt)}</a>,
              names.get(one.askedBy) ?? t("readers.gone"),
              t(`ground.${one.ground}`),
              <StageTag c={c} opening={one} now={now} />,
            ],
          }))}
        />
      )}
    </Section>
  );
}

export function StageTag({ c, opening, now }: { c: StaffContext; opening: Opening; now: number }) {
  const stage = stageOf(opening, now);
  const words = voice(c)(`stage.${stage}`);
  if (stage === "asked" || stage === "granted") return <Tag color="warning">{words}</Tag>;
  return stage === "opened" ? <Tag color="info">{words}</Tag> : <span>{words}</span>;
}

/** Reasons, as every opening and export asks for them. */
export function GroundFields(p: {
  c: StaffContext;
  values: Record<string, string>;
  problems?: Problem[] | undefined;
  /** A bundle leaves: the reason stays in the access log, not in the proof log. */
  leaves?: boolean;
}) {
  const t = voice(p.c);
  const hint = (ground: (typeof GROUNDS)[number]) =>
    ground === "authority" || ground === "audit" ? {} : { hint: t(`ground.${ground}.hint`) };
  return (
    <>
      <Radios
        name="ground"
        legend={t("ground")}
        value={p.values.ground}
        problem={problemFor(p.problems, "ground")}
        options={GROUNDS.map((ground) => ({ value: ground, label: t(`ground.${ground}`), ...hint(ground) }))}
      />
      <TextArea
        name="reason"
        label={t("reason")}
        hint={t(p.leaves ? "reason.hint.export" : "reason.hint")}
        value={p.values.reason}
        rows={3}
        problem={problemFor(p.problems, "reason")}
      />
    </>
  );
}

/**
 * Nobody is held with this address: the same page whether or not a sealed proof exists. `looked`: it follows a look-up;
 * without it somebody who is held may have left before.
 */
export function openPage(
  c: StaffContext,
  values: Record<string, string>,
  problems?: Problem[],
  looked = true,
): Promise<Response> {
  const t = voice(c);
  const second = c.var.institution.secondPersonOpens === true;
  const labels = { address: t("address"), ground: t("ground"), reason: t("reason") };
  return deskPage(c, {
    title: t(looked && !problems ? "gone.title" : "open.title"),
    current: "proofs",
    back: { href: PROOFS, label: t("back") },
    ...(looked && !problems && { lede: t("gone.lede") }),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} labels={labels} title={t("open.problem")} />
        {can(c, "proof.open") && (
          <Section title={t("open.title")} lede={t("open.text")}>
            {second && <p>{t("open.text.second")}</p>}
            <DeskForm action={`${PROOFS}/open`}>
              <AddressField c={c} value={values.address} problems={problems} />
              <GroundFields c={c} values={values} problems={problems} />
              <Actions>
                <Button>{t(second ? "ask.act" : "open.act")}</Button>
                <a href={PROOFS}>{t("cancel")}</a>
              </Actions>
            </DeskForm>
          </Section>
        )}
      </>
    ),
  });
}

/** The address opened nothing. */
export function nothingPage(c: StaffContext): Promise<Response> {
  const t = voice(c);
  return deskPage(c, {
    title: t("none.title"),
    current: "proofs",
    back: { href: PROOFS, label: t("back") },
    lede: t("none.lede"),
    children: (
      <LinkButton href={PROOFS} variant="secondary">
        {t("again")}
      </LinkButton>
    ),
  });
}

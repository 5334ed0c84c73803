/** Who looked at one person: the lines, looks at lists he was on, and whether he is told names. */
import { NAMINGS } from "../../../domain/read-log/decide-names.ts";
import type { Readers } from "../../../domain/read-log/look-at-readers.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, DeskForm, ErrorSummary, LinkButton, Radios, Section, TextArea } from "../parts.tsx";
import { can, everybody, Lines, moment, READ_LOG, voice } from "./shared.tsx";

export async function foundPage(c: StaffContext, found: Readers): Promise<Response> {
  const t = voice(c);
  const names = await everybody(c);
  const { personId, left, lines, lists } = found;
  const nobody = personId === undefined && !left;
  return deskPage(c, {
    title: t("found.title"),
    current: "reading",
    back: { href: READ_LOG, label: t("title") },
    lede: nobody ? t("found.nobody") : t("found.lede", { n: lines.length }),
    children: (
      <>
        {left && <p>{t("found.left")}</p>}
        {lines.length > 0 && <Lines c={c} label={t("found.title")} lines={lines} names={names} />}
        {lists.length > 0 && (
          <Section title={t("found.lists")} lede={t("found.lists.lede")}>
            <Lines c={c} label={t("found.lists")} lines={lists} names={names} />
          </Section>
        )}
        {personId !== undefined && <Names c={c} found={found} names={names} personId={personId} />}
        <div class="above-5">
          <LinkButton href={READ_LOG} variant="secondary">
            {t("found.again")}
          </LinkButton>
        </div>
      </>
    ),
  });
}

function Names(p: { c: StaffContext; found: Readers; names: ReadonlyMap<string, string>; personId: string }) {
  const { c, found } = p;
  const t = voice(c);
  const { naming } = found;
  return (
    <Section title={t("names.title")} lede={t("names.lede")}>
      <p>
        {naming
          ? t(`names.${naming.decision}`, {
              name: p.names.get(naming.by) ?? t("gone"),
              when: moment(c, naming.at),
              reason: naming.reason,
            })
          : t("names.none")}
      </p>
      {can(c, "reading.name") && <NamesForm c={c} values={{ person: p.personId }} />}
    </Section>
  );
}

function NamesForm(p: { c: StaffContext; values: Record<string, string>; problems?: Problem[] }) {
  const t = voice(p.c);
  return (
    <DeskForm action={`${READ_LOG}/names`}>
      <input type="hidden" name="person" value={p.values.person ?? ""} />
      <Radios
        name="decision"
        legend={t("names.decision")}
        value={p.values.decision}
        problem={problemFor(p.problems, "decision")}
        options={NAMINGS.map((one) => ({
          value: one,
          label: t(`names.decision.${one}`),
          hint: t(`names.decision.${one}.hint`),
        }))}
      />
      <TextArea
        name="reason"
        label={t("names.reason")}
        hint={t("names.reason.hint")}
        value={p.values.reason}
        problem={problemFor(p.problems, "reason")}
        rows={3}
      />
      <Actions>
        <Button>{t("names.act")}</Button>
      </Actions>
    </DeskForm>
  );
}

/** The form again, with what was wrong. */
export function namesPage(c: StaffContext, values: Record<string, string>, problems: Problem[]): Promise<Response> {
  const t = voice(c);
  return deskPage(c, {
    title: t("names.title"),
    current: "reading",
    back: { href: READ_LOG, label: t("title") },
    lede: t("names.lede"),
    status: 422,
    error: true,
    children: (
      <>
        <ErrorSummary
          problems={problems}
          labels={{ decision: t("names.decision"), reason: t("names.reason") }}
          title={t("names.problem")}
        />
        <NamesForm c={c} values={values} problems={problems} />
      </>
    ),
  });
}

/** The decision was recorded. */
export function namedPage(c: StaffContext): Promise<Response> {
  const t = voice(c);
  return deskPage(c, {
    title: t("names.done"),
    current: "reading",
    back: { href: READ_LOG, label: t("title") },
    lede: t("names.done.text"),
    children: (
      <LinkButton href={READ_LOG} variant="secondary">
        {t("found.again")}
      </LinkButton>
    ),
  });
}

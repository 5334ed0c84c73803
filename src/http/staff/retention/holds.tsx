/** Legal holds: what must not be deleted, until when and why; placing one, and ending one. */
import { dayOf } from "../../../domain/consent/rules/days.ts";
import { HOLD_SCOPES, type HoldScope, isHoldScope } from "../../../domain/retention/rules/kinds.ts";
import { type Hold, lasts, readHoldable, readHolds } from "../../../domain/retention/views/holds.ts";
import { may } from "../../../domain/staff/rules.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import {
  Actions,
  Button,
  DataTable,
  Decide,
  DeskForm,
  Done,
  ErrorSummary,
  Radios,
  Section,
  Select,
  TextArea,
  TextField,
} from "../parts.tsx";
import { both, can, day, namesOf, RETENTION, voice } from "./shared.tsx";

export const HOLDS = `${RETENTION}/holds`;
const MOST = 200;
const DONE = { placed: "place.done", ended: "end.done" } as const;

interface Given {
  values?: Record<string, string>;
  problems?: Problem[];
  /** The hold that is being ended. */
  ending?: string;
}

export async function holdsPage(c: StaffContext, given: Given = {}): Promise<Response> {
  const no = may(c.var.actor, "retention.see");
  if (no) return refusedPage(c, no, "desk");
  const t = voice(c);
  const { deps, institution } = c.var;
  const today = dayOf(deps.clock.now(), institution.timeZone);
  const holds = await readHolds(deps.db, MOST);
  const who = await namesOf(
    c,
    holds.flatMap(({ placedBy, endedBy }) => [placedBy, endedBy]),
  );
  const ending = holds.find(({ id }) => id === (given.ending ?? c.req.query("end")));
  const done = Object.entries(DONE).find(([name]) => name === c.req.query("done"))?.[1];
  const acts = can(c, "retention.hold");
  return deskPage(c, {
    title: t("holds.title"),
    current: "retention",
    back: { href: RETENTION, label: t("back") },
    lede: t("holds.lede"),
    status: given.problems ? 422 : 200,
    error: given.problems !== undefined,
    children: (
      <>
        {done && <Done>{t(done)}</Done>}
        <ErrorSummary
          problems={given.problems}
          labels={{ whose: t("place.address"), reason: t("reason"), until: t("place.until"), scope: t("place.scope") }}
          title={t(ending ? "end.problem" : "place.problem")}
        />
        <p>{t("holds.limits")}</p>
        {ending && acts && lasts(ending, today) && <End c={c} hold={ending} given={given} />}
        {holds.length === 0 ? (
          <p class="quiet above-4">{t("holds.none")}</p>
        ) : (
          <DataTable
            label={t("holds.title")}
            width="stack"
            columns={[
              { head: t("holds.what") },
              { head: t("reason") },
              { head: t("holds.by") },
              { head: t("holds.until"), num: true },
              { head: t("holds.state") },
            ]}
            rows={holds.map((hold) => ({
              cells: [
                what(c, hold),
                hold.reason,
                `${who(hold.placedBy)}, ${day(c, hold.placedAt)}`,
                day(c, hold.until),
                state(c, hold, today, acts),
              ],
            }))}
          />
        )}
        {acts && !ending && <Place c={c} given={given} />}
      </>
    ),
  });
}

function what(c: StaffContext, { scope, of }: Hold): string {
  const t = voice(c);
  if (scope === "person") return t("scope.person");
  return of === undefined ? t("scope.gone") : t(`scope.${scope}`, { of: typeof of === "string" ? of : both(c, of) });
}

function state(c: StaffContext, hold: Hold, today: string, acts: boolean) {
  const t = voice(c);
  if (hold.endedAt !== null) return t("holds.ended", { day: day(c, hold.endedAt), reason: hold.endReason ?? "" });
  if (hold.until < today) return t("holds.over", { day: day(c, hold.until) });
  return (
    <>
      {t("holds.lasts")}
      {acts && (
        <>
          {" · "}
          <a href={`${HOLDS}?end=${hold.id}`}>{t("end.act")}</a>
        </>
      )}
    </>
  );
}

function End({ c, hold, given }: { c: StaffContext; hold: Hold; given: Given }) {
  const t = voice(c);
  return (
    <Decide title={t("end.title")} danger>
      <p>{what(c, hold)}</p>
      <DeskForm action={`${HOLDS}/${hold.id}/end`}>
        <Reason c={c} given={given} />
        <Actions>
          <Button danger>{t("end.act")}</Button>
          <a href={HOLDS}>{t("holds.title")}</a>
        </Actions>
      </DeskForm>
    </Decide>
  );
}

function Reason({ c, given }: { c: StaffContext; given: Given }) {
  const t = voice(c);
  return (
    <TextArea
      name="reason"
      label={t("reason")}
      hint={t("reason.hint")}
      rows={2}
      value={given.values?.reason}
      problem={problemFor(given.problems, "reason")}
    />
  );
}

/** First what kind of thing, then which one: each kind is chosen in its own way. */
async function Place({ c, given }: { c: StaffContext; given: Given }) {
  const t = voice(c);
  const chosen = given.values?.scope ?? c.req.query("scope") ?? "";
  const scope = isHoldScope(chosen) ? chosen : undefined;
  const field = (name: string) => ({
    name,
    value: given.values?.[name],
    problem: problemFor(given.problems, name),
  });
  return (
    <Section title={t("place.title")} id="place">
      <DeskForm action={`${HOLDS}#place`} method="get">
        <Radios
          name="scope"
          legend={t("place.scope")}
          value={scope}
          options={HOLD_SCOPES.map((value) => ({ value, label: t(`place.scope.${value}`) }))}
        />
        <Actions>
          <Button variant="secondary">{t("place.next")}</Button>
        </Actions>
      </DeskForm>
      {scope && (
        <div class="above-5">
          <DeskForm action={HOLDS}>
            <input type="hidden" name="scope" value={scope} />
            {scope === "person" ? (
              <TextField
                {...field("whose")}
                label={t("place.address")}
                hint={t("place.address.hint")}
                inputmode="email"
                autocomplete="off"
                spellcheck={false}
              />
            ) : (
              <Select
                {...field("whose")}
                label={t(`place.${scope}`)}
                options={[{ value: "", label: "" }, ...(await thingsOf(c, scope))]}
              />
            )}
            <Reason c={c} given={given} />
            <TextField {...field("until")} type="date" label={t("place.until")} hint={t("place.until.hint")} />
            <Actions>
              <Button>{t("place.act")}</Button>
            </Actions>
          </DeskForm>
        </div>
      )}
    </Section>
  );
}

async function thingsOf(c: StaffContext, scope: Exclude<HoldScope, "person">) {
  const { lists, mailings, purposes } = await readHoldable(c.var.deps.db);
  if (scope === "mailing") return mailings.map(({ id, title }) => ({ value: id, label: title }));
  return (scope === "list" ? lists : purposes).map(({ id, names }) => ({ value: id, label: both(c, names) }));
}

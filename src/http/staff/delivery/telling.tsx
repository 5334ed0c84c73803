/** `/staff/settings/alerts`: who is told when sending is in trouble, and a test that goes the same way as an alert. */
import type { Heard } from "../../../domain/alerts/acts/hand-on.ts";
import { MOST_TOLD, NOBODY, type Telling } from "../../../domain/alerts/rules/telling.ts";
import { sendTestAlert } from "../../../domain/alerts/send-test.ts";
import { tellWhom } from "../../../domain/institution/tell-whom.ts";
import { readInstitutionRow } from "../../../domain/institution/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import { alertTexts } from "../../../texts/alerts.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage, statusOf } from "../../failures.tsx";
import { type Form, type Problem, problemFor, problemsOf, readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import {
  Actions,
  Button,
  Checks,
  DeskForm,
  Details,
  Done,
  ErrorSummary,
  Fieldset,
  Section,
  TextField,
} from "../parts.tsx";

export const TELLING = "/staff/settings/alerts";
type AlertKey = keyof (typeof alertTexts)["lv"];

export async function saveTelling(c: StaffContext): Promise<Response> {
  const form = await readForm(c);
  const version = Number(form.text("version")) || 0;
  const done = await tellWhom(c.var.deps, c.var.actor, { telling: tellingOf(form), version });
  if (!isRefusal(done)) return c.redirect(`${TELLING}?saved`, 303);
  if (done.code === "staff.forbidden") return refusedPage(c, done, "desk");
  // What is filled in comes first, so that the rows of the page are those that the problems name.
  return tellingPage(c, { refusal: done, telling: tellingOf(form), version });
}

/** Tries every channel now; the page says of each how it went. */
export async function testTelling(c: StaffContext): Promise<Response> {
  const heard = await sendTestAlert(c.var.deps, c.var.actor);
  if (!isRefusal(heard)) return tellingPage(c, { heard });
  return heard.code === "staff.forbidden" ? refusedPage(c, heard, "desk") : tellingPage(c, { refusal: heard });
}

function tellingOf(form: Form): Telling {
  const people = Array.from({ length: MOST_TOLD }, (_, i) => ({
    name: form.text(`people.${i}.name`),
    address: form.text(`people.${i}.address`),
  }));
  return { people: people.filter((p) => p.name !== "" || p.address !== ""), webhook: form.text("webhook") };
}

interface Shown {
  telling?: Telling;
  version?: number;
  refusal?: Refusal;
  heard?: Heard[];
}

export async function tellingPage(
  c: StaffContext,
  { telling, version, refusal, heard }: Shown = {},
): Promise<Response> {
  const { lang, deps, actor } = c.var;
  const t = say(alertTexts, lang);
  const no = may(actor, "institution.change");
  const row = await readInstitutionRow(deps.db);
  if (no || !row) return refusedPage(c, no ?? refuse("institution.missing"), "desk");
  const saved = row.profile.telling ?? NOBODY;
  const shown = telling ?? saved;
  const problems = refusal && problemsOf(refusal, lang);
  const somebody = saved.people.length > 0 || saved.webhook !== "";
  return deskPage(c, {
    title: t("telling.title"),
    current: "settings",
    back: { href: "/staff/settings", label: t("telling.back") },
    lede: t("telling.lede"),
    status: refusal ? statusOf(refusal) : 200,
    error: refusal !== undefined,
    aside: somebody && <Test c={c} />,
    children: (
      <>
        <ErrorSummary problems={named(c, problems)} title={t("telling.failed")} />
        {c.req.query("saved") !== undefined && <Done>{t("telling.saved")}</Done>}
        {heard && <Outcome c={c} heard={heard} />}
        <div class={heard && "above-6"}>
          <TellingForm c={c} telling={shown} version={version ?? row.version} problems={problems} />
        </div>
      </>
    ),
  });
}

/** "Fill in this field." says which: the person and the field. */
function named(c: StaffContext, problems: Problem[] | undefined): Problem[] | undefined {
  const t = say(alertTexts, c.var.lang);
  return problems?.map(({ field, text }) => {
    const [, i, part] = /^people\.(\d)\.(name|address)$/.exec(field) ?? [];
    if (i === undefined) return { field, text };
    const label = `${t("telling.person", { n: Number(i) + 1 })}, ${t(`telling.${part as "name"}`)}`;
    return { field, text: `${label}: ${text}` };
  });
}

function Test({ c }: { c: StaffContext }) {
  const t = say(alertTexts, c.var.lang);
  return (
    <>
      <h2 class="desk-h">{t("telling.test.title")}</h2>
      <p>{t("telling.test.text")}</p>
      <form method="post" action={`${TELLING}/test`} class="above-3">
        <Button variant="secondary">{t("telling.test.act")}</Button>
      </form>
    </>
  );
}

/** One line for each channel. */
function Outcome({ c, heard }: { c: StaffContext; heard: readonly Heard[] }) {
  const t = say(alertTexts, c.var.lang);
  const how = ({ channel, code }: Heard) => {
    if (code === undefined) return t("telling.test.ok");
    const key = `telling.test.no.${code}`;
    return channel === "webhook" && key in alertTexts.lv ? t(key as AlertKey) : t("telling.test.no.mail", { code });
  };
  return (
    <div role="status">
      <h2 class="desk-h">{t("telling.test.done")}</h2>
      <Checks
        items={heard.map((one) => ({
          text: one.channel === "webhook" ? t("telling.test.webhook") : one.to,
          more: how(one),
          state: one.code === undefined ? ("done" as const) : ("open" as const),
        }))}
      />
    </div>
  );
}

interface FormProps {
  c: StaffContext;
  telling: Telling;
  version: number;
  problems: Problem[] | undefined;
}

/** A row for everybody who is named and one to name somebody; the rest, as many as there may be, folded below. */
function TellingForm({ c, telling, version, problems }: FormProps) {
  const t = say(alertTexts, c.var.lang);
  const { people } = telling;
  const rows = Array.from({ length: MOST_TOLD }, (_, i) => (
    <Person c={c} i={i} person={people[i]} problems={problems} />
  ));
  const shown = Math.max(people.length + 1, 2);
  const hint = t(c.var.deps.config.mode === "production" ? "telling.webhook.hint" : "telling.webhook.hint.open");
  return (
    <DeskForm action={TELLING}>
      <input type="hidden" name="version" value={String(version)} />
      <Section title={t("telling.people")} lede={t("telling.people.lede", { most: MOST_TOLD })}>
        {rows.slice(0, shown)}
        {shown < MOST_TOLD && <Details summary={t("telling.more")}>{rows.slice(shown)}</Details>}
      </Section>
      <Section title={t("telling.web")}>
        <TextField
          name="webhook"
          label={t("telling.webhook")}
          hint={hint}
          value={telling.webhook}
          problem={problemFor(problems, "webhook")}
          inputmode="url"
          spellcheck={false}
          optional
        />
      </Section>
      <Actions>
        <Button>{t("telling.save")}</Button>
        <a href="/staff/settings">{t("telling.cancel")}</a>
      </Actions>
    </DeskForm>
  );
}

interface PersonProps {
  c: StaffContext;
  i: number;
  person: Telling["people"][number] | undefined;
  problems: Problem[] | undefined;
}

/** One row. It may be left empty; once something stands in it, both fields are needed, so neither is called optional. */
function Person({ c, i, person, problems }: PersonProps) {
  const t = say(alertTexts, c.var.lang);
  const field = (part: "name" | "address") => ({
    name: `people.${i}.${part}`,
    label: t(`telling.${part}`),
    value: person?.[part],
    problem: problemFor(problems, `people.${i}.${part}`),
    optional: "group" as const,
    autocomplete: "off",
  });
  const legend = t(person ? "telling.person" : "telling.person.optional", { n: i + 1 });
  return (
    <Fieldset legend={legend}>
      <TextField {...field("name")} />
      <TextField {...field("address")} inputmode="email" spellcheck={false} />
    </Fieldset>
  );
}

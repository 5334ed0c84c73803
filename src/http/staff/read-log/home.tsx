/** `/staff/read-log`: who looked at a person, the lines by colleague, day and act, and what the log is for. */
import type { LinesPage } from "../../../domain/read-log/look-at-log.ts";
import { HOUR_MS, MANY_AN_HOUR, OUTCOMES, READ_ACTS, type ReadAct } from "../../../domain/read-log/rules/acts.ts";
import { readUnusual } from "../../../domain/read-log/views/lines.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import {
  Actions,
  Alert,
  Button,
  DeskForm,
  ErrorSummary,
  LinkButton,
  Links,
  Pager,
  Section,
  Select,
  TextField,
} from "../parts.tsx";
import { WhyField } from "../people/why.tsx";
import { AboutLog } from "./about.tsx";
import { actText, everybody, Lines, moment, READ_LOG, RECORDED, voice } from "./shared.tsx";

/** The form of an address: by POST, never suggested, never remembered. */
export function PersonForm({
  c,
  values = {},
  problems,
}: {
  c: StaffContext;
  values?: Record<string, string>;
  problems?: Problem[] | undefined;
}) {
  const t = voice(c);
  return (
    <DeskForm action={`${READ_LOG}/person`}>
      <TextField
        name="address"
        inputmode="email"
        autocomplete="off"
        spellcheck={false}
        label={t("person.address")}
        value={values.address}
        problem={problemFor(problems, "address")}
      />
      <WhyField c={c} value={values.why} problems={problems} />
      <Actions>
        <Button>{t("person.act")}</Button>
      </Actions>
    </DeskForm>
  );
}

export interface HomeProps {
  page: LinesPage;
  /** The filter as it stands in the address. */
  query: Record<string, string>;
  values?: Record<string, string>;
  problems?: Problem[];
}

export async function homePage(c: StaffContext, { page, query, values, problems }: HomeProps): Promise<Response> {
  const t = voice(c);
  const [names, unusual] = await Promise.all([everybody(c), readUnusual(c.var.deps.db, 10)]);
  const filtered = Object.values(query).some((value) => value !== "");
  const older = page.next && {
    href: `${READ_LOG}?${new URLSearchParams({ ...query, before: `${page.next.at}.${page.next.id}` })}#lines`,
    label: t("lines.older"),
  };
  return deskPage(c, {
    title: t("title"),
    current: "reading",
    lede: t("lede"),
    acts: (
      <>
        <LinkButton href={`${READ_LOG}/check`} variant="secondary">
          {t("about.check")}
        </LinkButton>
        <a href={RECORDED}>{t("about.staff")}</a>
      </>
    ),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary
          problems={problems}
          labels={{ address: t("person.address"), why: t("why.ask") }}
          title={t("person.problem")}
        />
        <Alert color="info" title={t("ban.title")}>
          <p>{t("ban")}</p>
        </Alert>
        <Section title={t("person.title")} lede={t("person.lede")}>
          <PersonForm c={c} {...(values && { values })} problems={problems} />
        </Section>
        {unusual.length > 0 && <Unusual c={c} at={unusual.map((one) => one.at)} />}
        <Section title={t("lines.title")} id="lines" lede={t("lines.recorded")}>
          <Filter c={c} query={query} names={names} />
          {page.lines.length === 0 ? (
            <p class="above-4">{t("lines.none")}</p>
          ) : (
            <Lines c={c} label={t("lines.title")} lines={page.lines} names={names} />
          )}
          <Pager
            next={older}
            prev={query.before ? { href: `${READ_LOG}${plain(query)}#lines`, label: t("lines.newest") } : undefined}
          />
          {filtered && (
            <p class="above-4">
              <a href={READ_LOG}>{t("filter.clear")}</a>
            </p>
          )}
        </Section>
        <Section title={t("about.title")}>
          <AboutLog c={c} />
        </Section>
      </>
    ),
  });
}

const plain = ({ before: _, ...query }: Record<string, string>) => `?${new URLSearchParams(query)}`;

/** Hours in which unusually many were looked at: a hint about security, told without a name. */
function Unusual({ c, at }: { c: StaffContext; at: readonly number[] }) {
  const t = voice(c);
  return (
    <Section title={t("unusual.title")} lede={t("unusual.lede", { n: MANY_AN_HOUR })}>
      <Links
        items={at.map((ms) => ({
          href: `${READ_LOG}?${new URLSearchParams({ since: String(ms - HOUR_MS), until: String(ms + 1) })}#lines`,
          label: t("unusual.show", { when: moment(c, ms) }),
        }))}
      />
    </Section>
  );
}

function Filter({
  c,
  query,
  names,
}: {
  c: StaffContext;
  query: Record<string, string>;
  names: ReadonlyMap<string, string>;
}) {
  const t = voice(c);
  const acts = Object.keys(READ_ACTS) as ReadAct[];
  return (
    <form class="desk-filter" method="get" action={READ_LOG}>
      <Select
        name="colleague"
        label={t("filter.colleague")}
        value={query.colleague ?? ""}
        options={[
          { value: "", label: t("filter.all") },
          ...[...names].map(([label, name]) => ({ value: label.replace(/^staff:/, ""), label: name })),
        ]}
      />
      <Select
        name="act"
        label={t("filter.act")}
        value={query.act ?? ""}
        options={[
          { value: "", label: t("filter.every") },
          ...acts.map((act) => ({ value: act, label: actText(c, act) })),
        ]}
      />
      <Select
        name="outcome"
        label={t("filter.outcome")}
        value={query.outcome ?? ""}
        options={[
          { value: "", label: t("filter.all") },
          ...OUTCOMES.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) })),
        ]}
      />
      <TextField name="from" type="date" label={t("filter.from")} value={query.from ?? ""} optional="group" />
      <TextField name="to" type="date" label={t("filter.to")} value={query.to ?? ""} optional="group" />
      <Button variant="secondary">{t("filter.show")}</Button>
    </form>
  );
}

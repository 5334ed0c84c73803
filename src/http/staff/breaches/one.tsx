/**
 * One breach: its clocks, what was reported, what is known, whom what was told. The page is the record that the law asks for
 * (GDPR Art. 33(5)) and prints as one; whoever only reported it sees his own report.
 */

import { missingToClose } from "../../../domain/breaches/rules/typed.ts";
import { clocksOf, SECTIONS } from "../../../domain/breaches/rules.ts";
import { type BreachRecord, readBreach, readTold } from "../../../domain/breaches/views.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { refuse } from "../../../refusal.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { nameOf } from "../../page.tsx";
import { deskPage } from "../layout.tsx";
import { Alert, DataTable, Done, Facts, Section } from "../parts.tsx";
import { namesOf } from "../proofs/shared.tsx";
import { SectionView } from "./sections.tsx";
import { BREACHES, can, leftOf, moment, sees, voice } from "./shared.tsx";

export async function breachPage(c: StaffContext, id: string): Promise<Response> {
  const record = await readBreach(c.var.deps.db, id);
  if (!record || !sees(c, record.breach)) return refusedPage(c, refuse("page.not_found"), "desk");
  const t = voice(c);
  const { breach } = record;
  const whole = can(c, "breach.see");
  const writes = can(c, "breach.decide");
  const [names, told] = await Promise.all([
    namesOf(c, [breach.reportedBy, ...record.versions.map(({ by }) => by)]),
    readTold(c.var.deps.db, id),
  ]);
  const exercise = breach.kind === "exercise";
  const missing = missingToClose(record.now);
  const sections = SECTIONS.filter((section) => section !== "closing" || record.now.closing !== undefined);
  return deskPage(c, {
    title: t(`one.title.${breach.kind}`, { n: String(breach.n) }),
    current: "breaches",
    back: { href: BREACHES, label: t("back") },
    tag:
      breach.closedAt === null
        ? { text: t("state.open"), color: exercise ? "info" : "danger" }
        : { text: t("state.closed", { when: moment(c, breach.closedAt) }) },
    lede: (
      <>
        {t("one.lede", {
          when: moment(c, breach.awareAt, c.var.lang === "lv" ? "loc" : "table"),
          name: names.get(breach.reportedBy) ?? t("nobody"),
        })}{" "}
        {told === undefined
          ? breach.closedAt === null && t("one.untold")
          : t("one.told", { when: moment(c, told, c.var.lang === "lv" ? "loc" : "table") })}
      </>
    ),
    children: (
      <>
        <DoneWords c={c} record={record} />
        {exercise && (
          <Alert color="info">
            <p>{t("one.exercise")}</p>
          </Alert>
        )}
        {!whole && <p>{t("one.own")}</p>}
        <Clocks c={c} record={record} />
        {(whole ? sections : (["report"] as const)).map((section) => (
          <SectionView c={c} record={record} section={section} names={names} writes={writes} />
        ))}
        {writes && breach.closedAt === null && <Closing c={c} record={record} missing={missing} />}
        {whole && <Details c={c} />}
        <p class="small quiet no-print above-6">{t("print.hint")}</p>
      </>
    ),
  });
}

function DoneWords({ c, record }: { c: StaffContext; record: BreachRecord }) {
  const t = voice(c);
  const done = c.req.query("done");
  if (done === "saved") return <Done>{t("done.saved")}</Done>;
  if (done !== "reported") return null;
  const when = moment(c, record.breach.awareAt, c.var.lang === "lv" ? "gen" : "table");
  return (
    <Done>
      {t("done.reported", { when })} {c.req.query("assumed") === "1" && t("done.assumed")}{" "}
      {c.req.query("masked") === "1" && t("done.masked")}
    </Done>
  );
}

function Clocks({ c, record }: { c: StaffContext; record: BreachRecord }) {
  const t = voice(c);
  const now = c.var.deps.clock.now();
  return (
    <section class="above-5">
      <DataTable
        caption={t("clocks.title")}
        width="lines"
        columns={[
          { head: t("clock.head") },
          { head: t("clock.until"), num: true },
          { head: t("clock.left"), num: true },
        ]}
        rows={clocksOf(record.breach).map(({ kind, hours, until, doneAt }) => {
          const { over, left } = leftOf(t, until, now);
          const running = over ? <span class="desk-due">{t("clock.late", { left })}</span> : left;
          return {
            cells: [
              t(`clock.row.${kind}`, { hours: String(hours) }),
              moment(c, until),
              doneAt === null ? running : t("clock.done", { when: moment(c, doneAt) }),
            ],
          };
        })}
      />
      <p class="small quiet above-3">{t("clock.how")}</p>
    </section>
  );
}

function Closing(p: { c: StaffContext; record: BreachRecord; missing: ReturnType<typeof missingToClose> }) {
  const t = voice(p.c);
  return (
    <Section title={t("section.closing")}>
      {p.missing.length > 0 ? (
        <>
          <p>{t("closing.missing")}</p>
          <ul>
            {p.missing.map((section) => (
              <li>{t(`section.${section}`)}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          <a href={`${BREACHES}/${p.record.breach.id}/closing`}>{t("closing.act")}</a>
        </p>
      )}
    </Section>
  );
}

/** Who notifies, who is asked, who is notified (Art. 33(3)(b)). */
function Details({ c }: { c: StaffContext }) {
  const t = voice(c);
  const { institution, lang } = c.var;
  const { dataProtectionOfficer: officer, supervisoryAuthority: authority } = institution;
  const joined = (...parts: string[]) => parts.filter(Boolean).join(", ");
  return (
    <Section title={t("officer.title")}>
      <Facts
        items={[
          {
            term: t("officer.controller"),
            value: joined(nameOf(institution, lang), institution.registrationNumber, institution.legalAddress),
          },
          { term: t("officer.officer"), value: joined(officer.name, officer.email, officer.phone) || t("empty") },
          {
            term: t("officer.authority"),
            value: joined(inLanguage(authority.name, lang), authority.email, authority.website),
          },
        ]}
      />
    </Section>
  );
}

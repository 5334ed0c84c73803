/** Finding a person by the whole address, and what is known of him. */
import type { Child } from "hono/jsx";
import type { LookUp } from "../../../domain/people/look-up.ts";
import type { LeftMark, PersonCard } from "../../../domain/people/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { showNumber } from "../../../texts/dates.ts";
import { readLogTexts } from "../../../texts/read-log.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import {
  Actions,
  Alert,
  Button,
  DataTable,
  DeskForm,
  Done,
  ErrorSummary,
  Facts,
  LinkButton,
  Section,
  Tag,
  TextField,
} from "../parts.tsx";
import { both, day, lastMail, PEOPLE, REFUSAL, stateText, voice } from "./shared.tsx";
import { WhyField } from "./why.tsx";

const mayImport = (c: StaffContext) => may(c.var.actor, "people.import") === undefined;

export function findPage(c: StaffContext, values: Record<string, string>, problems?: Problem[]): Promise<Response> {
  const t = voice(c);
  const done = (["shared", "own"] as const).find((one) => one === c.req.query("done"));
  return deskPage(c, {
    title: t("title"),
    current: "people",
    lede: t("lede"),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        {done && <Done>{t(`${done}.done`)}</Done>}
        <ErrorSummary
          problems={problems}
          labels={{ address: t("address"), why: say(readLogTexts, c.var.lang)("why.ask") }}
          title={t("find.problem")}
        />
        <DeskForm action={PEOPLE}>
          <TextField
            name="address"
            type="text"
            inputmode="email"
            autocomplete="off"
            spellcheck={false}
            label={t("address")}
            value={values.address}
            problem={problemFor(problems, "address")}
          />
          <WhyField c={c} value={values.why} problems={problems} />
          <Actions>
            <Button>{t("find")}</Button>
            <a href={REFUSAL}>{t("refusal.link")}</a>
          </Actions>
        </DeskForm>
      </>
    ),
  });
}

/** The result of a look-up: a person, somebody who left, or nobody; and whether a sign-up waits. */
export function foundPage(c: StaffContext, found: LookUp): Promise<Response> {
  const { card, left, pendingSignUpUntil: until, lastMailUntil } = found;
  const t = voice(c);
  const pending = until !== undefined && <p>{t("pending", { day: day(c, until) })}</p>;
  const back = { href: PEOPLE, label: t("title") };
  if (card)
    return deskPage(c, {
      title: card.name || card.address,
      current: "people",
      back,
      acts: (
        <>
          <form method="post" action={`${REFUSAL}/of`}>
            <Button variant="secondary" name="address" value={card.address}>
              {t("refusal.link")}
            </Button>
          </form>
          {may(c.var.actor, "request.note") === undefined && (
            <form method="post" action="/staff/requests/of">
              <Button variant="secondary" name="address" value={card.address}>
                {t("request.link")}
              </Button>
            </form>
          )}
          {may(c.var.actor, "proof.look-up") === undefined && (
            <form method="post" action="/staff/proofs">
              <Button variant="secondary" name="address" value={card.address}>
                {t("proofs.link")}
              </Button>
            </form>
          )}
        </>
      ),
      aside: (
        <>
          <About c={c} card={card} />
          <Shared c={c} card={card} />
        </>
      ),
      children: (
        <>
          {pending}
          {card.restrictedFor && (
            <Alert color="info">
              <p>{t(`restricted.${card.restrictedFor}`)}</p>
            </Alert>
          )}
          <Lists c={c} card={card} />
          <Records c={c} card={card} />
          <Messages c={c} card={card} />
          {left.length > 0 && <Left c={c} left={left} />}
        </>
      ),
    });
  const gone = left.length > 0;
  return deskPage(c, {
    title: gone ? t("left.title") : t("nobody.title"),
    current: "people",
    back,
    lede:
      lastMailUntil !== undefined
        ? lastMail(c, "desk.pending", lastMailUntil)
        : gone
          ? t("left.text")
          : t("nobody.text"),
    children: (
      <>
        {pending}
        {gone && <Left c={c} left={left} />}
        <div class="above-5">
          <LinkButton href={PEOPLE} variant="secondary">
            {t("again")}
          </LinkButton>
        </div>
      </>
    ),
  });
}

type Of = { c: StaffContext; card: PersonCard };

function About({ c, card }: Of) {
  const t = voice(c);
  return (
    <>
      <h2 class="desk-h">{t("card.title")}</h2>
      <Facts
        inline={false}
        items={[
          {
            term: t("card.name"),
            value: card.name || <span class="quiet">{t(card.shared ? "card.shared" : "card.noname")}</span>,
          },
          { term: t("card.address"), value: card.address },
          { term: t("card.language"), value: t(`language.${card.language}`) },
          { term: t("card.added"), value: day(c, card.addedAt) },
        ]}
      />
    </>
  );
}

/** Several people read the address: nobody is addressed by name, and its own page shows lists, not persons. */
function Shared({ c, card }: Of) {
  const t = voice(c);
  return (
    <form method="post" action={`${PEOPLE}/shared`} class="above-4">
      <input type="hidden" name="person" value={card.personId} />
      <p class="small quiet">{t(card.shared ? "shared.is" : "shared.about")}</p>
      <Button variant="secondary" name="shared" value={card.shared ? "no" : "yes"}>
        {t(card.shared ? "shared.end" : "shared.mark")}
      </Button>
    </form>
  );
}

function Lists({ c, card }: Of) {
  const t = voice(c);
  const state = (s: string): Child => (s === "unproven" ? <Tag>{t("state.unproven")}</Tag> : stateText(t, "state", s));
  return (
    <Section title={t("card.lists")}>
      <DataTable
        label={t("card.lists")}
        columns={[
          { head: t("card.list") },
          { head: t("card.state") },
          { head: t("card.purpose") },
          { head: t("card.since") },
          { head: t("card.source") },
        ]}
        rows={card.memberships.map((m) => {
          const source = m.source && t("source.import", { source: m.source.source });
          return {
            cells: [
              <a href={`/staff/lists/${m.list.id}`}>{both(c, m.list.names)}</a>,
              state(m.state),
              both(c, m.purpose.names),
              day(c, m.since ?? m.addedAt),
              m.source && mayImport(c) ? (
                <a href={`/staff/imports/${m.source.importId}`}>{source}</a>
              ) : (
                (source ?? t("source.own"))
              ),
            ],
          };
        })}
      />
    </Section>
  );
}

function Records({ c, card }: Of) {
  const t = voice(c);
  return (
    <Section title={t("card.records")}>
      {card.records.length === 0 ? (
        <p>{t("card.norecords")}</p>
      ) : (
        <DataTable
          label={t("card.records")}
          width="narrow"
          columns={[{ head: t("card.purpose") }, { head: t("card.state") }]}
          rows={card.records.map((r) => ({ cells: [both(c, r.purpose.names), stateText(t, "record", r.state)] }))}
        />
      )}
    </Section>
  );
}

function Messages({ c, card }: Of) {
  const t = voice(c);
  return (
    <Section title={t("card.messages")}>
      {card.messages.length === 0 ? (
        <p>{t("card.nomessages")}</p>
      ) : (
        <DataTable
          label={t("card.messages")}
          width="narrow"
          columns={[{ head: t("card.state") }, { head: t("card.count"), num: true }]}
          rows={card.messages.map((m) => ({
            cells: [stateText(t, "message", m.state), showNumber(m.count, c.var.lang)],
          }))}
        />
      )}
    </Section>
  );
}

function Left({ c, left }: { c: StaffContext; left: readonly LeftMark[] }) {
  const t = voice(c);
  return (
    <Section title={t("left.heading")}>
      <DataTable
        label={t("left.heading")}
        width="narrow"
        columns={[{ head: t("left.purpose") }, { head: t("left.reason") }, { head: t("left.day") }]}
        rows={left.map((mark) => ({
          cells: [
            mark.purpose ? both(c, mark.purpose.names) : t("left.everything"),
            stateText(t, "reason", mark.reason),
            day(c, mark.day),
          ],
        }))}
      />
    </Section>
  );
}

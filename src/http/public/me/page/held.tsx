/** The part "What we hold about me": each thing in plain words, with its source, its legal basis and its end (GDPR Art. 15(1)). */
import type { Child } from "hono/jsx";
import { Temporal } from "temporal-polyfill";
import type { LiveSubscription } from "../../../../domain/consent/rules/standing.ts";
import type { Dossier } from "../../../../domain/me/held/dossier.ts";
import { NOT_SHOWN } from "../../../../domain/me/rules/shown.ts";
import { periodOf, readDecided } from "../../../../domain/retention/views.ts";
import { ownDataTexts } from "../../../../texts/own-data.ts";
import { peopleTexts } from "../../../../texts/people.ts";
import { requestTexts } from "../../../../texts/rights-requests.ts";
import { say } from "../../../../texts/say.ts";
import type { PublicContext } from "../../../env.ts";
import { calendar, quoted, quotedAll } from "../../answers/links.tsx";

/** One thing that is held. */
export interface Thing {
  term: string;
  /** Each on its own line. */
  values: string[];
  /** Source, basis, end. */
  about: string[];
}

export async function Held({ c, dossier }: { c: PublicContext; dossier: Dossier }) {
  const t = say(ownDataTexts, c.var.lang);
  return (
    <section class="flow" aria-labelledby="own-data">
      <h2 id="own-data">{t("title")}</h2>
      <p>{t("lead")}</p>
      <Things things={await thingsOf(c, dossier)} />
      <details>
        <summary>{t("not.title")}</summary>
        <NotShown c={c} />
      </details>
    </section>
  );
}

export function NotShown({ c }: { c: PublicContext }): Child {
  const t = say(ownDataTexts, c.var.lang);
  return (
    <ul>
      {NOT_SHOWN.map((why) => (
        <li>{t(`not.${why}`)}</li>
      ))}
    </ul>
  );
}

export function Things({ things }: { things: readonly Thing[] }): Child {
  return (
    <dl class="facts">
      {things.map(({ term, values, about }) => (
        <div>
          <dt>{term}</dt>
          <dd>
            {values.map((value) => (
              <p>{value}</p>
            ))}
            {about.length > 0 && <p class="small soft">{about.join(" ")}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What is held, in the order of the page. */
export async function thingsOf(c: PublicContext, d: Dossier): Promise<Thing[]> {
  const { lang } = c.var;
  const t = say(ownDataTexts, lang);
  const { day } = calendar(c);
  const { held, shared } = d;
  const details = d.proofs.chains.flatMap((chain) =>
    chain.events.flatMap(({ at, kept }) => kept.map((one) => ({ at, ...one }))),
  );
  const things: (Thing | false | undefined)[] = [
    held && {
      term: t("address"),
      values: [d.address],
      about: [
        t("address.since", { date: day(held.since) }),
        ...held.memberships.map((m) =>
          m.source
            ? t("source.import", { list: quoted(m.list.names, lang), source: m.source.source })
            : t("source.own", { list: quoted(m.list.names, lang) }),
        ),
        ...basesOf(c, d),
        t("until.left"),
      ],
    },
    held && { term: t("kind"), values: [t(`kind.${held.kind}`)], about: [t("kind.source")] },
    held && !shared && { term: t("name"), values: [held.name || t("name.none")], about: [t("name.source")] },
    held && { term: t("language"), values: [t(`language.${held.language}`)], about: [t("language.source")] },
    ...(held?.memberships ?? []).flatMap((m) =>
      m.heldAt === null || m.heldAt === undefined
        ? []
        : [{ term: t("held"), values: [t("held.text", { list: quoted(m.list.names, lang) })], about: [] }],
    ),
    held &&
      !shared && {
        term: t("details"),
        values:
          details.length === 0
            ? [t("details.none")]
            : details.flatMap(({ at, name, value }) =>
                name === "ip" || name === "user_agent" || name === "message_id"
                  ? [t(`details.${name}`, { date: day(at), value })]
                  : [],
              ),
        about: [t("details.source")],
      },
    held && {
      term: t("mails"),
      values:
        held.messages.length === 0
          ? [t("mails.none")]
          : held.messages.map(({ state, count }) => `${say(peopleTexts, lang)(mailState(state))}: ${count}`),
      about: [t("mails.source", { period: await monthsOf(c) })],
    },
    { term: t("given"), values: givenOf(c, d), about: processorsOf(c) },
    d.requests.length > 0 && {
      term: t("requests"),
      values: d.requests.map((r) =>
        t(r.closedAt === null ? "request.open" : "request.closed", {
          n: String(r.n),
          right: say(requestTexts, lang)(`right.${r.right}`),
          date: day(r.receivedDay),
        }),
      ),
      about: [t("requests.source")],
    },
    { term: t("visit"), values: visitsOf(c, d), about: [t("visit.source")] },
  ];
  return things.filter((one): one is Thing => Boolean(one) && (one as Thing).values.length > 0);
}

const MAIL_STATES = [
  "planned",
  "claimed",
  "sent",
  "delivered",
  "bounced",
  "complained",
  "skipped",
  "failed",
  "unknown",
] as const;
/** The key of a mail's state among the words of the desk. */
export const mailState = (state: string) => `message.${MAIL_STATES.find((one) => one === state) ?? "unknown"}` as const;

function basesOf(c: PublicContext, { standing }: Dossier): string[] {
  const { lang } = c.var;
  const t = say(ownDataTexts, lang);
  const restsOn = (s: LiveSubscription) => (s.basis === "a" && s.state !== "active" ? "none" : s.basis);
  const all = standing?.subscriptions ?? [];
  return [...new Set(all.map(restsOn))].map((basis) => {
    const some = all.filter((s) => restsOn(s) === basis).map((s) => s.listNames);
    return t(`basis.${basis}`, { lists: quotedAll(some, lang) });
  });
}

async function monthsOf(c: PublicContext): Promise<string> {
  const { deps, institution, lang } = c.var;
  const { years, months } = Temporal.Duration.from(periodOf("messages", institution, await readDecided(deps.db)));
  return say(ownDataTexts, lang)("months", { n: years * 12 + months });
}

function givenOf(c: PublicContext, { handedOut }: Dossier): string[] {
  const t = say(ownDataTexts, c.var.lang);
  const { day } = calendar(c);
  if (handedOut.length === 0) return [t("given.none")];
  return handedOut.map((one) =>
    t(one.kind === "person" ? "given.person" : "given.file", {
      date: day(one.at),
      name: one.recipientName || t(`given.${one.recipient}`),
    }),
  );
}

function processorsOf(c: PublicContext): string[] {
  const names = [...new Set(c.var.institution.processors.map((one) => one.name).filter((name) => name !== ""))];
  return names.length === 0 ? [] : [say(ownDataTexts, c.var.lang)("given.processors", { names: names.join(", ") })];
}

function visitsOf(c: PublicContext, { intakes }: Dossier): string[] {
  const t = say(ownDataTexts, c.var.lang);
  const { moment } = calendar(c);
  return intakes.map(({ about, at }) => t(about === "own-page" ? "visit.value" : "waiting", { date: moment(at) }));
}

/** One event of the time line: what happened, who stands behind it, how, where it stands in the log, and the text that was shown. */
import type { Child } from "hono/jsx";
import type { ChainEvent } from "../../../domain/proofs/acts/chains.ts";
import type { Imported } from "../../../domain/proofs/acts/imported.ts";
import type { PlaceInLog } from "../../../domain/proofs/views/chain.ts";
import { showNumber } from "../../../texts/dates.ts";
import type { StaffContext } from "../../env.ts";
import { Details, Facts } from "../parts.tsx";
import { both, clock, coded, day, moment, voice } from "./shared.tsx";
import { ShownTexts } from "./shown.tsx";
import { Steps } from "./steps.tsx";

export interface Told {
  c: StaffContext;
  /** Label or id of staff → name. */
  names: ReadonlyMap<string, string>;
}

/** Colour of the answer, the same everywhere. */
const MARK: Record<string, "yes" | "no"> = {
  "consent.given": "yes",
  "consent.renewed": "yes",
  "consent.refused": "no",
  "consent.withdrawn": "no",
  "consent.invalidated": "no",
  "dsr.objected": "no",
};

export const whatOf = (c: StaffContext, typ: string) => coded(voice(c), "what", typ, "what.other", { typ });
export const howOf = (c: StaffContext, method: string | undefined) =>
  method === undefined ? "" : coded(voice(c), "how", method, "how.other", { method });

function Item(p: { c: StaffContext; at: number; state?: "yes" | "no" | undefined; children: Child }) {
  return (
    <li data-state={p.state}>
      <time datetime={new Date(p.at).toISOString()}>
        {day(p.c, p.at)}
        <br />
        {clock(p.c, p.at)}
      </time>
      <div>{p.children}</div>
    </li>
  );
}

/** An event of a record. */
export function EventItem({
  c,
  names,
  event,
  lists,
}: Told & { event: ChainEvent; lists: ReadonlyMap<string, { lv: string; en: string }> }) {
  const t = voice(c);
  const { said } = event;
  const slugs = said.lists.map((slug) => {
    const named = lists.get(slug);
    return named ? both(c, named) : slug;
  });
  const recorder = said.by === undefined ? undefined : names.get(said.by);
  const [who = "", on = ""] = said.class === "staff" ? (said.reason ?? "").split("/") : [];
  return (
    <Item c={c} at={event.at} state={MARK[said.typ]}>
      <p>
        <strong>{whatOf(c, said.typ)}</strong>{" "}
        <span class="ds-tag" data-color="neutral">
          {t(`class.${said.evidence}`)}
        </span>
      </p>
      <p>
        {howOf(c, said.method)} {recorder && t("recorded", { name: recorder })}{" "}
        {/^\d{4}-\d\d-\d\d$/.test(on) && coded(t, "who", who, "who.person", { day: day(c, on, "loc") })}
      </p>
      <p class="quiet">{t(`class.${said.evidence}.text`)}</p>
      {said.scope === "everything" && <p>{t("everything")}</p>}
      {said.requested !== undefined && <p>{t("requested", { when: moment(c, said.requested, "loc") })}</p>}
      {slugs.length > 0 && <p>{t("lists", { n: slugs.length, names: slugs.join(", ") })}</p>}
      {event.mailing && (
        <p>
          {t("campaign")}: <a href={`/staff/mailings/${event.mailing.id}`}>{event.mailing.title}</a>
        </p>
      )}
      <Place c={c} place={event.place} />
      <ShownTexts c={c} event={event} />
      <Circumstances c={c} event={event} />
      <Steps c={c} checks={event.checks} />
    </Item>
  );
}

/** The import that brought the person to a list: a statement of the institution. */
export function ImportItem({ c, one }: Told & { one: Imported }) {
  const t = voice(c);
  const { claim } = one;
  return (
    <Item c={c} at={one.at}>
      <p>
        <strong>{whatOf(c, "consent.imported")}</strong>{" "}
        <span class="ds-tag" data-color="neutral">
          {t("class.institution")}
        </span>
      </p>
      <p>
        {t("import.claim", {
          source: claim.source,
          since: /^\d{4}-\d\d-\d\d$/.test(claim.since) ? day(c, claim.since, "gen") : claim.since,
          basis: claim.basis,
        })}
      </p>
      <p>
        {claim.proof === "none" || claim.proof === "" ? t("import.noproof") : t("import.proof", { proof: claim.proof })}
      </p>
      <p class="quiet">{t("class.institution.text")}</p>
      <p>{t("lists", { n: 1, names: both(c, one.list.names) })}</p>
      <Place c={c} place={one.place} />
      <Steps c={c} checks={one.checks} />
    </Item>
  );
}

function Place({ c, place }: { c: StaffContext; place: PlaceInLog | undefined }) {
  const t = voice(c);
  const { lang } = c.var;
  const sealed = place?.sealed;
  return (
    <p class="quiet">
      {place && `${t("entry", { index: showNumber(place.index, lang) })} · `}
      {sealed ? (
        <span class="desk-sealed">
          {t("sealed", { when: moment(c, sealed.at), size: showNumber(sealed.size, lang) })}
        </span>
      ) : (
        t("unsealed")
      )}
      {place?.stamped && (
        <>
          {" · "}
          {t("stamped", { when: moment(c, place.stamped.at), subject: place.stamped.subject })}
        </>
      )}
    </p>
  );
}

function Circumstances({ c, event }: { c: StaffContext; event: ChainEvent }) {
  const t = voice(c);
  const { kept, erased } = event;
  if (kept.length === 0) return erased > 0 ? <p class="quiet">{t("details.erased", { n: erased })}</p> : null;
  return (
    <Details summary={t("details.title")}>
      <Facts items={kept.map(({ name, value }) => ({ term: coded(t, "detail", name, "details.title"), value }))} />
      {erased > 0 && <p class="quiet above-2">{t("details.erased", { n: erased })}</p>}
    </Details>
  );
}

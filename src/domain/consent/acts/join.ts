/**
 * What a confirmed sign-up commits: one event for each purpose, the person and his address if he is new, the lists, and
 * the end of what kept us from writing to him for these purposes. Assembled here, committed by the verb.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import type { Both, Institution, Lang } from "../../institution/rules.ts";
import { dropLastMailWrite } from "../../last-mails/store.ts";
import { addressPlace } from "../../people/rules.ts";
import type { Evidence } from "../../proof-log/rules/event.ts";
import { topicsOf } from "../../purposes/rules/people.ts";
import type { Purpose } from "../../purposes/rules.ts";
import { pauseWrite } from "../../rights-requests/store/pause.ts";
import { dayOf, later } from "../rules/days.ts";
import type { Standing } from "../rules/standing.ts";
import { joinWrites, unsuppressWrites } from "../store/join.ts";
import { oweWrite } from "../store/receipt.ts";
import { languageWrite } from "../store/sign-up.ts";
import { provenWrites, recordWrites } from "../store.ts";
import type { Earlier } from "../views/earlier.ts";
import type { AskedNow } from "../views/sign-up.ts";
import { type About, actOnRecord, type Door, shownNotice } from "./events.ts";

export interface Joining {
  standing: Standing | undefined;
  office: { profile: Institution; logOrigin: string };
  /** All purposes of the house. */
  purposes: readonly Purpose[];
  address: { address: string; normalised: string; name?: string };
  language: Lang;
  asked: readonly AskedNow[];
  /** Ended subscriptions of his that live again instead of new ones, so that the links of his old mails reach him. */
  earlier: readonly Earlier[];
  /** The "no" was a mistake: he is who he was, and his answer to a campaign is taken back, also of this mailing if it was called off. */
  mistake?: { personId: string; mailingId?: string | undefined };
  door: Door;
  /** The words of the page that was pressed; of a sign-up also of the form that was sent. */
  form?: About["form"];
  /** The age that was stated at sign-up, where a list asks for one. */
  age?: number | undefined;
  at: number;
}

/** What one event says. */
export interface Given {
  eid: string;
  purpose: Both;
  lists: Both[];
  /** One of its subscriptions, for the link that ends the purpose again. */
  subscriptionId: string;
  notice: { sha256: string; body: string; language: Lang };
}

export interface JoinAct {
  change: Write[];
  proof: Evidence[];
  given: Given[];
  /** The subscriptions of all asked lists, those that were there before included. */
  subscriptionIds: string[];
}

/** Assembles the act. Lists that the person is on with proven consent are left as they are. */
export function joinAct(deps: Deps, p: Joining): JoinAct {
  const { standing, office, at } = p;
  const act: JoinAct = { change: [], proof: [], given: [], subscriptionIds: [] };
  const today = dayOf(at, office.profile.timeZone);
  const person = { id: standing?.person.id ?? p.mistake?.personId ?? deps.ids.uuid(), language: p.language };
  const address = newAddress(deps, p, standing?.address.id ?? deps.ids.uuid());
  let isNew = !standing;
  if (standing) act.change.push(languageWrite(deps.db, person.id, p.language));
  // "We no longer have your address" would not be true any more.
  act.change.push(dropLastMailWrite(deps.vault.tags(p.address.normalised).map((t) => t.tag)));

  for (const purpose of new Map(p.asked.map((a) => [a.purpose.id, a.purpose])).values()) {
    const asked = p.asked.filter((a) => a.purpose.id === purpose.id);
    const there = (listId: string) => standing?.subscriptions.find((s) => s.listId === listId);
    const fresh = asked.filter((a) => there(a.list.id)?.state !== "active");
    act.subscriptionIds.push(...asked.flatMap((a) => (fresh.includes(a) ? [] : (there(a.list.id)?.id ?? []))));
    const [first] = fresh;
    if (!first) continue;

    const record = standing?.records.find((r) => r.purposeId === purpose.id);
    const renews = record?.state === "given";
    const made = actOnRecord(
      deps,
      { logOrigin: office.logOrigin, person, address: { normalised: p.address.normalised } },
      { purposeId: purpose.id, purposeSlug: purpose.slug, purposeVersion: purpose.version, basis: "a" },
      record,
      { does: "give", typ: renews ? "consent.renewed" : "consent.given", record: "given" },
      p.door,
      at,
      shownNotice(first.notice, purpose.slug),
      {
        lists: fresh.map((a) => a.list.slug),
        form: p.form,
        age: purpose.sheet.ageFrom === undefined ? undefined : p.age,
        explicit: topicsOf(purpose.sheet).length > 0,
      },
    );
    act.change.push(...unblocked(deps, p, purpose.id, today));
    const joined: string[] = [];
    for (const { list } of fresh) {
      const unproven = there(list.id);
      const earlier = p.earlier.find((e) => e.listId === list.id);
      const id = unproven?.id ?? earlier?.subscriptionId ?? deps.ids.uuid();
      joined.push(id);
      if (unproven) act.change.push(...provenWrites(deps.db, id, made.step.id));
      else {
        const salt = deps.ids.bytes(32);
        const revived = earlier && { endedAt: earlier.endedAt, mistake: p.mistake };
        const subscription = { id, listId: list.id, recordId: made.step.id, since: today, salt, revived };
        act.change.push(...joinWrites(deps.db, { person: { ...person, isNew }, address, subscription, at }));
        isNew = false;
      }
    }
    const subscriptionId = joined[0] ?? "";
    act.change.push(...recordWrites(deps.db, made.step));
    act.change.push(oweWrite(deps.db, { eid: made.evidence.eid, subscriptionId, at }));
    act.proof.push(made.evidence);
    const { sha256, body, language } = first.notice;
    act.subscriptionIds.push(...joined);
    act.given.push({
      eid: made.evidence.eid,
      purpose: purpose.sheet.names,
      lists: fresh.map((a) => a.list.names),
      subscriptionId,
      notice: { sha256, body, language },
    });
  }
  // A request of his that is open also pauses what he signs up for.
  act.change.push(pauseWrite(at));
  return act;
}

function newAddress(deps: Deps, p: Joining, id: string) {
  const { tag, keyId } = deps.vault.tag(p.address.normalised);
  const sealed = deps.vault.seal(
    addressPlace(id),
    JSON.stringify({ address: p.address.address, name: p.address.name ?? "" }),
  );
  return { id, tag, tagKey: keyId, sealed };
}

/** Lifts what blocks this purpose; a tag for everything gives way to tags for all the others. */
function unblocked(deps: Deps, p: Joining, purposeId: string, day: string): Write[] {
  const tags = deps.vault.suppressionTags(p.address.normalised);
  const [newest] = tags;
  if (!newest) throw new Error("a key ring is empty");
  const reviewDay = later(day, { months: p.office.profile.suppressionReviewMonths });
  const others = p.purposes.filter((other) => other.id !== purposeId);
  return unsuppressWrites(
    tags.map((t) => t.tag),
    purposeId,
    others.map((other) => ({ ...newest, scope: other.id, reason: "withdrawn", day, reviewDay })),
  );
}

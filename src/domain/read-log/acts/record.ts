/**
 * The one way to look at people: the line stands in the read log before anything is shown. What shows something of a
 * person asks for a `Recorded`, and only this file makes one (a test holds it to that): where the line cannot be written,
 * this throws, and nothing is shown. What was seen is not copied, and of an address that was typed in vain nothing is kept,
 * not even a keyed tag: that would be data about a stranger.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { isRefusal, type Refusal } from "../../../refusal.ts";
import { type Act, commit } from "../../commit.ts";
import { type Actor, actorLabel, may, type Permission } from "../../staff/rules.ts";
import { type Outcome, type ReadAct, SINGLING } from "../rules/acts.ts";
import { aboutOf, type Line } from "../rules/line.ts";
import { lineWrite, unusualWrite } from "../store.ts";

declare const recorded: unique symbol;
/** That a look at people is on record. */
export type Recorded = { readonly [recorded]: true };

/** A look that no colleague makes: the person at what is his. A test names the files that say so. */
export const BY_THE_PERSON = {} as Recorded;
/** The same of the program, which shows nothing to anybody. */
export const BY_THE_PROGRAM = {} as Recorded;

/** One look. */
export interface Reading {
  act: ReadAct;
  /** `found` if not given. */
  outcome?: Outcome;
  /** Person, record, list, import, opening, mailing or request id; never an address, a name or a tag of one. */
  subject?: string | undefined;
  /** How many people were shown or handed out, where it is not one. */
  count?: number;
  /** Why, in the colleague's own words, or the code of a refusal. */
  reason?: string | undefined;
}

type ReadDeps = Pick<Deps, "db" | "ids" | "clock">;

/** Records looks, and then they may happen. Throws if it cannot be written. */
export async function recordReading(deps: ReadDeps, actor: Actor, ...readings: Reading[]): Promise<Recorded> {
  const done = await commitReading(deps, actor, readings);
  if (done === "stale") throw new Error("a look could not be recorded");
  return done;
}

/** The same together with an act, in its commit; `stale` where the act was: then nothing is recorded and nothing shown. */
export async function commitReading(
  deps: ReadDeps,
  actor: Actor,
  readings: readonly Reading[],
  act: Act = { change: [], proof: [] },
): Promise<Recorded | "stale"> {
  const change = [...act.change, ...readingWrites(deps, actor, readings)];
  return (await commit(deps, { change, proof: act.proof })) === "stale" ? "stale" : ({} as Recorded);
}

/** The lines as inert writes, for a verb with a commit of its own. */
export function readingWrites(deps: Omit<ReadDeps, "db">, actor: Actor, readings: readonly Reading[]): Write[] {
  if (actor.kind !== "staff" && actor.kind !== "key")
    throw new Error("only staff and their keys look at people; a person at himself, and jobs do not look");
  const at = deps.clock.now();
  const lines = readings.map((reading): Line => {
    const { act, outcome = "found", subject = null, count = null, reason = null } = reading;
    const salt = deps.ids.bytes(32);
    const whole = { id: deps.ids.uuid(), subject, reason: reason?.normalize("NFC") ?? null };
    const { role, via: surface } = actor;
    const line = { ...whole, actor: actorLabel(actor), act, at, role, surface, outcome, count, salt };
    return { ...line, about: aboutOf(whole, salt) };
  });
  const singles = readings.some(({ act }) => SINGLING.includes(act));
  return [...lines.map(lineWrite), ...(singles ? [unusualWrite(deps.ids.uuid(), actorLabel(actor), at)] : [])];
}

/**
 * `may`, for what shows people: a "no" to a colleague is on record too (who, when, what, never the address he typed). The
 * first line of a verb that looks: `const no = await mayRead(deps, actor, "people.look-up", { act: "people.look-up" });`
 */
export async function mayRead(
  deps: ReadDeps,
  actor: Actor,
  permission: Permission,
  reading: Pick<Reading, "act" | "subject">,
): Promise<Refusal | undefined> {
  const no = may(actor, permission);
  if (no && (actor.kind === "staff" || actor.kind === "key")) await recordRefused(deps, actor, reading, no);
  return no;
}

/** Records an attempt that was refused, with the code of the refusal, and gives the refusal back. */
export async function recordRefused(
  deps: ReadDeps,
  actor: Actor,
  reading: Pick<Reading, "act" | "subject">,
  no: Refusal,
): Promise<Refusal> {
  await recordReading(deps, actor, { ...reading, outcome: "refused", reason: no.code });
  return no;
}

/** Whether the answer of a check is a refusal: records it as one. Anything else is given on as it is. */
export async function orRefused<T>(
  deps: ReadDeps,
  actor: Actor,
  reading: Pick<Reading, "act" | "subject">,
  answer: T | Refusal,
): Promise<T | Refusal> {
  return isRefusal(answer) ? recordRefused(deps, actor, reading, answer) : answer;
}

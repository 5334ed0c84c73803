/**
 * A key for a program. It is given back once, and never again: what is kept is its hash. Whoever gives it a permission that
 * reaches people shows his second factor first. Leaves `api-key.made` in the proof log.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { dayOf, endOfDay } from "../consent/rules/days.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { shownNow } from "../staff/second-factor/acts/shown-now.ts";
import { readMember } from "../staff/views.ts";
import { type KeyInput, keyHash, keyText, PERSONAL, readKeyInput } from "./rules.ts";
import { insertKey } from "./store.ts";

export interface MakeInput extends KeyInput {
  /** Of the member who sits there: his cookies, the code of his authenticator, from where. */
  headers: Headers;
  code: string;
  client: string;
}

/** Makes it. */
export async function makeKey(
  deps: Deps,
  actor: Actor,
  input: MakeInput,
): Promise<{ id: string; key: string } | Refusal> {
  const no = may(actor, "api-key.make");
  if (no) return no;
  // The operator at the command line has no account that a key could end with.
  const member = actor.kind === "staff" ? await readMember(deps, actor.id) : undefined;
  if (!member) return refuse("staff.forbidden");
  const office = await readInstitutionRow(deps.db);
  if (!office) return refuse("institution.missing");
  const at = deps.clock.now();
  const read = readKeyInput(input, actor, dayOf(at, office.profile.timeZone));
  if (isRefusal(read)) return read;
  if (read.permissions.some((one) => PERSONAL.includes(one))) {
    if (!member.secondFactor) return refuseForm([{ field: "code", code: "api-keys.second_needed" }]);
    const wrong = await shownNow(deps, input);
    if (isRefusal(wrong)) return wrong;
  }
  const { name, purpose, permissions, until } = read;
  const id = deps.ids.uuid();
  const secret = deps.ids.bytes(32);
  const expiresAt = endOfDay(until, office.profile.timeZone) + 1;
  const createdBy = actorLabel(actor);
  await commit(deps, {
    change: [
      insertKey(deps.db, {
        id,
        hash: keyHash(secret),
        name,
        purpose,
        permissions,
        createdBy,
        createdAt: at,
        expiresAt,
      }),
    ],
    proof: [
      actEvidence(deps, {
        log: office.logOrigin,
        at,
        typ: "api-key.made",
        facts: {
          key: id,
          name,
          permissions,
          until: new Date(expiresAt).toISOString(),
          by: createdBy,
          ...viaOf(actor),
        },
      }),
    ],
  });
  return { id, key: keyText(secret) };
}

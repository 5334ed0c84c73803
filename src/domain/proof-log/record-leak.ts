/** Since when others may have had a signing key: published with the key's history, and an entry of the log. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { readLogOrigin } from "../institution/views.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { actEvidence } from "./acts/act-evidence.ts";
import { readVkey } from "./rules/note.ts";
import { leakedKeyWrite } from "./store/keys.ts";
import { readKeys } from "./views/keys.ts";

/** Records it, once for each key. `id`: eight digits of the vkey; `since` in ms. Refuses a time to come. */
export async function recordLeak(
  deps: Deps,
  actor: Actor,
  { id, since }: { id: string; since: number },
): Promise<Refusal | undefined> {
  const no = may(actor, "institution.change");
  if (no) return no;
  const key = (await readKeys(deps.db)).find(({ vkey }) => readVkey(vkey)?.id === id);
  if (!key) return refuse("proof-log.key_unknown");
  const at = deps.clock.now();
  if (since > at) return refuse("proof-log.leak_to_come");
  const facts = { key: key.vkey, since: new Date(since).toISOString(), by: actorLabel(actor), ...viaOf(actor) };
  const log = await readLogOrigin(deps.db);
  const done = await commit(deps, {
    change: [leakedKeyWrite(deps.db, key.vkey, since)],
    proof: [actEvidence(deps, { log, at, typ: "key.leaked", facts })],
  });
  return done === "done" ? undefined : refuse("proof-log.leak_known");
}

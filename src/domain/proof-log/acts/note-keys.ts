/**
 * Notes which keys sign the log, whenever the ring was changed: a new one begins, one that left the ring ends. Both are an
 * event of the log (but for the first keys of a new log), and the history is published: a retired key still verifies what it
 * signed.
 */
import type { Deps } from "../../../deps.ts";
import { type NoteSigner, noteSigner, vkeyText } from "../rules/note.ts";
import { keyWrites } from "../store/keys.ts";
import { readKeys } from "../views/keys.ts";
import { actEvidence } from "./act-evidence.ts";
import type { Held } from "./held.ts";

type KeyDeps = Pick<Deps, "db" | "ids" | "clock" | "config" | "vault">;

/** Computing a public key costs a millisecond, and the ring is asked every two seconds. */
const made = new WeakMap<Uint8Array, NoteSigner>();

/** Every key of the ring signs, so that readers who know the old key can follow while the new one is handed out. */
export function signersOf(config: Pick<Deps, "config">["config"], origin: string): NoteSigner[] {
  return config.rings.LOG_SIGNING_KEYS.all.map(({ bytes }) => {
    const known = made.get(bytes);
    const signer = known?.name === origin ? known : noteSigner(origin, bytes);
    made.set(bytes, signer);
    return signer;
  });
}

/** Which keys of the ring began, and which ended, since the history was written. */
export async function changedKeys(deps: KeyDeps, origin: string): Promise<{ added: string[]; retired: string[] }> {
  const rows = await readKeys(deps.db);
  const now = signersOf(deps.config, origin).map(vkeyText);
  const signing = rows.filter(({ toAt }) => toAt === null).map(({ vkey }) => vkey);
  return {
    added: now.filter((vkey) => !signing.includes(vkey)),
    retired: signing.filter((vkey) => !now.includes(vkey)),
  };
}

/** Brings the history up to the ring. Before anything is signed with it. */
export async function noteKeys(deps: KeyDeps, held: Held, origin: string): Promise<"done" | "stale"> {
  const { added, retired } = await changedKeys(deps, origin);
  if (added.length + retired.length === 0) return "done";
  const at = deps.clock.now();
  const first = (await readKeys(deps.db)).length === 0;
  const facts = { added, retired, by: "system:seal" };
  return held.commit({
    change: keyWrites(deps.db, { added, retired, at }),
    proof: first ? [] : [actEvidence(deps, { log: origin, at, typ: "key.rotated", facts })],
  });
}

/**
 * A new origin: when entries that were signed are lost, the old log cannot be gone on with, because its next checkpoint would
 * contradict the last. So it ends, and another begins with the entries that are left, under a name that was never used.
 */
import type { Deps } from "../../../deps.ts";
import { base64url, hex, unbase64url } from "../../../platform/encoding.ts";
import { raiseWrite } from "../../alerts/store.ts";
import { readLogOrigin } from "../../institution/views.ts";
import type { CopyHead } from "../rules/copy.ts";
import { LOG_SUBJECT } from "../rules/stops.ts";
import { EMPTY_ROOT } from "../rules/tree.ts";
import { metCopyWrite, originWrites } from "../store/copy.ts";
import { readCheckpoint } from "../views.ts";
import { actEvidence } from "./act-evidence.ts";
import type { Held } from "./held.ts";

type OriginDeps = Pick<Deps, "db" | "ids" | "clock" | "config" | "vault">;

/** Opens one. Its first entry of its own says which log it goes on from; no size of it was ever signed. */
export async function openOrigin(deps: OriginDeps, held: Held, by = "system:seal"): Promise<"done" | "stale"> {
  const { db } = deps;
  const old = await readLogOrigin(db);
  const next = `${old.replace(/\/log\/.*$/, "/log")}/${hex(deps.ids.bytes(4))}`;
  const last = await readCheckpoint(db);
  const past = { origin: old, size: last?.size ?? 0, root: last?.root ?? EMPTY_ROOT };
  const at = deps.clock.now();
  const facts = { continues: old, size: past.size, root: base64url(past.root), by };
  return held.commit({
    change: [
      ...originWrites(db, { old, next }, [{ ...past, endedAt: at }]),
      metCopyWrite(db, undefined, at),
      raiseWrite({ id: deps.ids.uuid(), code: "log.new_origin", subject: LOG_SUBJECT, at, detail: { n: past.size } }),
    ],
    proof: [actEvidence(deps, { log: next, at, typ: "log.opened", facts })],
  });
}

/** This database is older than the opening of its log's next origin: takes it over from the head of the copy. */
export async function takeOverOrigin(deps: OriginDeps, held: Held, head: CopyHead): Promise<"done" | "stale"> {
  const { db } = deps;
  const old = await readLogOrigin(db);
  const at = deps.clock.now();
  const past = head.before.map(({ log, size, root }) => ({
    origin: log,
    size,
    root: unbase64url(root) ?? EMPTY_ROOT,
    endedAt: at,
  }));
  return held.commit({
    change: [...originWrites(db, { old, next: head.log }, past), metCopyWrite(db, head.copy, at)],
    proof: [],
  });
}

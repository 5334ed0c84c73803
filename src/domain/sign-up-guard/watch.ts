/** Every minute: tells a person that unusually many addresses are typed in. Once in twelve hours, also after he has seen it. */
import type { Deps } from "../../deps.ts";
import { raiseWrite } from "../alerts/store.ts";
import { readRaised } from "../alerts/views.ts";
import { commit } from "../commit.ts";
import { readInstitution } from "../institution/views.ts";
import { readVolume } from "./views.ts";

const AGAIN_MS = 12 * 3_600_000;
/** What the alert is about: there is one house. */
export const SUBJECT = "sign-up";

/** Raises it. Safe to run twice. */
export async function watchSignUps(deps: Deps): Promise<void> {
  const office = await readInstitution(deps.db);
  if (!office) return;
  const at = deps.clock.now();
  const { unusual, asked, goUntil = 0 } = await readVolume(deps.db, office, at);
  if (!unusual || at < goUntil) return;
  const raised = await readRaised(deps.db, [SUBJECT]);
  if (raised.some((alert) => alert.at > at - AGAIN_MS)) return;
  const detail = { n: Math.max(asked.now, asked.before) };
  await commit(deps, {
    change: [raiseWrite({ id: deps.ids.uuid(), code: "sign-up.unusual", subject: SUBJECT, at, detail })],
    proof: [],
  });
  await deps.queue.enqueue({ kind: "tell" });
}

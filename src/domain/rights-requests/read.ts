/** Shows who asked and in which words: the look is on record before anything is shown. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import type { HandedOut } from "../consent/rules/standing.ts";
import { readHandedOut } from "../exports/views.ts";
import { mayRead, recordReading } from "../read-log/acts/record.ts";
import type { Actor } from "../staff/rules.ts";
import { openContents } from "./acts/contents.ts";
import { tagsOf } from "./acts/tags.ts";
import type { Contents, RightsRequest } from "./rules.ts";
import { isHeld, isRestricted, readEarlier, readRequest } from "./views.ts";

export interface ReadRequest {
  request: RightsRequest;
  contents: Contents;
  /** Somebody is on a list with this address. */
  held: boolean;
  /** A restriction of it was granted, and lasts. */
  restricted: boolean;
  /** Who got a file with him in it (Art. 15(1)(c), 19); of whoever is on no list nothing is known. */
  handedOut: HandedOut[];
  /** Other requests of the same address (Art. 12(5): whether they are repeated). */
  earlier: RightsRequest[];
}

/** Opens it. Refuses what is no longer kept. */
export async function readTheRequest(deps: Deps, actor: Actor, input: { id: string }): Promise<ReadRequest | Refusal> {
  const no = await mayRead(deps, actor, "request.read", { act: "requests.read", subject: input.id });
  if (no) return no;
  const request = await readRequest(deps.db, input.id);
  if (!request) return refuse("requests.unknown");
  await recordReading(deps, actor, {
    act: "requests.read",
    subject: input.id,
    outcome: request.hasContents ? "found" : "none",
  });
  const contents = await openContents(deps, input.id);
  if (!contents) return refuse("requests.gone");
  const tags = tagsOf(deps, contents);
  const [held, restricted, earlier, handedOut] = await Promise.all([
    isHeld(deps.db, tags),
    isRestricted(deps.db, tags),
    readEarlier(deps.db, input.id, tags),
    readHandedOut(deps.db, tags),
  ]);
  return { request, contents, held, restricted, earlier, handedOut };
}

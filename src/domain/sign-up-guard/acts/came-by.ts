/** What a request seals of the way it came: tags only, and the same work whoever the address belongs to. */
import type { Deps } from "../../../deps.ts";
import { hex } from "../../../platform/encoding.ts";
import type { Came, CameBy } from "../rules/came.ts";
import { dayStart } from "../rules/caps.ts";
import { countedNetwork } from "../rules/network.ts";
import { solvedNonce } from "./work.ts";

/** Of a door that says nothing (a call from inside the house), nothing. */
export async function cameBy(deps: Pick<Deps, "vault" | "clock">, came: Came | undefined): Promise<CameBy | undefined> {
  if (!came) return undefined;
  const tag = (what: string, text: string) => hex(deps.vault.tag(`sign-up/${what}\0${text}`).tag);
  const network = countedNetwork(came.ip);
  const nonce = await solvedNonce(deps, came.work);
  return {
    // Another day, another tag: what is kept of yesterday says nothing about today.
    ...(network !== undefined && { network: tag("network", `${dayStart(deps.clock.now())}\0${network}`) }),
    ...(nonce !== undefined && { work: tag("work", nonce) }),
    ...(came.trapped && { trapped: true as const }),
  };
}

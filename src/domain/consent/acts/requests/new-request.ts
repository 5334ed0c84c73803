/**
 * The row of a new request, and its count: the same statements whoever the address belongs to, so that nobody learns of it by
 * asking. What becomes of it is decided by the job (`take-in.ts`).
 */
import type { Deps } from "../../../../deps.ts";
import type { Write } from "../../../../platform/db.ts";
import type { NormalisedAddress } from "../../../people/rules.ts";
import { cameBy } from "../../../sign-up-guard/acts/came-by.ts";
import type { Came } from "../../../sign-up-guard/rules/came.ts";
import { countWrite } from "../../../sign-up-guard/store.ts";
import type { SignUp } from "../../rules/sign-up.ts";
import { type RequestRow, requestWrite } from "../../store/sign-up.ts";
import { capTags, sealSignUp } from "../sign-up-seal.ts";

/** The job comes at once; if it is lost, the sweep takes the request up after a minute. */
export const SWEEP_AFTER_MS = 60_000;

/** `came`: as the door says it; absent only where a person does not type the address into a form of ours. */
export async function newRequest(
  deps: Pick<Deps, "db" | "ids" | "clock" | "vault">,
  { address, normalised }: NormalisedAddress,
  asked: Omit<SignUp, "address" | "at" | "token" | "came">,
  came?: Came,
): Promise<{ id: string; row: RequestRow; change: Write[] }> {
  const { ids, clock, vault, db } = deps;
  const id = ids.uuid();
  const at = clock.now();
  const [cap] = capTags(vault, normalised);
  if (!cap) throw new Error("a key ring is empty");
  const by = await cameBy(deps, came);
  const row = {
    id,
    tag: vault.tag(normalised).tag,
    cap: cap.tag,
    sealed: sealSignUp(vault, id, { address, at, ...asked, ...(by && { came: by }) }),
    tryAt: at + SWEEP_AFTER_MS,
    createdAt: at,
  };
  const counted = asked.ownPage || asked.campaigns ? "links" : "asked";
  return { id, row, change: [requestWrite(db, row), countWrite(counted, at)] };
}

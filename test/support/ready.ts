/** What a campaign needs before it is sent, beside its texts: a basis for asking, and the officer's opinion. */
import type { Deps } from "../../src/deps.ts";
import { recordOpinion } from "../../src/domain/campaigns/review/record-opinion.ts";
import { readMailing } from "../../src/domain/campaigns/views.ts";
import { dayOf } from "../../src/domain/consent/rules/days.ts";
import { isRefusal } from "../../src/refusal.ts";
import { submit } from "./forms.ts";
import type { World } from "./world.ts";

/** The part of a draft that says why and on which basis people are asked. */
export const GROUND = {
  reasonToAsk: "Cilvēki pieteicās ministrijas vietnē.",
  askBasis: "e",
  askNorm: "Valsts pārvaldes iekārtas likuma 10. pants",
} as const;

const ADMIN = { kind: "staff", id: "vadiba", role: "admin", via: "desk" } as const;

/** Records that the officer agrees, as an admin holds it in writing. Returns the version that may be sent. */
export async function agreed(deps: Deps, id: string): Promise<number> {
  const mailing = await readMailing(deps.db, id);
  const version = mailing?.version ?? 0;
  const writtenDay = dayOf(deps.clock.now(), "Europe/Riga");
  const input = { id, version, verdict: "agrees", text: "Iebildumu nav.", writtenDay } as const;
  const said = await recordOpinion(deps, ADMIN, input);
  if (isRefusal(said)) throw new Error(`the opinion was refused: ${said.code}`);
  return version;
}

/** The same over the pages: the officer signs in and says so. `campaign` is the path of its page. */
export async function agreedAtDesk(world: World, campaign: string): Promise<void> {
  const officer = await world.signIn("dpo");
  const said = { verdict: "agrees", text: "Iebildumu nav." };
  const done = await submit(officer, `${campaign}/review`, said, /\/opinion$/);
  if (done.status !== 303) throw new Error(`the opinion was answered with ${done.status}`);
}

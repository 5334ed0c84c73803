/** Everything that the page of a campaign counts, read at one moment. */
import { type CampaignNumbers, type Mailing, readNumbers } from "../../../../domain/campaigns/views.ts";
import type { Block } from "../../../../domain/messages/rules/pace.ts";
import { countAudience } from "../../../../domain/messages/views/audience.ts";
import {
  type ReasonCount,
  readReasons,
  readUnderWay,
  readWays,
  type UnderWay,
  type Way,
} from "../../../../domain/messages/views/figures.ts";
import { readPace } from "../../../../domain/messages/views/pace.ts";
import { countRecipients } from "../../../../domain/messages/views/recipients/segment.ts";
import type { StaffContext } from "../../../env.ts";

export interface Figures extends CampaignNumbers {
  /** The people are still being planned, so there is no whole yet that the parts could agree with. */
  planning: boolean;
  /** While planning: how many the list asks for. */
  toPlan: number;
  reasons: ReasonCount[];
  ways: { way: Way; n: number }[];
  way: UnderWay;
  /** What the provider wants for a while, over or not. */
  block: Block | undefined;
}

/** Counts everything now. */
export async function readFigures(c: StaffContext, mailing: Mailing): Promise<Figures> {
  const { db, clock, mailer } = c.var.deps;
  const planning = isPlanning(mailing);
  const job = mailing.state === "planning" ? "plan" : "deliver";
  const [numbers, toPlan, reasons, ways, way, pace] = await Promise.all([
    readNumbers(db, mailing.id),
    planning ? countToPlan(c, mailing) : 0,
    readReasons(db, mailing.id),
    readWays(db, mailing.id),
    readUnderWay(db, mailing.id, job, clock.now()),
    readPace(db, mailer.name),
  ]);
  return { ...numbers, planning, toPlan, reasons, ways, way, block: pace?.block };
}

/** How many the list asks for; of an issue without its segment, which the planning itself looks at. */
export function countToPlan(c: StaffContext, { kind, listId }: Mailing): Promise<number> {
  const { db } = c.var.deps;
  if (kind !== "newsletter") return countAudience(db, listId);
  return countRecipients(db, { listId, segment: undefined, timeZone: c.var.institution.timeZone });
}

/** Whether its people are still being planned, or were when it was paused. */
export const isPlanning = ({ state, heldFrom }: Pick<Mailing, "state" | "heldFrom">) =>
  state === "planning" || (state === "paused" && heldFrom === "planning");

/** Work goes on, so the figures change by themselves. */
export function isBusy(mailing: Mailing, n: Figures): boolean {
  if (["planning", "sending", "closing"].includes(mailing.state)) return true;
  if (mailing.state === "cancelled" && n.waiting > 0) return true;
  // Just handed over: the answer comes within seconds, also to one that stands still.
  return mailing.state === "paused" && n.handed > n.way.doubtful;
}

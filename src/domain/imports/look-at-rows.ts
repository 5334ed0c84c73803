/**
 * What is seen of people while a file is checked: a few rows, masked, and names in each of the encodings that it may be in.
 * On record before they are shown, each time the page is opened.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal } from "../../refusal.ts";
import { mayRead, recordReading } from "../read-log/acts/record.ts";
import type { Actor } from "../staff/rules.ts";
import type { Samples } from "./rules/samples.ts";
import { type BothWays, readBothWays } from "./views/both-ways.ts";
import { readSample, readSamples, type Sample } from "./views/sample.ts";
import type { Import } from "./views.ts";

export interface SeenRows {
  sample: Sample | undefined;
  samples: Samples;
  readings: BothWays[];
}

/** Shows them. */
export async function lookAtRows(deps: Deps, actor: Actor, job: Import): Promise<SeenRows | Refusal> {
  const no = await mayRead(deps, actor, "people.import", { act: "imports.samples", subject: job.id });
  if (isRefusal(no)) return no;
  const recorded = await recordReading(deps, actor, { act: "imports.samples", subject: job.id });
  const [sample, samples, readings] = await Promise.all([
    readSample(deps, recorded, job.id),
    readSamples(deps, recorded, job.id),
    readBothWays(deps, recorded, job),
  ]);
  return { sample, samples, readings };
}

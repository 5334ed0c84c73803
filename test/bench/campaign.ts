/**
 * A campaign to many who say nothing: how long its audience is planned, how long its page takes while all of them are on
 * it, how long its closing takes, and what a person takes on the disk. Each commit waits for the disk, as in a real house.
 *
 *     npm run bench -- --only campaign                          20,000 people
 *     npm run bench -- --only campaign --messages 300000        the closing that the README tells of
 *     npm run bench -- --only campaign --messages 1000000       the audience and the page
 */
import { createCampaign } from "../../src/domain/campaigns/create.ts";
import { sendCampaign } from "../../src/domain/campaigns/send.ts";
import { checkImport } from "../../src/domain/imports/check.ts";
import { runImport } from "../../src/domain/imports/run.ts";
import { OPERATOR } from "../../src/runtime/cli/command.ts";
import { linkMailbox } from "../rehearsal/mailbox.ts";
import { letPass } from "../rehearsal/office.ts";
import { openWorld, type World } from "../support/open-world.ts";
import { peopleList } from "../support/people-list.ts";
import { agreed, GROUND } from "../support/ready.ts";
import { done } from "./house.ts";
import { median } from "./median.ts";
import type { Figure, Options } from "./run.ts";

const PEOPLE = 20_000;
/** Rows of one file. */
const FILE = 50_000;
const DAYS = 20;
const LOOKS = 7;
const TURN_HOURS = 0.9;
const OURS = /@[\w.-]*(ministrija|iestade)\.example$/;

export async function campaignOfMany({ messages: people = PEOPLE }: Partial<Options>): Promise<Figure[]> {
  const mailbox = linkMailbox(OURS);
  // Nobody answers here, so nothing of a mail is needed.
  const forgets = { ...mailbox, put: async (captured: Parameters<typeof mailbox.put>[0]) => captured };
  const { world, close } = await openWorld({ mailbox: forgets, durable: true });
  try {
    const listId = String((await world.rows("SELECT id FROM list WHERE kind = 'newsletter' LIMIT 1"))[0]?.id);
    const empty = await bytesOf(world);
    await bring(world, listId, people);
    const brought = await bytesOf(world);
    const { id, plannedMs } = await ask(world, listId);
    const sent = await bytesOf(world);
    const pageMs = await looks(world, `/staff/mailings/${id}`);
    const { silent, closingMs } = await end(world, id);
    const name = `campaign to ${people.toLocaleString("en")}`;
    return [
      { name: `${name}: audience planned`, value: plannedMs / 1000, unit: "s" },
      { name: `${name}: its page`, value: pageMs, unit: "ms" },
      { name: `${name}: closing with ${silent.toLocaleString("en")} silent`, value: closingMs / 1000, unit: "s" },
      { name: `${name}: bytes a subscriber takes`, value: (brought - empty) / people, unit: "bytes" },
      { name: `${name}: bytes a mailing adds for each`, value: (sent - brought) / people, unit: "bytes" },
      { name: `${name}: most memory`, value: process.resourceUsage().maxRSS / 1024, unit: "MiB" },
    ];
  } finally {
    close();
  }
}

async function bring({ deps, work }: World, listId: string, people: number): Promise<void> {
  for (let n = 0; n * FILE < people; n++) {
    const rows = Math.min(FILE, people - n * FILE);
    const bytes = peopleList({ rows, seed: 1 + n * 1000, duplicates: 0, faulty: 0 });
    const claim = { source: "Bench", since: "2021-03-01", basis: "consent", origin: "themselves", proof: "" } as const;
    const job = done(await checkImport(deps, OPERATOR, { listId, fileName: "bench.csv", bytes, claim }));
    done(await runImport(deps, OPERATOR, job));
    await work();
  }
}

/** Asks everybody; gives how long it took until everybody's message stood there, looked at every 50 ms. */
async function ask(world: World, listId: string): Promise<{ id: string; plannedMs: number }> {
  const text = { subject: "Vai turpināt?", heading: "Vai vēlaties saņemt?", lead: "Jautājam no jauna." };
  const draft = { texts: { lv: text, en: text }, ...GROUND };
  const deadlineDay = new Date(world.clock.now() + DAYS * 86_400_000).toISOString().slice(0, 10);
  const input = { listId, title: "Bench", draft, deadlineDay };
  const { id } = done(await createCampaign(world.deps, OPERATOR, input));
  const version = await agreed(world.deps, id);
  const began = performance.now();
  done(await sendCampaign(world.deps, OPERATOR, { id, version }));
  let plannedMs: number | undefined;
  const look = setInterval(async () => {
    if (plannedMs === undefined && (await stateOf(world, id)) !== "planning") plannedMs ??= performance.now() - began;
  }, 50);
  await world.work();
  clearInterval(look);
  return { id, plannedMs: plannedMs ?? performance.now() - began };
}

async function looks(world: World, path: string): Promise<number> {
  const desk = await world.signIn("admin");
  const took: number[] = [];
  for (let n = 0; n < LOOKS; n++) {
    const began = performance.now();
    const page = await desk.get(path);
    await page.text();
    if (page.status !== 200) throw new Error(`the page answered ${page.status}`);
    took.push(performance.now() - began);
  }
  return median(took);
}

/** It closes by itself in the first turn after its last day: that turn is what is timed. */
async function end(world: World, id: string): Promise<{ silent: number; closingMs: number }> {
  while ((await stateOf(world, id)) === "sent") {
    const began = performance.now();
    await letPass(world, TURN_HOURS);
    if ((await stateOf(world, id)) !== "closed") continue;
    const closingMs = performance.now() - began;
    const [row] = await world.rows("SELECT count(*) AS n FROM message WHERE mailing_id = ? AND answer = 'expired'", id);
    return { silent: Number(row?.n), closingMs };
  }
  throw new Error(`the campaign is ${await stateOf(world, id)} before its end`);
}

const stateOf = async (world: World, id: string) =>
  (await world.rows("SELECT state FROM mailing WHERE id = ?", id))[0]?.state;

const bytesOf = async (world: World) =>
  Number((await world.rows("SELECT page_count * page_size AS n FROM pragma_page_count(), pragma_page_size()"))[0]?.n);

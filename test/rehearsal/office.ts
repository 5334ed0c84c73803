/** What the press office does, through its pages: brings the lists, asks, waits, ends. And the clock that moves for it. */
import { handleJob } from "../../src/runtime/consume.ts";
import { SCHEDULE } from "../../src/runtime/schedule.ts";
import { submit } from "../support/forms.ts";
import type { World } from "../support/open-world.ts";
import type { Browser } from "../support/people.ts";
import type { OfficeFile } from "./lists.ts";
import { step } from "./progress.ts";

/** Less than the hour after which a house that did not live stands still. */
const TURN_MS = 55 * 60_000;

/** Lets time pass as it does on a server: everything that is due by the clock is done in between. */
export async function letPass(world: World, hours: number): Promise<void> {
  const until = world.clock.now() + hours * 3_600_000;
  while (world.clock.now() < until) {
    world.clock.pass({ ms: TURN_MS });
    for (const { job } of SCHEDULE) await handleJob(world.deps, job);
    await world.work();
  }
}

/** Brings a file as the import page takes it, and lets it run. Gives what the house says it found. */
export async function bring(world: World, desk: Browser, listId: string, file: OfficeFile): Promise<void> {
  const progress = step(`import ${file.name}`, file.bytes.length);
  const upload = new File([file.bytes], file.name, { type: "text/csv" });
  const claim = {
    list: listId,
    source: "Iepriekšējās sistēmas",
    since: "2016-03-01",
    basis: "consent",
    origin: "themselves",
    proof: file.proof,
    file: upload,
  };
  const sent = await submit(desk, `/staff/imports/new?kind=${file.kind}`, claim, /\/imports$/);
  if (sent.status !== 303) throw new Error(`${file.name} was answered with ${sent.status}`);
  await world.work();
  const page = sent.headers.get("Location") as string;
  const ran = await submit(desk, page, {}, /\/run$/);
  if (ran.status !== 303) throw new Error(`the import of ${file.name} was answered with ${ran.status}`);
  await world.work();
  progress.at(file.bytes.length);
  progress.end();
}

/** Writes a campaign with a pilot and a reminder, has the officer agree, sends it. Gives the path of its page. */
export async function ask(world: World, desk: Browser, listId: string, lastDay: string): Promise<string> {
  const made = await submit(desk, "/staff/mailings/new", { listId, title: "Vai rakstīt arī turpmāk?" }, /new/);
  const path = `/staff/mailings/${made.headers.get("Location")?.match(/mailings\/([0-9a-f-]{36})/)?.[1]}`;
  const fields = {
    deadlineDay: lastDay,
    reasonToAsk: "Cilvēki paši pieteicās ministrijas vietnē un tās pasākumos.",
    askBasis: "e",
    askNorm: "Valsts pārvaldes iekārtas likuma 10. pants",
    "pilot.size": "100",
    "pilot.waitHours": "24",
    "reminder.whom": "everybody",
    "reminder.afterDays": "7",
  };
  expectRedirect(await submit(desk, `${path}/edit`, fields), "the draft");
  const officer = await world.signIn("dpo");
  const said = { verdict: "agrees", text: "Iebildumu nav." };
  expectRedirect(await submit(officer, `${path}/review`, said, /\/opinion$/), "the officer's opinion");
  expectRedirect(await submit(desk, `${path}/send`, {}, /\/send$/), "send");
  await world.work();
  return path;
}

/** Somebody says no by telephone, and staff write it down. */
export async function tellByPhone(desk: Browser, address: string, purpose: string, day: string): Promise<void> {
  const said = { address, purpose, who: "person", how: "phone", day };
  const done = await desk.post("/staff/people/refusal", said);
  if (done.status !== 200) throw new Error(`a refusal by telephone was answered with ${done.status}`);
}

function expectRedirect(answer: Response, what: string): void {
  if (answer.status !== 303) throw new Error(`${what} was answered with ${answer.status}`);
}

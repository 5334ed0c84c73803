/**
 * The main job from end to end on a list as an office has it: three export files and an opt-out file come in, a pilot and
 * then everybody is asked, machines open every link, people answer, the silent are reminded, the campaign closes, and who
 * stayed silent is gone. At the end the house's numbers must be the driver's, to the last person.
 *
 * Everything is real but the outside: the app over HTTP in this process, an embedded database, the jobs; the clock and the
 * mailbox are made.
 */
import { quantile } from "../bench/median.ts";
import { openWorld, type World } from "../support/open-world.ts";
import type { Browser } from "../support/people.ts";
import { judgeEnd } from "./end.ts";
import { type Ledger, openLedger, type Rehearsed } from "./ledger.ts";
import { type OfficeLists, officeLists } from "./lists.ts";
import { type Link, type LinkMailbox, linkMailbox } from "./mailbox.ts";
import { ask, bring, letPass, tellByPhone } from "./office.ts";
import { type Habit, habitOf } from "./people.ts";
import { step } from "./progress.ts";
import { act, forEach, scan } from "./readers.ts";

/** At once: what a mail program's servers and people do within the same second. */
const WIDTH = 16;
const PILOT = 100;
const OURS = /@[\w.-]*(ministrija|iestade)\.example$/;

/** What all phases share. */
export interface Stage {
  world: World;
  mailbox: LinkMailbox;
  ledger: Ledger;
  lists: OfficeLists;
  desk: Browser;
  list: { id: string; purposeId: string };
}

export interface Play {
  /** Rows of the lists, about. */
  people: number;
  /** The share of mails whose links machines open first. */
  scanned: number;
  /** Each commit waits for the disk, as in a real house. */
  durable: boolean;
}

/** Plays it. Never throws; what is wrong stands in the result. */
export async function rehearse({ people, scanned, durable }: Play): Promise<Rehearsed> {
  const mailbox = linkMailbox(OURS);
  const { world, close } = await openWorld({ mailbox, durable });
  const ledger = openLedger(world);
  try {
    const [row] = await world.rows("SELECT id, purpose_id FROM list WHERE kind = 'newsletter' LIMIT 1");
    const list = { id: String(row?.id), purposeId: String(row?.purpose_id) };
    const stage: Stage = {
      world,
      mailbox,
      ledger,
      lists: officeLists(people),
      desk: await world.signIn("admin"),
      list,
    };
    await bringLists(stage);
    const campaign = await askEverybody(stage);
    const first = [...mailbox.links];
    await openLinks(stage, first.slice(0, Math.ceil(first.length * scanned)));
    await answer(stage, "people answer", first, (habit) => !["yes-after-reminder", "silent", "phone"].includes(habit));
    await callIn(stage, first);
    await letPass(world, 8 * 24);
    await answerReminder(stage, mailbox.links.slice(first.length));
    const [seconds] = await ledger.timed(() => letPass(world, 26 * 24));
    ledger.figure("the days to the closing, with it (s)", seconds.toFixed(1));
    await judgeEnd(stage, campaign);
    ledger.figure("bytes in the database per person brought", (await bytesOf(ledger)) / people);
    ledger.figure("most memory (MiB)", process.resourceUsage().maxRSS / 1024);
  } catch (error) {
    ledger.wrong.push((error as Error).stack ?? String(error));
  } finally {
    close();
  }
  return { wrong: ledger.wrong, figures: ledger.figures };
}

async function bringLists({ world, ledger, lists, desk, list }: Stage): Promise<void> {
  const [seconds] = await ledger.timed(async () => {
    for (const file of lists.files) await bring(world, desk, list.id, file);
  });
  const onList = lists.asked.size + lists.proven.size;
  ledger.figure("people imported per second", onList / seconds);
  const subscriptions = "SELECT count(*) AS n FROM subscription WHERE state";
  await ledger.compareCount("people on the list", onList, `${subscriptions} <> 'ended'`);
  await ledger.compareCount("people with proof", lists.proven.size, `${subscriptions} = 'active'`);
  await ledger.compareCount("opt-outs kept as tags", lists.left.size, "SELECT count(*) AS n FROM suppression");
}

/** Gives the path of the campaign. */
async function askEverybody({ world, mailbox, ledger, lists, desk, list }: Stage): Promise<string> {
  const lastDay = new Date(world.clock.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const [seconds, campaign] = await ledger.timed(async () => {
    const path = await ask(world, desk, list.id, lastDay);
    ledger.compare("mails of the pilot", mailbox.links.length, Math.min(PILOT, lists.asked.size));
    await letPass(world, 30);
    return path;
  });
  ledger.figure("mails per second, planned to sent", mailbox.links.length / seconds);
  ledger.compare("mails of the first question", mailbox.links.length, lists.asked.size);
  const strangers = mailbox.links.filter((link) => !lists.asked.has(link.to.toLowerCase()));
  ledger.compare("people mailed who should not be", strangers.length, 0);
  return campaign;
}

async function openLinks({ world, ledger }: Stage, links: Link[]): Promise<void> {
  const marks = "SELECT count(*) AS n FROM commit_mark";
  const before = await ledger.count(marks);
  const progress = step("machines open every link", links.length);
  let n = 0;
  await forEach(links, WIDTH, async (link) => {
    await scan(world, link);
    progress.at(++n);
  });
  ledger.figure("links opened per second", (n * 4) / progress.end());
  await ledger.compareCount("writes of those who only open links", before, marks);
}

async function answer(
  { world, ledger }: Stage,
  name: string,
  links: Link[],
  whose: (h: Habit) => boolean,
): Promise<void> {
  const who = links.filter((link) => whose(habitOf(link.to)));
  const progress = step(name, who.length);
  const took: number[] = [];
  await forEach(who, WIDTH, async (link) => {
    took.push(...(await act(world, link, habitOf(link.to))));
    progress.at(took.length);
  });
  ledger.figure(`${name}: answers per second`, took.length / progress.end());
  const [p50, p99] = [0.5, 0.99].map((share) => `${quantile(took, share).toFixed(0)} ms`);
  ledger.figure(`${name}: p50 and p99 with ${WIDTH} at once`, `${p50}, ${p99}`);
  await world.work();
}

async function callIn({ world, desk, list }: Stage, links: Link[]): Promise<void> {
  const today = new Date(world.clock.now()).toISOString().slice(0, 10);
  for (const { to } of links) if (habitOf(to) === "phone") await tellByPhone(desk, to, list.purposeId, today);
  await world.work();
}

async function answerReminder(stage: Stage, since: Link[]): Promise<void> {
  const reminders = since.filter((link) => link.answer);
  const quiet = [...stage.lists.asked].filter((to) => ["silent", "yes-after-reminder"].includes(habitOf(to)));
  stage.ledger.compare("reminders", reminders.length, quiet.length);
  await answer(stage, "people answer the reminder", reminders, (habit) => habit === "yes-after-reminder");
}

const bytesOf = (ledger: Ledger) =>
  ledger.count("SELECT page_count * page_size AS n FROM pragma_page_count(), pragma_page_size()");

/**
 * The main job from end to end on a list as an office has it: three export files and an opt-out file come in, a pilot and
 * then everybody is asked, machines open every link, people answer, the silent are reminded, the campaign closes, and who
 * stayed silent is gone. At the end the house's numbers must be the driver's, to the last person.
 *
 * Everything is real but the outside: the app over HTTP in this process, an embedded database, the jobs; the clock and the
 * mailbox are made.
 */
import { createReadStream } from "node:fs";
import { openWorld } from "../support/open-world.ts";
import { officeLists } from "./lists.ts";
import { linkMailbox } from "./mailbox.ts";
import { ask, bring, letPass, tellByPhone } from "./office.ts";
import { COUNTED, type Habit, habitOf } from "./people.ts";
import { step } from "./progress.ts";
import { act, forEach, scan } from "./readers.ts";

const WIDTH = 16;

export interface Rehearsed {
  /** What does not balance; empty is good. */
  wrong: string[];
  /** Name and value of what was measured on the way. */
  figures: [string, string][];
}

/** Runs it with lists of about so many rows. `scanned`: the share of links that machines open first. */
export async function rehearse({ people, scanned }: { people: number; scanned: number }): Promise<Rehearsed> {
  const mailbox = linkMailbox(/@(ministrija|[\w.-]*iestade|[\w.-]*ministrija)\.example$/);
  const { world, close } = await openWorld({ mailbox });
  const wrong: string[] = [];
  const figures: [string, string][] = [];
  const check = (what: string, is: unknown, should: unknown) => {
    if (JSON.stringify(is) !== JSON.stringify(should))
      wrong.push(`${what}: ${JSON.stringify(is)}, should be ${JSON.stringify(should)}`);
  };
  const count = async (sql: string, ...args: (string | number)[]) => Number((await world.rows(sql, ...args))[0]?.n);
  const dayIn = (days: number) => new Date(world.clock.now() + days * 86_400_000).toISOString().slice(0, 10);

  try {
    const lists = officeLists(people);
    const desk = await world.signIn("admin");
    const [list] = await world.rows("SELECT id, purpose_id FROM list WHERE kind = 'newsletter' LIMIT 1");
    const listId = String(list?.id);
    let began = performance.now();
    for (const file of lists.files) await bring(world, desk, listId, file);
    const rows = lists.asked.size + lists.proven.size;
    figures.push(["people imported per second", (rows / ((performance.now() - began) / 1000)).toFixed(0)]);
    check("people on the list", await count("SELECT count(*) AS n FROM subscription WHERE state <> 'ended'"), rows);
    check(
      "with proof",
      await count("SELECT count(*) AS n FROM subscription WHERE state = 'active'"),
      lists.proven.size,
    );
    check("opt-outs kept as tags", await count("SELECT count(*) AS n FROM suppression"), lists.left.size);

    began = performance.now();
    const campaign = await ask(world, desk, listId, dayIn(30));
    check("mails of the pilot", mailbox.links.length, Math.min(100, lists.asked.size));
    await letPass(world, 30);
    figures.push([
      "mails per second, planned to sent",
      (mailbox.links.length / ((performance.now() - began) / 1000)).toFixed(0),
    ]);
    check("mails of the first question", mailbox.links.length, lists.asked.size);
    const asked = new Set(mailbox.links.map((link) => link.to.toLowerCase()));
    check("people mailed who should not be", [...asked].filter((to) => !lists.asked.has(to)).length, 0);

    const marks = () => count("SELECT count(*) AS n FROM commit_mark");
    const first = [...mailbox.links];
    const opened = first.slice(0, Math.ceil(first.length * scanned));
    const before = await marks();
    const scanning = step("machines open every link", opened.length);
    let n = 0;
    await forEach(opened, WIDTH, async (link) => {
      await scan(world, link);
      scanning.at(++n);
    });
    figures.push(["links opened per second", ((n * 4) / scanning.end()).toFixed(0)]);
    check("writes of those who only opened links", (await marks()) - before, 0);

    const answers = async (name: string, links: typeof first, habits: (habit: Habit) => boolean) => {
      const who = links.filter((link) => habits(habitOf(link.to)));
      const progress = step(name, who.length);
      const took: number[] = [];
      await forEach(who, WIDTH, async (link) => {
        took.push(...(await act(world, link, habitOf(link.to))));
        progress.at(took.length);
      });
      const seconds = progress.end();
      took.sort((a, b) => a - b);
      await world.work();
      figures.push([`${name}: answers per second`, (took.length / seconds).toFixed(0)]);
      figures.push([
        `${name}: p50, p99 of ${WIDTH} at once`,
        [0.5, 0.99].map((q) => `${(took[Math.floor(took.length * q)] ?? 0).toFixed(0)} ms`).join(", "),
      ]);
    };
    await answers(
      "people answer",
      first,
      (habit) => habit !== "yes-after-reminder" && habit !== "silent" && habit !== "phone",
    );
    for (const { to } of first.filter((link) => habitOf(link.to) === "phone"))
      await tellByPhone(desk, to, String(list?.purpose_id), dayIn(0));
    await world.work();

    await letPass(world, 8 * 24);
    const reminders = mailbox.links.slice(first.length).filter((link) => link.answer);
    const quiet = [...lists.asked].filter((to) => ["silent", "yes-after-reminder"].includes(habitOf(to)));
    check("reminders", reminders.length, quiet.length);
    await answers("people answer the reminder", reminders, (habit) => habit === "yes-after-reminder");

    const closing = performance.now();
    await letPass(world, 26 * 24);
    figures.push(["the days to the closing, with it (s)", ((performance.now() - closing) / 1000).toFixed(1)]);

    const should = { yes: 0, no: 0, silent: 0 };
    for (const to of lists.asked) should[COUNTED[habitOf(to)]]++;
    const id = campaign.split("/").at(-1) as string;
    const is = { yes: 0, no: 0, silent: 0 };
    for (const { answer, n } of await world.rows(
      "SELECT answer, count(*) AS n FROM message WHERE mailing_id = ? GROUP BY answer",
      id,
    ))
      is[answer === "expired" ? "silent" : (answer as "yes" | "no")] = Number(n);
    check("answers of the campaign", is, should);
    check(
      "people on the list in the end",
      await count("SELECT count(*) AS n FROM subscription WHERE state = 'active'"),
      should.yes + lists.proven.size,
    );
    check("addresses in the house", await count("SELECT count(*) AS n FROM address"), should.yes + lists.proven.size);
    check(
      "state of the campaign",
      (await world.rows("SELECT state FROM mailing WHERE id = ?", id))[0]?.state,
      "closed",
    );
    const goneTags = new Set([...lists.asked].filter((to) => COUNTED[habitOf(to)] !== "yes"));
    let found = 0;
    for (const to of goneTags)
      found += (
        await world.rows(
          "SELECT 1 FROM address WHERE tag = unhex(?)",
          Buffer.from(world.deps.vault.tag(to).tag).toString("hex"),
        )
      ).length;
    check("addresses of those who left, in the table", found, 0);
    check("readable addresses in the bytes of the database", await readable(world.file), 0);
    check("faults of mails", mailbox.faults, []);
    await world.check();
    const bytes = await count("SELECT page_count * page_size AS n FROM pragma_page_count(), pragma_page_size()");
    figures.push(["bytes in the database per person brought", (bytes / people).toFixed(0)]);
    figures.push(["most memory (MiB)", (process.resourceUsage().maxRSS / 1024).toFixed(0)]);
  } catch (error) {
    wrong.push((error as Error).stack ?? String(error));
  } finally {
    close();
  }
  return { wrong, figures };
}

/** How often the bytes of the file hold something of our people's that looks like an address. */
async function readable(file: string): Promise<number> {
  let found = 0;
  let tail = "";
  for await (const chunk of createReadStream(file, { encoding: "latin1" })) {
    const text = tail + chunk;
    found += (text.match(/@(pasts|skola|birojs)\.example|@(epasts|novads|brivpasts)\.test/g) ?? []).length;
    tail = text.slice(-20);
  }
  return found;
}

/**
 * Deletion: how long one person's "no" takes while many are on the list, and how long others wait for their one-click while a
 * closing deletes everybody who was silent. Each commit waits for the disk.
 *
 *     npm run bench -- --only erasure                           20,000 on the list, 20,000 silent
 *     npm run bench -- --only erasure --messages 1000000        1,000,000 on the list, 100,000 silent
 */
import { createApp } from "../../src/app.ts";
import type { Mailer } from "../../src/deps.ts";
import { closingAct } from "../../src/domain/campaigns/acts/closing.ts";
import { createCampaign } from "../../src/domain/campaigns/create.ts";
import { sendCampaign } from "../../src/domain/campaigns/send.ts";
import { readMailing } from "../../src/domain/campaigns/views.ts";
import { commit } from "../../src/domain/commit.ts";
import { createList } from "../../src/domain/lists/create.ts";
import { readLists } from "../../src/domain/lists/views.ts";
import { NO_MAILING } from "../../src/platform/tokens.ts";
import { OPERATOR } from "../../src/runtime/cli/command.ts";
import { startTimers } from "../../src/runtime/node/timers.ts";
import { agreed, GROUND } from "../support/ready.ts";
import { type BenchHouse, benchHouse, done, importPeople } from "./house.ts";
import { quantile } from "./median.ts";
import type { Figure, Options } from "./run.ts";
import { pressers } from "./sending/send.ts";

const PEOPLE = 20_000;
/** Silent people of the closing, at most. */
const SILENT = 100_000;
/** People who leave one after another, with nobody else about. */
const LEAVERS = 200;
const BETWEEN_MS = 60;
const PRESSES_PER_SECOND = 25;
const LOOK_MS = 50;

/** Takes every mail and keeps none. */
const nowhere: Mailer = {
  name: "capture",
  limit: 100,
  width: 4,
  perSecond: undefined,
  tellsPace: false,
  remembersKeys: true,
  oneByOne: false,
  async prepare(mails) {
    const handOver = async () => ({ outcome: "accepted" as const, ids: mails.map(() => crypto.randomUUID()) });
    return { sha256: "0".repeat(64), handOver };
  },
};

export async function erasure({ messages: people = PEOPLE }: Partial<Options>): Promise<Figure[]> {
  const house = await benchHouse(nowhere);
  const silent = Math.min(people, SILENT);
  let stopTimers = () => {};
  try {
    await importPeople(house, people);
    const asked = await anotherList(house, "Jautājamie", silent, 3_000_001);
    const pressed = await pressers(house, Math.max(100, Math.ceil(silent / 40)));
    const one = await leaveOneByOne(house);
    stopTimers = startTimers(house.queue);
    const mailingId = await sentTo(house, asked);
    const { seconds, cpuSeconds, pressMs } = await closed(house, mailingId, pressed);
    await pressed.stop();
    const name = `${people.toLocaleString("en")} on the list`;
    const of = `closing with ${silent.toLocaleString("en")} silent`;
    return [
      { name: `${name}: one person's no, deleted, median`, value: quantile(one.ms, 0.5), unit: "ms" },
      { name: `${name}: one person's no, deleted, p99`, value: quantile(one.ms, 0.99), unit: "ms" },
      { name: `${name}: the same, processor, median`, value: quantile(one.cpuMs, 0.5), unit: "ms" },
      { name: `${of}: deleted`, value: silent / seconds, unit: "people/s" },
      { name: `${of}: processor for 100, with sealing and presses`, value: (cpuSeconds * 1e5) / silent, unit: "ms" },
      { name: `${of}: one-click meanwhile, p50`, value: quantile(pressMs, 0.5), unit: "ms" },
      { name: `${of}: one-click meanwhile, p99`, value: quantile(pressMs, 0.99), unit: "ms" },
      { name: `${of}: presses meanwhile`, value: pressMs.length, unit: "presses" },
    ];
  } finally {
    stopTimers();
    await house.stop();
  }
}

async function anotherList(house: BenchHouse, name: string, people: number, seed: number): Promise<string> {
  const purposeId = (await readLists(house.deps.db)).find((list) => list.id === house.listId)?.purposeId ?? "";
  const both = { lv: name, en: name };
  const { id } = done(
    await createList(house.deps, OPERATOR, { kind: "newsletter", purposeId, names: both, promise: both }),
  );
  await importPeople(house, people, { listId: id, seed });
  return id;
}

/** One-click of people all over the list, each alone: from the request to the answer, on the disk. */
async function leaveOneByOne({ deps, listId }: BenchHouse): Promise<{ ms: number[]; cpuMs: number[] }> {
  const app = createApp(() => deps);
  const found = await deps.db.client.execute({
    sql: "SELECT id FROM subscription WHERE list_id = ? AND state = 'unproven' ORDER BY id LIMIT ?",
    args: [listId, LEAVERS],
  });
  const ms: number[] = [];
  const cpuMs: number[] = [];
  for (const { id } of found.rows) {
    const token = deps.tokens.make("u", { subscriptionId: String(id), mailingId: NO_MAILING });
    const cpu = process.cpuUsage();
    const began = performance.now();
    const answer = await app.request(`http://localhost/u/${token}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    });
    ms.push(performance.now() - began);
    const { user, system } = process.cpuUsage(cpu);
    cpuMs.push((user + system) / 1000);
    // What he set off (the proof is sealed) is done before the next one comes: nobody else is about.
    await new Promise((next) => setTimeout(next, BETWEEN_MS));
    if (answer.status !== 200) throw new Error(`a press was answered with ${answer.status}`);
  }
  return { ms, cpuMs };
}

async function sentTo(house: BenchHouse, listId: string): Promise<string> {
  const text = { subject: "Vai turpināt?", heading: "Vai vēlaties saņemt?", lead: "Jautājam no jauna." };
  const draft = { texts: { lv: text, en: text }, ...GROUND };
  const deadlineDay = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const input = { listId, title: "Bench", draft, deadlineDay };
  const { id } = done(await createCampaign(house.deps, OPERATOR, input));
  done(await sendCampaign(house.deps, OPERATOR, { id, version: await agreed(house.deps, id) }));
  await until(house, id, "sent");
  return id;
}

/** Closes it as its last day would, and presses for others until everybody silent has gone. */
async function closed(house: BenchHouse, id: string, { urls, press }: Awaited<ReturnType<typeof pressers>>) {
  const { deps } = house;
  const mailing = await readMailing(deps.db, id);
  if (!mailing?.frozen) throw new Error("the campaign was not sent");
  const cpu = process.cpuUsage();
  const began = performance.now();
  const { change, proof } = await closingAct(deps, { ...mailing, frozen: mailing.frozen }, "system:deadline");
  if ((await commit(deps, { change, proof })) === "stale") throw new Error("the closing did not begin");
  await deps.queue.enqueue({ kind: "erase-page", mailingId: id });
  const pressMs: number[] = [];
  let over = false;
  const pressing = (async () => {
    for (let n = 0; !over && n < urls.length; n += PRESSES_PER_SECOND)
      pressMs.push(...(await press({ urls: urls.slice(n, n + PRESSES_PER_SECOND), perSecond: PRESSES_PER_SECOND })));
  })();
  await until(house, id, "closed");
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  over = true;
  await pressing;
  return { seconds, cpuSeconds: (user + system) / 1e6, pressMs };
}

async function until({ deps }: BenchHouse, id: string, state: string): Promise<void> {
  for (;;) {
    const found = await deps.db.client.execute({ sql: "SELECT state FROM mailing WHERE id = ?", args: [id] });
    if (found.rows[0]?.state === state) return;
    await new Promise((next) => setTimeout(next, LOOK_MS));
  }
}

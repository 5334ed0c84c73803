/**
 * Answers per second on Node over HTTP: each request is another person's first answer by his own link (half yes, half
 * no; a "no" deletes the address), with its log entry and the sealing meanwhile. 16 connections in the same process.
 */
import { type ServerType, serve } from "@hono/node-server";
import autocannon from "autocannon";
import { createApp } from "../../src/app.ts";
import { createCampaign } from "../../src/domain/campaigns/create.ts";
import { sendCampaign } from "../../src/domain/campaigns/send.ts";
import { OPERATOR } from "../../src/runtime/cli/command.ts";
import { startTimers } from "../../src/runtime/node/timers.ts";
import { agreed, GROUND } from "../support/ready.ts";
import { type BenchHouse, benchHouse, done, importPeople } from "./house.ts";
import { median } from "./median.ts";
import type { Figure } from "./run.ts";

const RUNS = Number(process.env.BENCH_RUNS ?? 3);
const PEOPLE = Number(process.env.BENCH_PEOPLE ?? 4_000);
const CONNECTIONS = 16;

export async function answersPerSecond(): Promise<Figure[]> {
  const rate: number[] = [];
  const p99: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const house = await benchHouse();
    await importPeople(house, PEOPLE);
    await ask(house);
    const result = await answer(house);
    rate.push(result.perSecond);
    p99.push(result.p99);
    await house.stop();
  }
  return [
    { name: "answers (yes/no) on Node, 16 connections", value: median(rate), unit: "answers/s" },
    { name: "answers (yes/no) on Node, p99", value: median(p99), unit: "ms" },
  ];
}

async function ask(house: BenchHouse): Promise<void> {
  const text = { subject: "Vai turpināt?", heading: "Vai vēlaties saņemt?", lead: "Jautājam no jauna." };
  const draft = { texts: { lv: text, en: text }, ...GROUND };
  const deadlineDay = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const input = { listId: house.listId, title: "Bench", draft, deadlineDay };
  const { id } = done(await createCampaign(house.deps, OPERATOR, input));
  done(await sendCampaign(house.deps, OPERATOR, { id, version: await agreed(house.deps, id) }));
  await house.queue.idle();
}

async function answer(house: BenchHouse): Promise<{ perSecond: number; p99: number }> {
  const links = house.mailbox.mails.map(({ mail }) => /\/r\/[\w-]{71}/.exec(mail.text)?.[0] ?? "");
  const shown = await createApp(() => house.deps).request(links[0] as string);
  const notice = /name="notice" value="([0-9a-f]{64})"/.exec(await shown.text())?.[1] ?? "";
  const { fetch } = createApp(() => house.deps);
  const server = await new Promise<ServerType>((ready) => {
    const made = serve({ fetch, port: 0, hostname: "127.0.0.1" }, () => ready(made));
  });
  const stopTimers = startTimers(house.queue);
  const address = server.address() as { port: number };
  const url = `http://127.0.0.1:${address.port}`;
  const requests = links.map((path, i) => ({
    method: "POST" as const,
    path,
    headers: { "content-type": "application/x-www-form-urlencoded", origin: url },
    body: new URLSearchParams({ answer: i % 2 ? "no" : "yes", notice, lang: "lv" }).toString(),
  }));
  // Each connection has people of its own, so that every request is a first answer.
  const share = Math.floor(requests.length / CONNECTIONS);
  let connection = 0;
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    amount: share * CONNECTIONS,
    setupClient: (client) => {
      client.setRequests(requests.slice(connection * share, (connection + 1) * share));
      connection++;
    },
  });
  stopTimers();
  await house.queue.idle();
  await new Promise((closed) => server.close(closed));
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} answers were refused, ${result.errors} lost`);
  const [row] = (await house.deps.db.client.execute("SELECT count(*) FROM event WHERE record_id IS NOT NULL")).rows;
  if (Number(row?.[0]) !== share * CONNECTIONS) throw new Error(`only ${row?.[0]} answers left their proof`);
  return { perSecond: (share * CONNECTIONS) / result.duration, p99: result.latency.p99 };
}

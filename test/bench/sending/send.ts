/** One mailing, from "send" to the last answer of the sink, measured from outside the program: what a person would see. */
import { type ServerType, serve } from "@hono/node-server";
import { createApp } from "../../../src/app.ts";
import type { Mailer } from "../../../src/deps.ts";
import { createCampaign } from "../../../src/domain/campaigns/create.ts";
import { sendCampaign } from "../../../src/domain/campaigns/send.ts";
import { createList } from "../../../src/domain/lists/create.ts";
import { readLists } from "../../../src/domain/lists/views.ts";
import { NO_MAILING } from "../../../src/platform/tokens.ts";
import { OPERATOR } from "../../../src/runtime/cli/command.ts";
import { withAssets } from "../../../src/runtime/node/serve.ts";
import { startTimers } from "../../../src/runtime/node/timers.ts";
import { agreed, GROUND } from "../../support/ready.ts";
import { type BenchHouse, benchHouse, done, importPeople } from "../house.ts";
import { type FarSink, startPressers } from "./outside.ts";
import { profile } from "./profile.ts";

const LOOK_MS = 25;

export interface Sent {
  /** From "send" to the mailing's end. */
  seconds: number;
  /** From "send" to the first mail at the sink. */
  firstMs: number;
  /** CPU of this process, user and system. */
  cpuSeconds: number;
  megabytes: number;
  /** Milliseconds of each press meanwhile. */
  pressMs: number[];
}

export interface Sending {
  sink: FarSink;
  mailer: Mailer;
  messages: number;
  /** People who press one-click while it goes out, so many a second. */
  presses?: { people: number; perSecond: number };
  /** Called while it goes out, every few milliseconds. */
  look?: () => void;
  /** Name of the profile to be written. */
  profile?: string;
}

/** Sends a mailing to so many people. Throws if the sink did not get exactly one mail for each. */
export async function sendMailing(p: Sending): Promise<Sent> {
  const house = await benchHouse(p.mailer);
  const stopTimers = startTimers(house.queue);
  try {
    await importPeople(house, p.messages);
    await p.sink.reset();
    const pressed = p.presses ? await pressers(house, p.presses.people) : undefined;
    const mailingId = await draft(house);
    const profiled = p.profile === undefined ? undefined : await profile(p.profile);
    const cpu = process.cpuUsage();
    const began = Date.now();
    done(await sendCampaign(house.deps, OPERATOR, { id: mailingId, version: 1 }));
    const pressing = pressed?.press({ urls: pressed.urls, perSecond: p.presses?.perSecond ?? 1 });
    await sentOut(house, mailingId, p.look);
    const seconds = (Date.now() - began) / 1000;
    const used = process.cpuUsage(cpu);
    await profiled?.();
    const pressMs = (await pressing) ?? [];
    await pressed?.stop();
    const taken = await p.sink.taken();
    if (taken.mails !== p.messages) throw new Error(`the sink got ${taken.mails} of ${p.messages} mails`);
    return {
      seconds,
      firstMs: taken.firstAt - began,
      cpuSeconds: (used.user + used.system) / 1e6,
      megabytes: taken.bytes / 1e6,
      pressMs,
    };
  } finally {
    stopTimers();
    await house.stop();
  }
}

async function draft(house: BenchHouse): Promise<string> {
  const text = {
    subject: "Vai arī turpmāk sūtīt Jums ministrijas nedēļas apskatu?",
    heading: "Vai vēlaties arī turpmāk saņemt nedēļas apskatu?",
    lead: "Jūsu adrese mūsu sarakstā ir kopš 2021. gada, bet mums nav pierādījuma, ka to izvēlējāties Jūs.\n\nLai turpinātu sūtīt jaunumus, mums vajadzīga Jūsu piekrišana. Lūdzam atbildēt „jā” vai „nē”.",
  };
  const deadlineDay = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const input = {
    listId: house.listId,
    title: "Bench",
    draft: { texts: { lv: text, en: text }, ...GROUND },
    deadlineDay,
  };
  const { id } = done(await createCampaign(house.deps, OPERATOR, input));
  await agreed(house.deps, id);
  return id;
}

async function sentOut(house: BenchHouse, mailingId: string, look?: () => void): Promise<void> {
  for (;;) {
    const found = await house.deps.db.client.execute({
      sql: "SELECT state FROM mailing WHERE id=?",
      args: [mailingId],
    });
    if (found.rows[0]?.[0] === "sent") return;
    look?.();
    await new Promise((next) => setTimeout(next, LOOK_MS));
  }
}

/** People of another list, each with the address of his one-click, at a server of this house. */
export async function pressers(house: BenchHouse, people: number) {
  const { deps } = house;
  const purposeId = (await readLists(deps.db)).find((list) => list.id === house.listId)?.purposeId ?? "";
  const both = { lv: "Mēneša apskats", en: "Monthly overview" };
  const list = done(await createList(deps, OPERATOR, { kind: "newsletter", purposeId, names: both, promise: both }));
  await importPeople(house, people + 1, { listId: list.id, seed: 7 });
  const server = await new Promise<ServerType>((ready) => {
    const { fetch } = withAssets(
      createApp(() => deps),
      { traffic: house.traffic },
    );
    const made = serve({ fetch, port: 0, hostname: "127.0.0.1" }, () => ready(made));
  });
  const { port } = server.address() as { port: number };
  const found = await deps.db.client.execute({ sql: "SELECT id FROM subscription WHERE list_id=?", args: [list.id] });
  const [warm = "", ...urls] = found.rows.map(({ id }) => {
    const token = deps.tokens.make("u", { subscriptionId: String(id), mailingId: NO_MAILING });
    return `http://127.0.0.1:${port}/u/${token}`;
  });
  const outside = await startPressers(warm);
  return {
    urls,
    press: outside.press,
    stop: () => {
      outside.stop();
      return new Promise((closed) => server.close(closed));
    },
  };
}

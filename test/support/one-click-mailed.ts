/**
 * People who were mailed in a house that runs elsewhere, as the tests of one-click need them: looked at through the same
 * database. The mailing is worked off by whoever is faster, the house or we; the rows decide.
 */
import type { Client } from "@libsql/client";
import { createCaptureMailer } from "../../src/delivery/mailers/capture.ts";
import type { Deps } from "../../src/deps.ts";
import { createCampaign } from "../../src/domain/campaigns/create.ts";
import { sendCampaign } from "../../src/domain/campaigns/send.ts";
import { checkImport } from "../../src/domain/imports/check.ts";
import { runImport } from "../../src/domain/imports/run.ts";
import { readLists } from "../../src/domain/lists/views.ts";
import type { Job } from "../../src/jobs.ts";
import { systemClock } from "../../src/platform/clock.ts";
import { readConfig } from "../../src/platform/config.ts";
import { isRefusal, type Refusal } from "../../src/refusal.ts";
import { OPERATOR } from "../../src/runtime/cli/command.ts";
import { handleJob } from "../../src/runtime/consume.ts";
import { createHouse } from "../../src/runtime/house.ts";
import { memoryMailbox } from "../fakes/mailbox.ts";
import { agreed, GROUND } from "./ready.ts";
import { KEY_SET } from "./settings.ts";
import { until } from "./until.ts";

/** Somebody who was mailed. */
export interface Mailed {
  address: string;
  subscriptionId: string;
  addressId: string;
  token: string;
}

/** What is known of him afterwards. */
export interface Standing {
  /** Rows that hold his address. */
  addresses: number;
  subscription: string;
  events: { typ: string; method: string; mailing: string }[];
  /** Reasons of the suppressions that stand against him. */
  suppressed: string[];
}

export interface MailedPeople {
  mailingId: string;
  deps: Deps;
  client: Client;
  /** Somebody whom no test has had yet. */
  next(): Mailed;
  standing(who: Mailed): Promise<Standing>;
  /** All that withdrawing would change, as text: two that are equal mean that nothing has changed. */
  everything(): Promise<string>;
}

const KEPT = "person address subscription consent_record event disclosure link_tag suppression message token intake";

function done<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`refused: ${result.code} ${JSON.stringify(result.fields ?? [])}`);
  return result;
}

/** Imports so many people into the newsletter of the demo office and mails them the question. */
export async function mailPeople(client: Client, databaseUrl: string, people: number): Promise<MailedPeople> {
  const config = readConfig({ NODE_ENV: "development", DATABASE_URL: databaseUrl, ...KEY_SET });
  const jobs: Job[] = [];
  const deps = createHouse(config, { line: () => {} }).depsOver({
    client,
    queue: { enqueue: async (job) => void jobs.push(job) },
    mailer: createCaptureMailer(memoryMailbox(), systemClock),
    defer: (work) => work(),
    afterErasure: () => {},
  });
  const work = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) if (job.kind !== "seal") await handleJob(deps, job);
  };
  const addresses = Array.from({ length: people }, (_, i) => `cilveks${i}@pasts.example`);
  const listId = (await readLists(deps.db)).find((l) => l.kind === "newsletter")?.id ?? "";
  const bytes = new TextEncoder().encode(`e-pasts\n${addresses.join("\n")}\n`);
  const claim = {
    source: "Vecais saraksts",
    since: "2021-03-01",
    basis: "consent" as const,
    origin: "themselves" as const,
    proof: "",
  };
  const checked = done(await checkImport(deps, OPERATOR, { listId, fileName: "a.csv", bytes, claim }));
  done(await runImport(deps, OPERATOR, checked));
  await work();
  const text = { subject: "Vai turpināt?", heading: "Vai vēlaties saņemt jaunumus?", lead: "Jautājam no jauna." };
  const draft = { texts: { lv: text, en: text }, ...GROUND };
  const deadlineDay = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const { id } = done(await createCampaign(deps, OPERATOR, { listId, title: "Rudens", draft, deadlineDay }));
  done(await sendCampaign(deps, OPERATOR, { id, version: await agreed(deps, id) }));
  await until("the mailing's end", async () => {
    await work();
    const { rows } = await client.execute({ sql: "SELECT state FROM mailing WHERE id=?", args: [id] });
    return rows[0]?.state === "sent";
  });

  const rows = await client.execute({
    sql: `SELECT m.subscription_id AS s, a.id AS a, a.tag AS tag FROM message m JOIN subscription s ON s.id = m.subscription_id
          JOIN address a ON a.id = s.address_id WHERE m.mailing_id=? AND m.state='sent'`,
    args: [id],
  });
  if (rows.rows.length !== people) throw new Error(`only ${rows.rows.length} of ${people} were mailed`);
  const hexOf = (bytes: unknown) => Buffer.from(bytes as ArrayBuffer).toString("hex");
  const byTag = new Map(addresses.map((address) => [hexOf(deps.vault.tag(address).tag), address]));
  const pool = rows.rows.map((row): Mailed => {
    const subscriptionId = String(row.s);
    const token = deps.tokens.make("u", { subscriptionId, mailingId: id });
    return { address: byTag.get(hexOf(row.tag)) ?? "", subscriptionId, addressId: String(row.a), token };
  });
  const all = async (sql: string, args: (string | Uint8Array)[] = []) => (await client.execute({ sql, args })).rows;
  return {
    mailingId: id,
    deps,
    client,
    next() {
      const who = pool.pop();
      if (!who) throw new Error("more people are needed");
      return who;
    },
    async standing({ address, addressId, subscriptionId }) {
      const [held] = await all("SELECT count(*) AS n FROM address WHERE id=?", [addressId]);
      const [row] = await all("SELECT state, record_id FROM subscription WHERE id=?", [subscriptionId]);
      const events = await all("SELECT typ, body FROM event WHERE record_id=? ORDER BY version", [
        String(row?.record_id),
      ]);
      const tags = deps.vault.suppressionTags(address);
      const suppressed = await Promise.all(
        tags.map(({ tag }) => all("SELECT reason FROM suppression WHERE tag=?", [tag])),
      );
      return {
        addresses: Number(held?.n),
        subscription: String(row?.state),
        events: events.map(({ typ, body }) => {
          const { method, mailing } = JSON.parse(String(body)) as { method: string; mailing: string };
          return { typ: String(typ), method, mailing };
        }),
        suppressed: suppressed.flat().map(({ reason }) => String(reason)),
      };
    },
    async everything() {
      const tables = KEPT.split(" ").map(async (table) => {
        const found = await all(`SELECT * FROM ${table}`);
        return found.map((row) => JSON.stringify(Object.values(row).map(plain))).sort();
      });
      return JSON.stringify(await Promise.all(tables));
    },
  };
}

const plain = (value: unknown) => (value instanceof ArrayBuffer ? Buffer.from(value).toString("hex") : value);

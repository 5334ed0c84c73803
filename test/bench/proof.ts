/**
 * How long the making of a proof takes, from the database: one person's bundle, whole and with the verifier in it, one
 * receipt file, and a campaign's bundle. Half of the people said yes, half no.
 */
import { createApp } from "../../src/app.ts";
import { createCampaign } from "../../src/domain/campaigns/create.ts";
import { sendCampaign } from "../../src/domain/campaigns/send.ts";
import { answerReconsent } from "../../src/domain/consent/answer.ts";
import { sealLog } from "../../src/domain/proof-log/seal.ts";
import { bundleOfMany } from "../../src/domain/proofs/acts/bundle/many.ts";
import { personBundle } from "../../src/domain/proofs/acts/bundle/person.ts";
import { makeReceipt } from "../../src/domain/proofs/acts/receipt.ts";
import { OPERATOR } from "../../src/runtime/cli/command.ts";
import { agreed, GROUND } from "../support/ready.ts";
import { type BenchHouse, benchHouse, done, importPeople } from "./house.ts";
import { median, quantile } from "./median.ts";
import type { Figure, Options } from "./run.ts";

const PEOPLE = 2_000;
const MADE = 200;

export async function proof({ messages = PEOPLE }: Options): Promise<Figure[]> {
  const house = await benchHouse();
  const { deps } = house;
  try {
    await importPeople(house, messages);
    const mailingId = await ask(house);
    const records = await answer(house);
    const some = records.slice(0, MADE);
    let bytes = 0;
    const cpu = process.cpuUsage();
    const bundles = await each(some, async (id) => {
      bytes = (await personBundle(deps, { records: [id] }))?.length ?? 0;
      return bytes > 0;
    });
    const used = process.cpuUsage(cpu);
    const receipts = await each(some, async (id) => typeof (await makeReceipt(deps, { recordId: id })) === "object");
    const began = performance.now();
    let whole = 0;
    const pieces = await bundleOfMany(deps, { kind: "campaign", mailingId }, { title: "Bench" }, { part: 1 });
    for await (const piece of pieces ?? []) whole += piece.length;
    const took = performance.now() - began;
    if (whole === 0) throw new Error("no bundle of the campaign");
    const name = "proof: one person's bundle, ZIP with the verifier";
    return [
      { name, value: median(bundles), unit: "ms" },
      { name: `${name}, p99`, value: quantile(bundles, 0.99), unit: "ms" },
      { name: `${name}, processor`, value: (used.user + used.system) / 1000 / some.length, unit: "ms" },
      { name: `${name}, size`, value: bytes, unit: "bytes" },
      { name: "proof: one receipt file", value: median(receipts), unit: "ms" },
      { name: "proof: a campaign's bundle", value: records.length / (took / 1000), unit: "records/s" },
      { name: "proof: a campaign's bundle, of one record", value: whole / records.length, unit: "bytes" },
    ];
  } finally {
    await house.stop();
  }
}

async function each(ids: readonly string[], make: (id: string) => Promise<boolean>): Promise<number[]> {
  const took: number[] = [];
  for (const id of ids) {
    const began = performance.now();
    const made = await make(id);
    took.push(performance.now() - began);
    if (!made) throw new Error("there is a record without a proof");
  }
  return took;
}

async function ask({ deps, listId, queue }: BenchHouse): Promise<string> {
  const text = { subject: "Vai turpināt?", heading: "Vai vēlaties saņemt?", lead: "Jautājam no jauna." };
  const draft = { texts: { lv: text, en: text }, ...GROUND };
  const deadlineDay = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const { id } = done(await createCampaign(deps, OPERATOR, { listId, title: "Bench", draft, deadlineDay }));
  done(await sendCampaign(deps, OPERATOR, { id, version: await agreed(deps, id) }));
  await queue.idle();
  return id;
}

/** Everybody answers, and the log is sealed; ids of the records. */
async function answer({ deps, mailbox, queue }: BenchHouse): Promise<string[]> {
  const tokens = mailbox.mails.map(({ mail }) => /\/r\/([\w-]{71})/.exec(mail.text)?.[1] ?? "");
  const page = await (await createApp(() => deps).request(`/r/${tokens[0]}`)).text();
  const noticeSha256 = /name="notice" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? "";
  for (const [i, token] of tokens.entries())
    done(await answerReconsent(deps, { token, answer: i % 2 ? "no" : "yes", noticeSha256 }));
  await queue.idle();
  while ((await sealLog(deps)).outcome !== "nothing") await deps.clock.pause(200);
  const { rows } = await deps.db.client.execute("SELECT id FROM consent_record ORDER BY id");
  return rows.map((row) => String(row.id));
}

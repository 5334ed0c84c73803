/**
 * One's own page: how long its owner waits for it while many are on the list, after a campaign that mailed all of them, for somebody
 * who has answered (his proofs are on it). From the request to the whole page, by the app in this process; people from all over the list.
 *
 *     npm run bench -- --only me                              20,000 on the list
 *     npm run bench -- --only me --messages 1000000           1,000,000
 */
import { createApp } from "../../src/app.ts";
import type { OutgoingMail } from "../../src/deps.ts";
import { createCampaign } from "../../src/domain/campaigns/create.ts";
import { sendCampaign } from "../../src/domain/campaigns/send.ts";
import { readMailing } from "../../src/domain/campaigns/views.ts";
import { answerReconsent } from "../../src/domain/consent/answer.ts";
import { takeIn } from "../../src/domain/consent/take-in.ts";
import { loadStanding } from "../../src/domain/consent/views/standing.ts";
import { enterOwnPage } from "../../src/domain/me/enter.ts";
import { requestOwnPage } from "../../src/domain/me/request-link.ts";
import { sealLog } from "../../src/domain/proof-log/seal.ts";
import { OPERATOR } from "../../src/runtime/cli/command.ts";
import { mailerOf } from "../support/mailer.ts";
import { agreed, GROUND } from "../support/ready.ts";
import { type BenchHouse, benchHouse, done, importPeople } from "./house.ts";
import { quantile } from "./median.ts";
import type { Figure, Options } from "./run.ts";

const PEOPLE = 20_000;
/** People who look, and how often each opens his page. */
const VISITORS = 50;
const LOOKS = 5;

export async function ownPage({ messages: people = PEOPLE }: Partial<Options>): Promise<Figure[]> {
  // Of a mailing only the newest mail of a letter is looked at: the links of pages.
  let letter: OutgoingMail | undefined;
  const house = await benchHouse(
    mailerOf(
      async (mails) => {
        letter = mails.find((mail) => mail.tags?.kind === "own-page") ?? letter;
        return { outcome: "accepted", ids: mails.map(() => crypto.randomUUID()) };
      },
      { name: "capture", limit: 100 },
    ),
  );
  try {
    await importPeople(house, people);
    const mailingId = await asked(house);
    const whose = await visitors(house, mailingId);
    const app = createApp(() => house.deps);
    const page: number[] = [];
    const file: number[] = [];
    let bytes = 0;
    for (const address of whose) {
      const cookie = await visit(house, address, () => letter);
      for (let i = 0; i < LOOKS; i++) {
        const looked = await timed(() => app.request("http://localhost/me", { headers: { cookie } }));
        if (!looked.text.includes(address)) throw new Error("that is not his page");
        page.push(looked.ms);
        bytes = Math.max(bytes, looked.text.length);
      }
      file.push((await timed(() => app.request("http://localhost/me/data.json", { headers: { cookie } }))).ms);
    }
    const name = `${people.toLocaleString("en")} on the list: one's own page`;
    return [
      { name: `${name}, median`, value: quantile(page, 0.5), unit: "ms" },
      { name: `${name}, p99`, value: quantile(page, 0.99), unit: "ms" },
      { name: `${name}, everything as JSON, median`, value: quantile(file, 0.5), unit: "ms" },
      { name: `${name}, characters of HTML`, value: bytes, unit: "characters" },
    ];
  } finally {
    await house.stop();
  }
}

async function timed(ask: () => Response | Promise<Response>): Promise<{ ms: number; text: string }> {
  const began = performance.now();
  const answer = await ask();
  const text = await answer.text();
  const ms = performance.now() - began;
  if (answer.status !== 200) throw new Error(`the page answered ${answer.status}`);
  return { ms, text };
}

/** Everybody on the list is mailed the question once, so that mails are as many as people. */
async function asked(house: BenchHouse): Promise<string> {
  const { deps, listId } = house;
  const text = { subject: "Vai turpināt?", heading: "Vai vēlaties saņemt?", lead: "Jautājam no jauna." };
  const draft = { texts: { lv: text, en: text }, ...GROUND };
  const deadlineDay = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const { id } = done(await createCampaign(deps, OPERATOR, { listId, title: "Bench", draft, deadlineDay }));
  done(await sendCampaign(deps, OPERATOR, { id, version: await agreed(deps, id) }));
  for (;;) {
    if ((await readMailing(deps.db, id))?.state === "sent") return id;
    await new Promise((next) => setTimeout(next, 500));
  }
}

/** People from all over the list who say yes; their proofs are sealed. */
async function visitors({ deps, listId }: BenchHouse, mailingId: string): Promise<string[]> {
  const notice = await deps.db.client.execute({
    sql: "SELECT sha256 FROM notice WHERE mailing_id = ? AND language = 'lv' AND kind = 'question'",
    args: [mailingId],
  });
  const found = await deps.db.client.execute({
    sql: "SELECT id FROM subscription WHERE list_id = ? AND state = 'unproven' ORDER BY id LIMIT ?",
    args: [listId, VISITORS],
  });
  const addresses: string[] = [];
  for (const { id } of found.rows) {
    const token = deps.tokens.make("r", { subscriptionId: String(id), mailingId });
    done(await answerReconsent(deps, { token, answer: "yes", noticeSha256: String(notice.rows[0]?.sha256) }));
    const standing = await loadStanding(deps, { subscriptionId: String(id) });
    if (standing) addresses.push(standing.address.normalised);
  }
  await sealLog(deps);
  return addresses;
}

/** Comes in by a link that was mailed to him; gives the cookie of the visit. */
async function visit({ deps }: BenchHouse, address: string, letter: () => OutgoingMail | undefined): Promise<string> {
  done(await requestOwnPage(deps, { address, language: "lv" }));
  const { rows } = await deps.db.client.execute("SELECT id FROM intake WHERE state = 'new'");
  for (const { id } of rows) await takeIn(deps, String(id));
  for (let tries = 0; tries < 200; tries++) {
    const mail = letter();
    const token = mail?.to === address && /\/me\/([A-Za-z0-9_-]{43})/.exec(mail.text)?.[1];
    if (token) return `me=${done(await enterOwnPage(deps, { token })).visit}`;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error("no link came");
}

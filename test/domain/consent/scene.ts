/** A campaign on its way: an office with people imported, asked and mailed, on a real database, for the tests of answers. */

import { postMail } from "../../../src/delivery/post.ts";
import { createRenderer } from "../../../src/delivery/render.ts";
import type { Deps, Handover, OutgoingMail } from "../../../src/deps.ts";
import { createCampaign } from "../../../src/domain/campaigns/create.ts";
import type { CampaignDraft } from "../../../src/domain/campaigns/rules.ts";
import { sendCampaign } from "../../../src/domain/campaigns/send.ts";
import { dayOf, later } from "../../../src/domain/consent/rules/days.ts";
import { checkImport } from "../../../src/domain/imports/check.ts";
import type { Claim } from "../../../src/domain/imports/rules/claim.ts";
import { runImport } from "../../../src/domain/imports/run.ts";
import { noticeHash } from "../../../src/domain/notices/rules.ts";
import { notice } from "../../../src/platform/schema.ts";
import { createTokens } from "../../../src/platform/tokens.ts";
import { isRefusal, type Refusal } from "../../../src/refusal.ts";
import { handleJob } from "../../../src/runtime/consume.ts";
import { mailerOf, type TestMailer } from "../../support/mailer.ts";
import { agreed, GROUND } from "../../support/ready.ts";
import { bytes, claim, createOffice, editor, LISTS, NOW, type Office, PURPOSES } from "../imports/office.ts";

export const DEADLINE = "2026-12-15";
export const statement = { lv: "<p>Piekrītu saņemt jaunumus.</p>", en: "<p>I consent to the news.</p>" };

export interface Scene extends Office {
  /** What becomes of a hand-over can be changed at any time. */
  mailer: TestMailer;
  mails: OutgoingMail[];
  keys: string[];
  /** What the provider says next; accepted if empty. */
  answers: Handover[];
  /** Runs every waiting job. */
  run(): Promise<void>;
  /** The token of this kind in the newest mail to the address. */
  token(kind: "r" | "u", address: string): string;
  question(language?: "lv" | "en"): Promise<string>;
  /** `change`: what the claim says otherwise. */
  importList(addresses: string[], listId?: string, change?: Partial<Claim>): Promise<void>;
  /** Sends one; `change`: what its draft says besides. */
  campaign(listId?: string, change?: Partial<CampaignDraft>): Promise<string>;
}

export function must<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`refused: ${value.code} ${JSON.stringify(value.fields ?? value.values ?? {})}`);
  return value;
}

/** An office with empty lists, a mailer in memory and the real jobs. `limit` is the mailer's batch size. */
export async function openScene(limit = 100): Promise<Scene> {
  const office = await createOffice();
  const mails: OutgoingMail[] = [];
  const keys: string[] = [];
  const answers: Handover[] = [];
  const profile = (await office.client.execute("SELECT profile FROM institution")).rows[0]?.[0] as string;
  const cases = { nom: "Ministrija", gen: "Ministrijas", dat: "Ministrijai", acc: "Ministriju", loc: "Ministrijā" };
  await office.client.execute({
    sql: "UPDATE institution SET profile=?",
    args: [
      JSON.stringify({
        ...JSON.parse(profile),
        names: { lv: cases, en: "Ministry" },
        legalAddress: "Paraugu iela 1, Rīga",
        registrationNumber: "00000000000",
        phone: "+371 60000000",
        dataProtectionOfficer: { name: "Līga Paraudziņa", email: "dati@ministry.example", phone: "" },
        supervisoryAuthority: { name: { lv: "Inspekcija", en: "Authority" }, address: "", email: "", website: "" },
        processors: [],
        publicAuthority: true,
        email: "pasts@ministry.example",
        sender: {
          name: { lv: "Ministrija", en: "Ministry" },
          address: "jaunumi@ministry.example",
          replyTo: "prese@ministry.example",
        },
        look: { link: "#1e4577", accent: "#9d2b38", markSvg: "" },
        proofMonths: 36,
        suppressionReviewMonths: 36,
        restoreWindowDays: 30,
      }),
    ],
  });
  const { deps } = office;
  for (const language of ["lv", "en"] as const)
    await deps.db.read.insert(notice).values({
      sha256: noticeHash(statement[language]),
      kind: "consent",
      purposeId: PURPOSES.news,
      version: 1,
      language,
      body: statement[language],
      createdAt: NOW,
    });
  const tokens = createTokens(deps.config.rings.TOKEN_KEYS);
  const mailer = mailerOf(
    async (sent, key) => {
      keys.push(key);
      const answer = answers.shift() ?? { outcome: "accepted", ids: sent.map((m) => `id-${m.to}`) };
      if (answer.outcome === "accepted") mails.push(...sent);
      return answer;
    },
    { name: "capture", limit },
  );
  Object.assign(deps, {
    tokens,
    // Delayed work waits for the sweep, as it would after a restart: tests move the clock and sweep.
    queue: { enqueue: async (job, options) => void (options?.delaySeconds ? 0 : office.jobs.push(job)) },
    log: { info() {}, warn() {}, fault() {} },
    render: createRenderer(tokens, deps.config.publicUrl),
    mailer,
    post: (mail, key, begin) => postMail(deps, mail, key, begin),
  } satisfies Partial<Deps>);
  const scene: Scene = {
    ...office,
    mailer,
    mails,
    keys,
    answers,
    async run() {
      for (let job = office.jobs.shift(); job; job = office.jobs.shift())
        if (job.kind !== "seal") await handleJob(deps, job);
    },
    token(kind, address) {
      const mail = mails.filter((m) => m.to === address).at(-1);
      const found = new RegExp(`/${kind}/([A-Za-z0-9_-]{71})`).exec(mail?.text ?? "");
      if (!found?.[1]) throw new Error(`no ${kind} link in a mail to ${address}`);
      return found[1];
    },
    async question(language = "lv") {
      const row = await office.client.execute({
        sql: "SELECT sha256 FROM notice WHERE kind='question' AND language=? ORDER BY created_at DESC",
        args: [language],
      });
      return row.rows[0]?.[0] as string;
    },
    async importList(addresses, listId = LISTS.newsletter, change = {}) {
      const file = bytes(`e-pasts\n${addresses.join("\n")}\n`);
      const found = must(
        await checkImport(deps, editor, {
          listId,
          fileName: "a.csv",
          bytes: file,
          claim: { ...claim, ...change },
        }),
      );
      const run = await runImport(deps, editor, { importId: found.importId });
      if (!isRefusal(run) || run.code !== "imports.nobody_to_add") must(run);
      await scene.run();
    },
    async campaign(listId = LISTS.newsletter, change = {}) {
      const text = { subject: "Vai turpināt?", heading: "Vai vēlaties saņemt jaunumus?", lead: "Jautājam no jauna." };
      const { id } = must(
        await createCampaign(deps, editor, {
          listId,
          title: "Rudens",
          deadlineDay: later(dayOf(deps.clock.now(), "Europe/Riga"), { days: 23 }),
          draft: { texts: { lv: text, en: text }, ...GROUND, ...change },
        }),
      );
      must(await sendCampaign(deps, editor, { id, version: await agreed(deps, id) }));
      await scene.run();
      return id;
    },
  };
  return scene;
}

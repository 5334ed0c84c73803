/**
 * What must be true of every world at any time: the promises of DESIGN 1 that rows, mails and log lines can show. Asked
 * after every journey; fails with all that is broken at once.
 */

import { LAST_MAIL_MS } from "../../src/domain/last-mails/rules.ts";
import { VISIT_MS } from "../../src/domain/me/rules.ts";
import { addressPlace, normaliseAddress } from "../../src/domain/people/rules.ts";
import { readCopyHead } from "../../src/domain/proof-log/rules/copy.ts";
import { verifyLog } from "../../src/domain/proof-log/verify.ts";
import { readCheckpoint } from "../../src/domain/proof-log/views.ts";
import { hex } from "../../src/platform/encoding.ts";
import { isRefusal } from "../../src/refusal.ts";
import { againstSchema } from "./event-schema.ts";
import type { World } from "./open-world.ts";

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/;

type Find = (world: World) => Promise<string[]> | string[];

/** Name of the promise → what breaks it now. */
const PROMISES: Record<string, Find> = {
  "P2: the log verifies, every event has its entry": async (world) =>
    (await verifyLog(world.deps)).map((problem) => `${problem.code} at ${problem.at}`),

  "P2: what is signed was claimed in the copy outside the database": async (world) => {
    const signed = await readCheckpoint(world.deps.db);
    const copy = await world.deps.logCopy?.readHead();
    if (!signed || !world.deps.logCopy) return [];
    const head = copy && readCopyHead(copy.bytes);
    return head && head.size >= signed.size ? [] : [`signed ${signed.size}, claimed ${head?.size ?? "nothing"}`];
  },

  "P2: every answer is an event of its record": (world) =>
    found(
      world,
      `SELECT r.id FROM consent_record r WHERE r.version <> (SELECT count(*) FROM event e WHERE e.record_id = r.id)`,
    ),

  "P2: every event is as the published schema says": async (world) => {
    const wrong = (await world.rows("SELECT body FROM event")).flatMap(({ body }) => againstSchema(String(body)) ?? []);
    return [...new Set(wrong)];
  },

  "P2: for every consent that holds a receipt is owed, or went": (world) =>
    found(
      world,
      `SELECT e.eid FROM event e JOIN consent_record r ON r.id = e.record_id AND r.version = e.version
      WHERE r.state = 'given' AND r.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM receipt x WHERE x.eid = e.eid)`,
    ),

  "P4: whoever ended is held by no address, name or sealed row": async (world) => [
    ...(await found(
      world,
      `SELECT a.id FROM address a WHERE NOT EXISTS
      (SELECT 1 FROM subscription s WHERE s.address_id = a.id AND s.state <> 'ended')`,
    )),
    ...(await found(
      world,
      "SELECT p.id FROM person p WHERE NOT EXISTS (SELECT 1 FROM address a WHERE a.person_id = p.id)",
    )),
    ...(await found(
      world,
      "SELECT id FROM subscription WHERE state = 'ended' AND (address_id IS NOT NULL OR person_id IS NOT NULL)",
    )),
    ...(await found(world, "SELECT id FROM batch WHERE sealed IS NOT NULL AND state NOT IN ('frozen', 'attempted')")),
    ...(await found(
      world,
      `SELECT import_id FROM import_page WHERE import_id IN (SELECT id FROM import WHERE state IN ('done', 'dropped'))`,
    )),
  ],

  // A second more: the sweep that a test runs reads the clock anew.
  "P4: the address of a last mail is held for 15 minutes at most": (world) =>
    found(world, `SELECT eid FROM last_mail WHERE created_at < ${world.clock.now() - LAST_MAIL_MS - 1_000}`),

  "P5: one last mail for each no, and only to whoever left": async (world) => {
    const last = world.mailbox.mails.filter(({ mail }) => mail.tags?.kind === "last-mail");
    const of = last.map(({ mail }) => UUID.exec(mail.text)?.[0] ?? "");
    const noes = await world.rows(
      "SELECT eid FROM event WHERE typ IN ('dsr.objected', 'consent.refused', 'consent.withdrawn', 'consent.invalidated')",
    );
    const left = new Set(noes.map((row) => row.eid));
    return of.filter((eid, i) => of.indexOf(eid) !== i || !left.has(eid));
  },

  "P5: nobody was sent anything after he left": (world) =>
    found(
      world,
      `SELECT m.subscription_id FROM message m JOIN subscription s ON s.id = m.subscription_id
      WHERE s.ended_at IS NOT NULL AND m.sent_at > s.ended_at`,
    ),

  "P5: nothing live stands under a suppression": async (world) => {
    const { vault } = world.deps;
    const rows = await world.rows(
      `SELECT a.id AS address, a.sealed, s.id, l.purpose_id AS purpose FROM subscription s
       JOIN address a ON a.id = s.address_id JOIN list l ON l.id = s.list_id`,
    );
    const tags = await world.rows("SELECT lower(hex(tag)) AS tag, scope FROM suppression");
    const suppressed = new Set(tags.map((t) => `${t.tag} ${t.scope}`));
    return rows.flatMap((row) => {
      const sealed = new Uint8Array(row.sealed as ArrayBuffer);
      const { address } = JSON.parse(vault.open(addressPlace(String(row.address)), sealed));
      const checked = normaliseAddress(address);
      const normalised = isRefusal(checked) ? "" : checked.normalised;
      const against = vault
        .suppressionTags(normalised)
        .some(({ tag }) => [row.purpose, "*"].some((scope) => suppressed.has(`${hex(tag)} ${scope}`)));
      return against ? [`subscription ${row.id}`] : [];
    });
  },

  "P6: one recipient for each mail": (world) =>
    world.mailbox.mails.flatMap(({ id, mail }) => {
      const others = Object.keys(mail.headers).filter((name) => /^(to|cc|bcc|resent-.*)$/i.test(name));
      return /^[^\s,;<>]+@[^\s,;<>]+$/.test(mail.to) && others.length === 0 ? [] : [`mail ${id}`];
    }),

  "P6: no mail names the address of another person": (world) => {
    const everybody = new Set(world.mailbox.mails.map(({ mail }) => mail.to.toLowerCase()));
    return world.mailbox.mails.flatMap(({ id, mail }) => {
      const whole = [mail.html, mail.text, ...Object.values(mail.headers)].join("\n").toLowerCase();
      const named = whole.match(/[^\s<>"'(),;:=/?&]+@[^\s<>"'(),;:/?&]+/g) ?? [];
      return named.some((address) => address !== mail.to.toLowerCase() && everybody.has(address)) ? [`mail ${id}`] : [];
    });
  },

  "P7: nobody was mailed twice by one mailing": async (world) => {
    const once = new Set<string>();
    return world.mailbox.mails.flatMap(({ id, mail }) => {
      // A reminder carries the links of its campaign; the tag names the mailing that it is of.
      const list = mail.headers["List-Unsubscribe"] && `${mail.headers["List-Unsubscribe"]} ${mail.tags?.message}`;
      if (!list) return [];
      const twice = once.has(list);
      once.add(list);
      return twice ? [`mail ${id}`] : [];
    });
  },

  "P7: a mailing that was sent has nothing left undone": (world) =>
    found(
      world,
      `SELECT m.mailing_id FROM message m JOIN mailing g ON g.id = m.mailing_id
      WHERE g.state IN ('sent', 'closing', 'closed') AND m.state IN ('planned', 'claimed')`,
    ),

  "P7: a mailing accounts for everybody it planned": (world) =>
    found(
      world,
      `SELECT g.id, g.audience FROM mailing g WHERE g.state NOT IN ('draft', 'planning')
      AND g.audience <> (SELECT count(*) FROM message m WHERE m.mailing_id = g.id)
        + (SELECT coalesce(sum(t.n), 0) FROM mailing_total t WHERE t.mailing_id = g.id)`,
    ),

  "P7: in a closed campaign everybody who was reached has an outcome": (world) =>
    found(
      world,
      `SELECT m.subscription_id FROM message m JOIN mailing g ON g.id = m.mailing_id
      WHERE g.state = 'closed' AND m.state IN ('sent', 'delivered') AND m.answer IS NULL`,
    ),

  "P1: silence ends only who was reached and had proved nothing": async (world) => [
    ...(await found(
      world,
      `SELECT m.subscription_id FROM message m JOIN mailing g ON g.id = m.mailing_id WHERE m.answer = 'expired'
      AND g.state IN ('closing', 'closed') AND (g.kind <> 'reconsent' OR m.state IN ('skipped', 'failed', 'unknown'))`,
    )),
    ...(await found(
      world,
      `SELECT s.id FROM subscription s JOIN consent_record r ON r.id = s.record_id
      WHERE s.ended_reason = 'no_answer' AND r.state = 'given'`,
    )),
  ],

  "P1: nobody was asked whom the campaign may not ask": (world) =>
    found(
      world,
      "SELECT subscription_id FROM message WHERE reason IN ('no_source', 'proven') AND (state <> 'skipped' OR sent_at IS NOT NULL)",
    ),

  "P7: what was skipped or failed says why": (world) =>
    found(world, "SELECT mailing_id FROM message WHERE state IN ('skipped', 'failed', 'bounced') AND reason IS NULL"),

  "P4: a visit to one's own page lives half an hour at most, and only with the request that it came of": (world) =>
    found(
      world,
      `SELECT t.subject FROM token t LEFT JOIN intake i ON i.id = t.subject
      WHERE t.kind = 'visit' AND (i.state IS NOT 'used' OR t.expires_at > ${world.clock.now() + VISIT_MS})`,
    ),

  "no line of the log holds an address, a name or a token": (world) =>
    world.lines.filter((line) => line.includes("@") || /[A-Za-z0-9_-]{60,}/.test(line)),

  "no job holds more than ids": (world) =>
    world.jobs.map((job) => JSON.stringify(job)).filter((json) => json.includes("@") || json.length > 120),
};

async function found(world: World, sql: string): Promise<string[]> {
  return (await world.rows(sql)).map((row) => Object.values(row).join(" "));
}

/** Throws with every broken promise and where. */
export async function checkWorld(world: World): Promise<void> {
  const broken: string[] = [];
  for (const [promise, find] of Object.entries(PROMISES)) {
    const where = await find(world);
    if (where.length > 0) broken.push(`${promise}: ${where.slice(0, 5).join(", ")}${where.length > 5 ? " …" : ""}`);
  }
  if (broken.length > 0) throw new Error(`The world is broken.\n${broken.join("\n")}`);
}

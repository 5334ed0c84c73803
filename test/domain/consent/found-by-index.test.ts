import type { InStatement } from "@libsql/client";
import { describe, expect, it } from "vitest";
import { answerReconsent } from "../../../src/domain/consent/answer.ts";
import { comeBack } from "../../../src/domain/consent/come-back.ts";
import { mailReceipts } from "../../../src/domain/consent/mail-receipts.ts";
import { recordRefusal } from "../../../src/domain/consent/record-refusal.ts";
import { requestSignUp } from "../../../src/domain/consent/request.ts";
import { readUnsent } from "../../../src/domain/consent/views/receipt.ts";
import { readLink } from "../../../src/domain/consent/views.ts";
import { withdrawByLink } from "../../../src/domain/consent/withdraw.ts";
import { endOldLastMails } from "../../../src/domain/last-mails/end-old.ts";
import { mailLastMails } from "../../../src/domain/last-mails/mail.ts";
import { readLastMailUntil } from "../../../src/domain/last-mails/views.ts";
import { setLanguage } from "../../../src/domain/me/choices/language.ts";
import { changeName } from "../../../src/domain/me/choices/name.ts";
import { pauseList } from "../../../src/domain/me/choices/pause.ts";
import { shareOwn } from "../../../src/domain/me/choices/share.ts";
import { switchOff } from "../../../src/domain/me/choices/switch-off.ts";
import { switchOn } from "../../../src/domain/me/choices/switch-on.ts";
import { enterOwnPage } from "../../../src/domain/me/enter.ts";
import { readDossier } from "../../../src/domain/me/held/dossier.ts";
import { requestOwnPage } from "../../../src/domain/me/request-link.ts";
import { askRight } from "../../../src/domain/me/rights/ask.ts";
import { signOut } from "../../../src/domain/me/sign-out.ts";
import { readVisit } from "../../../src/domain/me/views.ts";
import { recordEvent } from "../../../src/domain/messages/record-event.ts";
import { noticeHash } from "../../../src/domain/notices/rules.ts";
import { findPerson } from "../../../src/domain/people/views.ts";
import { sealLog } from "../../../src/domain/proof-log/seal.ts";
import { ownBundle, ownReceipt } from "../../../src/domain/proofs/acts/own.ts";
import { makeReceipt } from "../../../src/domain/proofs/acts/receipt.ts";
import { exportPerson } from "../../../src/domain/proofs/export-person.ts";
import { lookAgain } from "../../../src/domain/proofs/look-again.ts";
import { lookUpProofs } from "../../../src/domain/proofs/look-up.ts";
import { openSealed } from "../../../src/domain/proofs/open-sealed.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import { demoPurposes } from "../../../src/runtime/node/demo/content.ts";
import { editor, LISTS, PURPOSES } from "../imports/office.ts";
import { must, openScene, type Scene, statement } from "./scene.ts";

const at = (i: number) => `p${i}@pasts.example`;

/** Tables with a row for each person, mail or event: nothing that one person does may read one of them whole. */
const GROWING =
  "address|batch|consent_record|disclosure|event|export_person|intake|last_mail|link_tag|log_entry|message|person|provider_event|proof_opening|read_log|receipt|subscription|suppression|token";
/** Reads a whole table, or all the mails of a mailing. */
const WHOLE = new RegExp(
  `^(SCAN (${GROWING}|[a-z])\\b(?! VIRTUAL)|SEARCH message USING [A-Z ]+\\w* ?\\(mailing_id=\\?\\)$)`,
);

/** What the database is asked while `act` runs, each statement once, without transactions. */
async function asked(s: Scene, act: () => Promise<unknown>): Promise<string[]> {
  const seen = new Set<string>();
  const see = (one: InStatement | [string, unknown?]) =>
    seen.add(typeof one === "string" ? one : Array.isArray(one) ? one[0] : one.sql);
  const { execute, batch } = s.client;
  Object.assign(s.client, {
    execute: (one: InStatement, args?: never) => {
      see(one);
      return Reflect.apply(execute, s.client, [one, args]);
    },
    batch: (all: InStatement[], mode: never) => {
      for (const one of all) see(one);
      return Reflect.apply(batch, s.client, [all, mode]);
    },
  });
  await act();
  Object.assign(s.client, { execute, batch });
  // `WHERE false` stands where an event names nothing to look for.
  return [...seen].filter((sql) => /^\s*(select|insert|update|delete|with)\b/i.test(sql) && !/ where false /.test(sql));
}

/** The steps that read a growing table whole, with their statement. */
async function wholeReads(s: Scene, statements: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const sql of statements) {
    const places = (sql.match(/\?/g) ?? []).length;
    const plan = await s.client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args: Array(places).fill(null) });
    for (const row of plan.rows)
      if (WHOLE.test(String(row.detail))) found.push(`${row.detail}: ${sql.replace(/\s+/g, " ").slice(0, 160)}`);
  }
  return found;
}

const officer: StaffActor = { ...editor, role: "dpo" };
const why = { ground: "complaint", reason: "Sūdzība Nr. 7: nekad neesot piekritusi" };

async function answered(s: Scene, answer: "yes" | "no"): Promise<void> {
  must(await answerReconsent(s.deps, { token: s.token("r", at(0)), answer, noticeSha256: await s.question() }));
  await sealLog(s.deps);
  // A bundle tells what the processing register says, so the sheets are whole.
  const sheet = JSON.stringify(demoPurposes[0]?.sheet);
  await s.client.execute({ sql: "UPDATE purpose SET sheet = ?", args: [sheet] });
}

describe("what one person does finds its rows by an index, however many people there are", () => {
  const acts: [string, (s: Scene) => Promise<unknown>][] = [
    [
      "a yes",
      async (s) =>
        must(
          await answerReconsent(s.deps, {
            token: s.token("r", at(0)),
            answer: "yes",
            noticeSha256: await s.question(),
          }),
        ),
    ],
    [
      "a no, and back",
      async (s) => {
        const left = must(
          await answerReconsent(s.deps, { token: s.token("r", at(0)), answer: "no", noticeSha256: await s.question() }),
        );
        must(await comeBack(s.deps, { seal: left.returnSeal ?? "" }));
      },
    ],
    [
      "a no, its last mail, and the sweep that ends those of others",
      async (s) => {
        await s.client.execute("UPDATE institution SET profile = json_set(profile, '$.lastMail', json('true'))");
        await answered(s, "no");
        await mailLastMails(s.deps);
        expect(await readLastMailUntil(s.deps, at(0))).toBeUndefined();
        await s.client.execute("INSERT INTO last_mail VALUES ('x', x'00', x'00', 'due', 0, 0)");
        await endOldLastMails(s.deps);
        const counted = await s.client.execute("SELECT outcome FROM last_mail_count ORDER BY 1");
        expect(counted.rows.map((row) => row[0])).toEqual(["late", "sent"]);
      },
    ],
    [
      "one-click",
      async (s) => must(await withdrawByLink(s.deps, { token: s.token("u", at(0)), scope: "list", via: "one-click" })),
    ],
    [
      "leaving everything",
      async (s) =>
        must(
          await withdrawByLink(s.deps, { token: s.token("u", at(0)), scope: "everything", via: "unsubscribe-page" }),
        ),
    ],
    [
      "a no by phone",
      async (s) =>
        must(
          await recordRefusal(s.deps, editor, {
            address: at(0),
            purposeId: PURPOSES.news,
            who: "person",
            how: "phone",
            day: "2026-11-20",
          }),
        ),
    ],
    [
      "a sign-up",
      async (s) => {
        must(
          await requestSignUp(s.deps, {
            address: "jauns@pasts.example",
            listIds: [LISTS.newsletter],
            language: "lv",
            shown: [noticeHash(statement.lv)],
          }),
        );
        await s.run();
      },
    ],
    [
      "the officer's look at the proofs of somebody who is held, and their bundle",
      async (s) => {
        await answered(s, "yes");
        const { held } = must(await lookUpProofs(s.deps, officer, { address: at(0) }));
        expect(held?.chains).toHaveLength(1);
        must(await exportPerson(s.deps, officer, { personId: held?.personId ?? "", ...why }));
      },
    ],
    [
      "the opening of a sealed proof, and its bundle",
      async (s) => {
        await answered(s, "no");
        const { id, chains } = must(await openSealed(s.deps, officer, { address: at(0), ...why }));
        expect(chains).toHaveLength(1);
        must(await lookAgain(s.deps, officer, { id: id ?? "" }));
        must(await exportPerson(s.deps, officer, { openingId: id ?? "", address: at(0), ...why }));
      },
    ],
    [
      "the file of a no, by its link",
      async (s) => {
        await answered(s, "no");
        const view = await readLink(s.deps, "r", s.token("r", at(0)));
        expect(await makeReceipt(s.deps, { recordId: view?.provenNo ?? "" })).toHaveProperty("text");
      },
    ],
    ...(["yes", "no"] as const).map((answer): [string, (s: Scene) => Promise<unknown>] => [
      `one's own page after a ${answer}: the link by mail, the visit, the proofs with their files, and out`,
      async (s) => {
        await answered(s, answer);
        must(await requestOwnPage(s.deps, { address: at(0), language: "lv" }));
        await s.run();
        const link = /\/me\/([A-Za-z0-9_-]{43})/.exec(s.mails.at(-1)?.text ?? "")?.[1] ?? "";
        const { visit } = must(await enterOwnPage(s.deps, { token: link }));
        const found = await readVisit(s.deps, visit);
        const { held, proofs, mails } = await readDossier(s.deps, found as NonNullable<typeof found>, { mails: 100 });
        expect([held !== undefined, proofs.chains.length, mails.length]).toEqual(
          answer === "yes" ? [true, 1, 1] : [false, 1, 0],
        );
        const own = { personId: await findPerson(s.deps, at(0)), email: at(0) };
        const recordId = proofs.chains[0]?.recordId ?? "";
        expect(await ownBundle(s.deps, own, recordId)).toBeInstanceOf(Uint8Array);
        expect(await ownReceipt(s.deps, own, recordId)).toHaveProperty("text");
        await signOut(s.deps, { visit });
      },
    ]),
    [
      "what can be done on one's own page: off, on, a pause, language, name, a shared address, a request, everything erased",
      async (s) => {
        await s.importList([at(0)], LISTS.service);
        await answered(s, "yes");
        must(await requestOwnPage(s.deps, { address: at(0), language: "lv" }));
        await s.run();
        const link = /\/me\/([A-Za-z0-9_-]{43})/.exec(s.mails.at(-1)?.text ?? "")?.[1] ?? "";
        const { visit } = must(await enterOwnPage(s.deps, { token: link }));
        must(await switchOff(s.deps, { visit, purposeId: PURPOSES.news, language: "lv" }));
        const on = { visit, listId: LISTS.newsletter, noticeSha256: noticeHash(statement.lv), language: "lv" } as const;
        expect(must(await switchOn(s.deps, on))).toBe("given");
        must(await pauseList(s.deps, { visit, listId: LISTS.newsletter, until: "2026-12-24" }));
        must(await setLanguage(s.deps, { visit, language: "lv" }));
        must(await changeName(s.deps, { visit, name: "Jānis Kalniņš" }));
        must(await shareOwn(s.deps, { visit, shared: true }));
        must(await askRight(s.deps, { visit, right: "restrict", words: "" }));
        must(await switchOff(s.deps, { visit, purposeId: "everything", language: "lv" }));
      },
    ],
    [
      "the receipts that are owed, and those that did not go out",
      async (s) => {
        await answered(s, "yes");
        await mailReceipts(s.deps);
        expect(await readUnsent(s.deps.db)).toMatchObject({ givenUp: 0, unknown: 0 });
      },
    ],
    ...(["delivered", "bounced", "complained"] as const).map((type): [string, (s: Scene) => Promise<unknown>] => [
      `the provider's event: ${type}`,
      async (s) => {
        const event = { id: "evt_1", type, providerId: `id-${at(0)}`, at: s.deps.clock.now() };
        const { did } = await recordEvent(s.deps, { ...event, ...(type === "bounced" ? { bounce: "address" } : {}) });
        expect(did).toBe("recorded");
      },
    ]),
  ];

  it.each(acts)("%s", async (_, act) => {
    const s = await openScene();
    await s.importList([at(0), at(1), at(2)]);
    await s.campaign();
    const statements = await asked(s, () => act(s));
    expect(statements.length).toBeGreaterThan(3);
    expect(await wholeReads(s, statements)).toEqual([]);
  });

  it("the check sees a statement that reads all the mails of a mailing", async () => {
    const s = await openScene();
    expect(await wholeReads(s, ["UPDATE message SET answer='yes' WHERE mailing_id = ? AND language = ?"])).toHaveLength(
      1,
    );
    expect(await wholeReads(s, ["SELECT * FROM message m WHERE m.reason = ?"])).toHaveLength(1);
  });
});

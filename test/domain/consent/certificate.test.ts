/** The certificate: one value with the act, the same on the page, in the event and in the receipt file; and one writer of erasure. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { recordRefusal } from "../../../src/domain/consent/record-refusal.ts";
import { certificateOf, erasureFacts, erasuresFacts } from "../../../src/domain/consent/rules/certificate.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import { type Desk, done, openDesk } from "../../http/staff/campaigns/desk.ts";
import { daysPass } from "../campaigns/days.ts";
import { openScene } from "./scene.ts";

const kept = { proofUntilDay: "2029-11-22", suppressionReviewDay: "2029-11-22", backupsCleanDay: "2026-12-22" };
const both = (name: string) => ({ lv: name, en: name });
const input = {
  institution: {
    timeZone: "Europe/Riga",
    processors: [
      {
        role: "mail" as const,
        name: "UAB „Siuntėjas”",
        country: "LT",
        contract: "1",
        transfer: "",
        logRetentionDays: 14,
      },
      {
        role: "host" as const,
        name: "SIA Mitinātājs",
        country: "LV",
        contract: "2",
        transfer: "",
        logRetentionDays: 90,
      },
    ],
  },
  at: Date.UTC(2026, 10, 22, 10),
  everything: false,
  ended: [both("Nedēļas apskats")],
  remaining: [],
  kept,
  lastMailUntil: undefined,
  handedOut: [],
  openRequests: [],
  filesWait: false,
  overwritten: true,
};
const handedOut = (n: number) => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
  kind: "list" as const,
  at: Date.UTC(2026, 9, 1 + n),
  recipient: "authority" as const,
  recipientName: "Paraugu inspekcija",
});

describe("the value", () => {
  it("names the mail service with the last day of its log, and no other processor: they never had the clear address", () => {
    expect(certificateOf(input).providers).toEqual([{ name: "UAB „Siuntėjas”", until: "2026-12-06" }]);
    const night = Date.UTC(2026, 10, 22, 21, 55);
    // The last mail goes out after midnight in Riga.
    const late = certificateOf({ ...input, at: night, lastMailUntil: night + 15 * 60_000 });
    expect(late.providers[0]?.until).toBe("2026-12-07");
  });

  it("says nothing is deleted while another list holds the address", () => {
    const stays = certificateOf({ ...input, remaining: [both("Citi jaunumi")], openRequests: [3], filesWait: true });
    expect(stays).toMatchObject({ erased: false, deleted: [], providers: [], requests: [] });
    expect(stays.filesUntil).toBeUndefined();
    expect(erasureFacts(stays)).toBeUndefined();
  });

  it("keeps its facts within an event however often he was exported: the newest are named", () => {
    const facts = erasureFacts(
      certificateOf({ ...input, handedOut: Array.from({ length: 200 }, (_, i) => handedOut(i)) }),
    );
    const exports = facts?.exports as { export: string }[];
    expect(exports).toHaveLength(40);
    expect(exports.at(-1)?.export).toBe(handedOut(199).id);
    expect(JSON.stringify(facts).length).toBeLessThan(6_000);
  });

  it("of an act about many tells how many addresses went, and of none nothing", () => {
    expect(erasuresFacts(input, 0)).toBeUndefined();
    expect(erasuresFacts(input, 7)).toMatchObject({ addresses: 7, backups: "2026-12-22", overwritten: true });
  });
});

describe("on record", () => {
  const said = async (s: Desk, typ: string) =>
    JSON.parse(String((await s.rows("SELECT body FROM event WHERE typ = ? ORDER BY at DESC LIMIT 1", typ))[0]?.body));
  const leave = async (s: Desk, n: number) => {
    const mail = s.mailbox.mails.findLast(({ mail: { to } }) => to === `cilveks${n}@pasts.example`)?.mail;
    return /\/u\/[\w-]{71}/.exec(mail?.headers["List-Unsubscribe"] ?? "")?.[0] ?? "";
  };

  it("the receipt file holds the very facts that the page showed", async () => {
    const s = await openDesk();
    await s.people(1);
    await s.sent();
    const link = await leave(s, 1);
    const page = await (await s.browser().post(link, { scope: "everything" })).text();
    await s.work();
    const file = await (await s.browser().get(`${link}/receipt`)).text();
    const [body] = [...file.matchAll(/"own:bytes": ("(?:[^"\\]|\\.)*")/g)]
      .map(([, bytes = ""]) => JSON.parse(bytes))
      .slice(-1);
    const event = JSON.parse(body);
    expect(event.erasure).toMatchObject({ stage: 1, overwritten: true, processors: [{ until: "2026-12-06" }] });
    expect(page).toContain("UAB „Siuntėjas”");
    expect(event.erasure).toEqual((await said(s, event.typ)).erasure);
  });

  it("a deadline without an answer says how many addresses it deleted", async () => {
    const s = await openScene();
    await s.importList(["anna@pasts.example", "janis@pasts.example"]);
    await s.campaign();
    await daysPass(s, 40);
    const found = await s.client.execute("SELECT body FROM event WHERE typ = 'consent.expired'");
    expect(JSON.parse(String(found.rows[0]?.body)).erasure).toMatchObject({ addresses: 2, stage: 1 });
  });

  it("an answered request lets go of whoever is erased; an open one is named, and holds the address for its answer", async () => {
    const s = await openDesk();
    await s.people(1);
    await s.sent();
    const press = await s.signIn("press");
    const note = {
      address: "cilveks1@pasts.example",
      right: "access",
      channel: "phone",
      day: "2026-11-22",
      words: "Ko zināt?",
    };
    const first = (await press.post("/staff/requests/new", note)).headers.get("location")?.replace(/\?.*/, "") ?? "";
    await press.post("/staff/requests/new", { ...note, right: "portability" });
    await s.work();
    const officer = await s.signIn("dpo");
    expect((await officer.post(`${first}/answer`, { outcome: "met", day: "2026-11-22", reason: "" })).status).toBe(303);
    await s.work();
    expect(await s.rows("SELECT count(sealed) AS n FROM rights_request")).toEqual([{ n: 2 }]);
    const page = await (await s.browser().post(await leave(s, 1), { scope: "everything" })).text();
    expect(page).toContain("Jūsu pieprasījums Nr.\u00a02");
    expect(page).not.toContain("Jūsu pieprasījums Nr.\u00a01");
    expect(page).toContain("izdzēsti no visiem sarakstiem");
    expect(await s.rows("SELECT n FROM rights_request WHERE coalesce(sealed, tag) IS NOT NULL")).toEqual([{ n: 2 }]);
    await s.work();
    await s.check();
  });

  it("what staff record for somebody tells them who else is to be told", async () => {
    const s = await openDesk();
    await s.people(1);
    const admin: StaffActor = { kind: "staff", id: "cli", role: "admin", via: "cli" };
    const refused = await recordRefusal(s.deps, admin, {
      address: "cilveks1@pasts.example",
      purposeId: "everything",
      who: "person",
      how: "phone",
      day: "2026-11-22",
    });
    expect(done(refused).certificate).toMatchObject({
      erased: true,
      providers: [{ until: "2026-12-06" }],
      exports: [],
    });
  });
});

it("people and addresses are deleted by one file, whoever ends the last reason to hold them", () => {
  const sources = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
      one.isDirectory() ? sources(join(folder, one.name)) : [join(folder, one.name)],
    );
  const deletes = sources("src").filter((path) => /DELETE FROM (address|person)\b/.test(readFileSync(path, "utf8")));
  expect(deletes).toEqual(["src/domain/consent/store/erase.ts"]);
  const drizzle = sources("src").filter((path) => /\.delete\((address|person)\)/.test(readFileSync(path, "utf8")));
  expect(drizzle).toEqual([]);
});

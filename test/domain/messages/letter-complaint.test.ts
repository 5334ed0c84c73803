import { describe, expect, it } from "vitest";
import { answerReconsent } from "../../../src/domain/consent/answer.ts";
import { requestSignUp } from "../../../src/domain/consent/request.ts";
import { noticeHash } from "../../../src/domain/notices/rules.ts";
import { verifyLog } from "../../../src/domain/proof-log/verify.ts";
import { must, statement } from "../consent/scene.ts";
import { LISTS } from "../imports/office.ts";
import { type Hooked, hooked } from "./hooked.ts";

const ANNA = "anna@pasts.example";
const ZANE = "zane@pasts.example";
const HOUR = 3_600_000;

/** What the provider tells of the letter that asks for a confirmation. */
async function letter(s: Hooked, type: string, to: string, more: { kind?: string; at?: number } = {}): Promise<void> {
  const mail = { id: "9f000000-0000-4000-8000-000000000001", to, at: s.clock.now() };
  const event = s.hooks.event(type, mail, { tags: { kind: more.kind ?? "confirm" } }, more.at ?? s.clock.now());
  expect((await s.hooks.send(event)).status).toBe(204);
}
async function typed(s: Hooked, address: string): Promise<number> {
  const before = s.mails.length;
  const shown = [noticeHash(statement.lv)];
  must(await requestSignUp(s.deps, { address, language: "lv", listIds: [LISTS.newsletter], shown }));
  await s.run();
  return s.mails.length - before;
}
const suppressions = (s: Hooked) => s.rows("SELECT scope, reason FROM suppression");

describe("a complaint about the letter that asks for a confirmation", () => {
  it("silences the address for everything, drops what it waits for, and keeps nothing that names it", async () => {
    const s = await hooked([ANNA]);
    expect(await typed(s, ZANE)).toBe(1);
    expect(
      await s.count("SELECT (SELECT count(*) FROM intake) + (SELECT count(*) FROM token WHERE kind='confirm')"),
    ).toBe(2);
    await letter(s, "email.complained", "Zane@Pasts.example");
    expect(await suppressions(s)).toEqual([{ scope: "*", reason: "complained" }]);
    expect(
      await s.count("SELECT (SELECT count(*) FROM intake) + (SELECT count(*) FROM token WHERE kind='confirm')"),
    ).toBe(0);
    expect(await s.rows("SELECT type, known, mailing_id, provider_id FROM provider_event")).toEqual([
      { type: "email.complained", known: 1, mailing_id: null, provider_id: null },
    ]);
    s.clock.set(s.clock.now() + 48 * HOUR);
    expect(await typed(s, ZANE)).toBe(0);
    expect(await s.count("SELECT count(*) FROM intake")).toBe(0);
  });

  it("takes whoever is on a list off all of them, as his own withdrawal", async () => {
    const s = await hooked([ANNA]);
    await s.importList([ANNA], LISTS.other);
    const noticeSha256 = await s.question();
    must(await answerReconsent(s.deps, { token: s.token("r", ANNA), answer: "yes", noticeSha256 }));
    s.clock.set(s.clock.now() + HOUR);
    await letter(s, "email.complained", ANNA);
    expect(await s.rows("SELECT DISTINCT state, ended_reason FROM subscription")).toEqual([
      { state: "ended", ended_reason: "complained" },
    ]);
    expect(await suppressions(s)).toEqual([{ scope: "*", reason: "complained" }]);
    expect(await s.count("SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM address)")).toBe(0);
    expect(await s.count("SELECT count(*) FROM event WHERE body LIKE '%provider.complaint%'")).toBe(2);
    expect(await verifyLog(s.deps)).toEqual([]);
  });

  it("that is older than a yes changes nothing for the person", async () => {
    const s = await hooked([ANNA]);
    const before = s.clock.now();
    s.clock.set(before + HOUR);
    const noticeSha256 = await s.question();
    must(await answerReconsent(s.deps, { token: s.token("r", ANNA), answer: "yes", noticeSha256 }));
    await letter(s, "email.complained", ANNA, { at: before });
    expect(await s.rows("SELECT state FROM subscription")).toEqual([{ state: "active" }]);
    expect(await suppressions(s)).toEqual([]);
  });

  it("only that: other news of it, and complaints about letters to staff or of other programs, are counted as unknown", async () => {
    const s = await hooked([ANNA]);
    await letter(s, "email.delivered", ANNA);
    await letter(s, "email.complained", ANNA, { kind: "sign-in" });
    await letter(s, "email.complained", "not an address");
    expect(await s.rows("SELECT known, count(*) AS n FROM provider_event GROUP BY known")).toEqual([
      { known: 0, n: 3 },
    ]);
    expect(await suppressions(s)).toEqual([]);
    expect(await s.count("SELECT count(*) FROM person")).toBe(1);
  });

  it("told twice, or at the same moment as a new request, leaves no request behind", async () => {
    const s = await hooked([ANNA]);
    await Promise.all([letter(s, "email.complained", ZANE), typed(s, ZANE), letter(s, "email.complained", ZANE)]);
    await letter(s, "email.complained", ZANE);
    expect(await suppressions(s)).toEqual([{ scope: "*", reason: "complained" }]);
    expect(await s.count("SELECT count(*) FROM intake")).toBe(0);
  });
});

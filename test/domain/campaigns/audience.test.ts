import { describe, expect, it } from "vitest";
import { readNumbers } from "../../../src/domain/campaigns/views.ts";
import { answerReconsent } from "../../../src/domain/consent/answer.ts";
import { confirmSignUp } from "../../../src/domain/consent/confirm.ts";
import { requestSignUp } from "../../../src/domain/consent/request.ts";
import { countAsked } from "../../../src/domain/messages/views/audience.ts";
import { countSilent } from "../../../src/domain/messages/views/silent.ts";
import { noticeHash } from "../../../src/domain/notices/rules.ts";
import { must, openScene, type Scene, statement } from "../consent/scene.ts";
import { LISTS, PURPOSES } from "../imports/office.ts";
import { daysPass, fates, HOUR, passes } from "./days.ts";

const [ANNA, JANIS, LIGA] = ["anna", "janis", "liga"].map((name) => `${name}@pasts.example`) as [
  string,
  string,
  string,
];
const SECOND = "list-news-2";
const SECOND_LIST = `INSERT INTO list (id, slug, kind, purpose_id, names, promise, state, version, created_at)
  SELECT '${SECOND}', '${SECOND}', kind, purpose_id, names, promise, state, 1, created_at FROM list WHERE id='${LISTS.newsletter}'`;

/** A second list of the same purpose, on which Anna has said yes. */
async function provenElsewhere(): Promise<Scene> {
  const s = await openScene();
  await s.client.execute(SECOND_LIST);
  await s.importList([ANNA], SECOND);
  await s.campaign(SECOND);
  must(await answerReconsent(s.deps, { token: s.token("r", ANNA), answer: "yes", noticeSha256: await s.question() }));
  s.mails.length = 0;
  await s.importList([ANNA, JANIS]);
  return s;
}
/** Recipients of the question, without other letters. */
const asked = (s: Scene) =>
  s.mails
    .filter((m) => m.headers["List-Id"])
    .map((m) => m.to)
    .sort();
const audience = (asksProven: boolean) => ({
  listId: LISTS.newsletter,
  purposeId: PURPOSES.news,
  states: asksProven ? (["unproven", "active"] as const) : (["unproven"] as const),
  asks: { proven: asksProven },
});

describe("whom a campaign asks", () => {
  it("never people whose addresses were bought, collected or have no source: they are counted, with the reason", async () => {
    const s = await openScene();
    await s.importList([ANNA, JANIS]);
    await s.importList([LIGA], LISTS.newsletter, { origin: "bought" });
    expect(await countAsked(s.deps.db, audience(false))).toEqual({ asked: 2, proven: 0, noSource: 1 });
    const id = await s.campaign();
    expect(s.mails.map((m) => m.to).sort()).toEqual([ANNA, JANIS]);
    expect(await fates(s, id)).toEqual({ "sent silent": 2, "skipped no_source": 1 });
    const n = await readNumbers(s.deps.db, id);
    expect(n.audience).toBe(n.sent + n.skipped + n.failed + n.unknown + n.waiting);
    const requested = await s.client.execute("SELECT body FROM event WHERE typ='consent.requested'");
    expect(JSON.parse(String(requested.rows[0]?.body)).people.count).toBe(2);
  });

  it("nobody whose consent to the purpose is proved already, and silence takes nothing from him", async () => {
    const s = await provenElsewhere();
    expect(await countAsked(s.deps.db, audience(false))).toEqual({ asked: 1, proven: 1, noSource: 0 });
    const id = await s.campaign();
    expect(asked(s)).toEqual([JANIS]);
    expect(await fates(s, id)).toEqual({ "sent silent": 1, "skipped proven": 1 });
  });

  it("him too if the campaign says so; then his silence changes nothing", async () => {
    const s = await provenElsewhere();
    expect((await countAsked(s.deps.db, audience(true))).asked).toBe(2);
    const id = await s.campaign(undefined, { asksProven: true });
    expect(asked(s)).toEqual([ANNA, JANIS]);
    await daysPass(s, 26);
    expect(await fates(s, id)).toEqual({ "sent expired": 1, "sent kept": 1 });
    expect(await s.count("SELECT count(*) FROM subscription WHERE state='unproven'")).toBe(1);
    expect(await s.count("SELECT count(*) FROM subscription WHERE state='active'")).toBe(1);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 2, expired: 1, kept: 1, silent: 0 });
  });

  it("is sent to each person once, also when he is asked by two campaigns of two lists", async () => {
    const s = await openScene();
    await s.importList([ANNA, ANNA, ` ${ANNA.toUpperCase()}`]);
    const id = await s.campaign();
    expect(s.mails).toHaveLength(1);
    expect(await s.count("SELECT count(*) FROM message WHERE mailing_id=?", [id])).toBe(1);
  });
});

it("a sign-up on another list of the purpose, while he is asked, is told in a word of its own: neither silence nor a yes to this list", async () => {
  const s = await openScene();
  await s.client.execute(SECOND_LIST);
  await s.importList([ANNA, JANIS, LIGA]);
  const id = await s.campaign();
  await passes(s, HOUR);
  // Līga signs up for the list that she is asked about: that is her answer.
  for (const [address, listId] of [
    [ANNA, SECOND],
    [LIGA, LISTS.newsletter],
  ] as const) {
    const shown = [noticeHash(statement.lv)];
    must(await requestSignUp(s.deps, { address, listIds: [listId], language: "lv", shown }));
    await s.run();
    const token = /\/c\/([\w-]{43})/.exec(s.mails.at(-1)?.text ?? "")?.[1] ?? "";
    must(await confirmSignUp(s.deps, { token }));
    await s.run();
  }
  expect(await countSilent(s.deps.db, id)).toEqual({ silent: 1, erased: 1, elsewhere: 1, kept: 0 });
  expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 3, yes: 1, silent: 2 });
  await daysPass(s, 26);
  expect(await fates(s, id)).toEqual({ "sent elsewhere": 1, "sent expired": 1, "sent yes": 1 });
  expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 3, yes: 1, elsewhere: 1, expired: 1, kept: 0 });
  // She consented to the purpose, not to this list: it goes on to send her nothing.
  expect(
    await s.count("SELECT count(*) FROM subscription WHERE list_id=? AND state='unproven'", [LISTS.newsletter]),
  ).toBe(1);
});

it("restricted data are kept as they are: their owner's silence deletes nothing (GDPR Art. 18)", async () => {
  const s = await openScene();
  await s.importList([ANNA, JANIS]);
  const id = await s.campaign();
  await s.client.execute(`UPDATE person SET restricted_at=1 WHERE id=(SELECT person_id FROM message LIMIT 1)`);
  await daysPass(s, 24);
  expect(await fates(s, id)).toEqual({ "sent expired": 1, "sent kept": 1 });
  expect(await s.count("SELECT count(*) FROM address")).toBe(1);
});

/** A clock that was ahead and was set right: what it wrote lies in the future. */
import { expect, it } from "vitest";
import { postMail } from "../../src/delivery/post.ts";
import { TURN_MS } from "../../src/delivery/turn.ts";
import { readNumbers } from "../../src/domain/campaigns/views.ts";
import { takeSlot } from "../../src/domain/messages/take-slot.ts";
import { takeTurn } from "../../src/domain/messages/turn.ts";
import { imported, later, sweep, unknown } from "./sending.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const mail = {
  to: "anna@pasts.example",
  from: { name: "", address: "jaunumi@ministry.example" },
  subject: "",
  html: "",
  text: "",
  headers: {},
};

it("a doubt from the future is unknown at once: nobody can know how long the provider has remembered its key", async () => {
  const s = await imported(3);
  const now = s.clock.now();
  s.clock.set(now + 30 * HOUR);
  s.answers.push(unknown);
  const id = await s.campaign();
  s.clock.set(now);
  await sweep(s, MINUTE);
  expect(s.keys).toHaveLength(1);
  expect(await s.count("SELECT count(*) FROM batch WHERE sealed IS NOT NULL")).toBe(0);
  expect(await readNumbers(s.deps.db, id)).toMatchObject({ unknown: 3, waiting: 0 });
});

it("a frozen batch from the future is frozen afresh, and its mails go out", async () => {
  const s = await imported(3);
  const now = s.clock.now();
  s.clock.set(now + 30 * HOUR);
  s.answers.push(later(10 * MINUTE));
  const id = await s.campaign();
  s.clock.set(now);
  await sweep(s, MINUTE);
  await sweep(s, MINUTE);
  expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 3, waiting: 0 });
});

it("the pace of the future holds nobody back, neither mailings nor mail that somebody waits for", async () => {
  const s = await imported(1);
  Object.assign(s.mailer, { perSecond: 2 });
  const now = s.clock.now();
  s.clock.set(now + 24 * HOUR);
  await takeSlot(s.deps, "bulk");
  await takeSlot(s.deps, "prompt");
  s.clock.set(now + 1_000);
  expect(await takeSlot(s.deps, "bulk")).toBe(0);
  expect((await postMail(s.deps, mail, "one")).outcome).toBe("accepted");
});

it("nor does a wish of the provider from the future", async () => {
  const s = await imported(3);
  const now = s.clock.now();
  s.clock.set(now + 24 * HOUR);
  s.answers.push({ outcome: "later", code: "provider.quota_day", retryAfterMs: HOUR });
  expect((await postMail(s.deps, mail, "one")).outcome).toBe("later");
  s.clock.set(now);
  expect((await postMail(s.deps, mail, "two")).outcome).toBe("accepted");
});

it("a chain of jobs that was killed then is missed", async () => {
  const s = await imported(5);
  s.answers.push(later(10 * MINUTE));
  const id = await s.campaign();
  const now = s.clock.now();
  s.clock.set(now + 24 * HOUR);
  const longestMs = 2 * TURN_MS;
  await takeTurn(s.deps, { name: `deliver/${id}`, from: undefined, turn: "killed", ms: TURN_MS, longestMs });
  s.clock.set(now + 10_000);
  for (let n = 0; n < 3; n++) await sweep(s, 10 * MINUTE);
  expect(s.mails).toHaveLength(5);
});

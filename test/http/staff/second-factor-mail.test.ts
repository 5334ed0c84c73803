/**
 * What happens to a second factor is mailed to the owner of the account, and to nobody else; after others took it off, he has a
 * day to set up the next, and then it takes two people again.
 */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readOpenAlerts } from "../../../src/domain/alerts/views.ts";
import { resetSecondFactor } from "../../../src/domain/staff/second-factor/reset.ts";
import { signInLink } from "../../../src/domain/staff/sign-in-link.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { OPERATOR } from "../../../src/runtime/cli/command.ts";
import { setUpAuthenticator } from "../../support/authenticator.ts";
import { mailerOf } from "../../support/mailer.ts";
import type { Browser } from "../../support/people.ts";
import { createWorld, type World } from "../../support/world.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 22, 9, 0, 5) }));
afterEach(() => void vi.useRealTimers());

function pass(world: World, seconds: number): void {
  vi.setSystemTime(Date.now() + seconds * 1000);
  world.clock.pass({ seconds });
}

const strict = () => createWorld({ config: { secondFactor: "demanded" } });

async function ownerOf(world: World) {
  const [row] = await world.rows(
    "SELECT id, email FROM user WHERE role = 'admin' ORDER BY created_at DESC, id LIMIT 1",
  );
  return { id: String(row?.id), email: String(row?.email) };
}

async function again(world: World): Promise<Browser> {
  const link = await signInLink(world.deps, OPERATOR, { email: (await ownerOf(world)).email });
  if (isRefusal(link)) throw new Error(link.code);
  const browser = world.browser();
  await browser.post(new URL(link.url).pathname, {});
  return browser;
}

let seen = 0;
beforeEach(() => {
  seen = 0;
});

/** Subjects of what was mailed since it was asked last, each to whom. */
async function mailed(world: World): Promise<[string, string][]> {
  await world.work();
  const fresh = world.mailbox.mails.slice(seen);
  seen += fresh.length;
  return fresh.map(({ mail }): [string, string] => [mail.to, mail.subject]);
}

it("set, a recovery code used, new codes, taken off: each is mailed to the owner at once, and stays on nobody's desk", async () => {
  const world = await strict();
  const browser = await world.signIn("admin");
  const { email } = await ownerOf(world);
  await mailed(world);
  const app = await setUpAuthenticator(browser);
  expect(await mailed(world)).toEqual([[email, "Kontam iestatīta autentifikatora lietotne"]]);
  pass(world, 60);
  const other = await again(world);
  await mailed(world);
  await other.post("/staff/sign-in/recovery", { code: app.codes[0] as string, to: "" });
  expect(await mailed(world)).toEqual([[email, "Kontam pieslēdzās ar rezerves kodu"]]);
  pass(world, 60);
  await other.post("/staff/account/codes", { codes: app.code() });
  expect(await mailed(world)).toEqual([[email, "Kontam ir jauni rezerves kodi"]]);
  pass(world, 60);
  await other.post("/staff/account/second/off", { off: app.code() });
  expect(await mailed(world)).toEqual([[email, "No konta noņemta autentifikatora lietotne"]]);
  expect(await world.rows("SELECT 1 FROM alert WHERE closed_at IS NULL")).toEqual([]);
  await world.check();
});

it("where his mailbox takes nothing, it is tried for a day and then stands on the desk", async () => {
  let down = false;
  const world = await createWorld({
    config: { secondFactor: "demanded" },
    mailer: mailerOf(async (mails) =>
      down
        ? { outcome: "later", code: "provider.down", retryAfterMs: 1_000 }
        : { outcome: "accepted", ids: mails.map(({ to }) => to) },
    ),
  });
  const browser = await world.signIn("admin");
  down = true;
  await setUpAuthenticator(browser);
  await world.work();
  expect(await readOpenAlerts(world.deps.db)).toEqual([]);
  for (let hour = 0; hour < 26; hour++) {
    pass(world, 3_600);
    await world.deps.queue.enqueue({ kind: "tell" });
    await world.work();
  }
  expect((await readOpenAlerts(world.deps.db)).map(({ code }) => code)).toContain("account.second-set");
});

it("taken off by others: mailed, and the next is set up within a day or not at all", async () => {
  const world = await strict();
  await setUpAuthenticator(await world.signIn("admin"));
  const { id, email } = await ownerOf(world);
  const reason = "Tālrunis pazaudēts komandējumā.";
  await mailed(world);
  await resetSecondFactor(world.deps, OPERATOR, { email, reason });
  expect(await mailed(world)).toEqual([[email, "Kolēģi noņēma kontam autentifikatora lietotni"]]);
  pass(world, 24 * 3_600);
  const late = await again(world);
  const no = await late.post("/staff/sign-in/enrol/begin", { to: "" });
  expect(await no.text()).toContain("Laiks, kad varēja iestatīt jaunu autentifikatora lietotni, ir beidzies");
  expect(await world.rows("SELECT 1 FROM two_factor")).toEqual([]);
  expect((await late.get("/staff/")).status).toBe(303);
  // Allowed anew, he sets it up, and the time is no more.
  expect(isRefusal(await resetSecondFactor(world.deps, OPERATOR, { email, reason }))).toBe(false);
  pass(world, 23 * 3_600);
  await setUpAuthenticator(await again(world));
  expect(await world.rows("SELECT enrol_until FROM user WHERE id = ?", id)).toEqual([{ enrol_until: null }]);
  await world.check();
});

it("a secret begun in time is not confirmed after it", async () => {
  const world = await strict();
  await setUpAuthenticator(await world.signIn("admin"));
  const { email } = await ownerOf(world);
  await resetSecondFactor(world.deps, OPERATOR, { email, reason: "Tālrunis pazaudēts komandējumā." });
  pass(world, 24 * 3_600 - 60);
  const browser = await again(world);
  await browser.post("/staff/sign-in/enrol/begin", { to: "" });
  pass(world, 120);
  const no = await browser.post("/staff/sign-in/enrol", { to: "", code: "123456" });
  expect(await no.text()).toContain("ir beidzies");
});

import { expect, it } from "vitest";
import { announce, loseNewest, renew } from "../../domain/key-rotation/rings.ts";
import { KEY_SET } from "../../support/settings.ts";
import { openDesk } from "./campaigns/desk.ts";

async function open() {
  const desk = await openDesk();
  await desk.people(3);
  const turn = async () => {
    await desk.deps.queue.enqueue({ kind: "rotate" });
    await desk.work();
  };
  await turn();
  const page = async (role: "admin" | "dpo" | "editor" = "admin") => {
    const browser = await desk.signIn(role);
    return browser.get("/staff/settings/keys?lang=en");
  };
  return { desk, turn, page };
}

it("shows of each key how many rows need it and what may be done with it, and of no key more than its id", async () => {
  const { desk, turn, page } = await open();
  const old = desk.deps.config.rings.ADDRESS_KEYS.newest.id;
  renew(desk.deps, "ADDRESS_KEYS");
  const before = await (await page()).text();
  expect(before).toContain("Keep: its rows are still being sealed anew");
  expect(before).toMatch(/<progress[^>]* value="0" max="3"/);
  await turn();
  announce(desk.deps, "PROOF_KEYS");
  const after = await (await page("dpo")).text();
  expect(after).toContain(`<code>${old}</code>`);
  expect(after).toContain("The database needs it no more. It may be destroyed from 22\u00a0December\u00a02026");
  expect(after).toContain("Prepared, not used yet");
  expect(after).not.toContain("<progress");
  for (const text of Object.values(KEY_SET)) expect(after).not.toContain(text);
});

it("a key that is missing is told at once on the desk, and no longer when it is back", async () => {
  const { desk, turn, page } = await open();
  renew(desk.deps, "ADDRESS_KEYS");
  await turn();
  const both = { config: desk.deps.config, vault: desk.deps.vault };
  loseNewest(desk.deps, "ADDRESS_KEYS");
  await turn();
  const alerts = () => desk.rows("SELECT code FROM alert WHERE closed_at IS NULL AND code LIKE 'key.%'");
  expect(await alerts()).toEqual([{ code: "key.missing" }]);
  expect(await (await page()).text()).toContain("Missing in the settings");
  Object.assign(desk.deps, both);
  await turn();
  expect(await alerts()).toEqual([]);
});

it("a key that became free is told once", async () => {
  const { desk, turn } = await open();
  renew(desk.deps, "ADDRESS_KEYS");
  await turn();
  desk.clock.pass({ days: 31 });
  await turn();
  await desk.client.execute("UPDATE alert SET closed_at = 1 WHERE code = 'key.free'");
  await turn();
  const told = await desk.rows("SELECT code, closed_at FROM alert WHERE code = 'key.free'");
  expect(told).toEqual([{ code: "key.free", closed_at: 1 }]);
});

it("an editor is not shown the keys", async () => {
  const { page } = await open();
  expect((await page("editor")).status).toBe(403);
});

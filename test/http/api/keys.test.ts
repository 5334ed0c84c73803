/** Keys at the door and at the desk: who is let in, what is learnt by trying, how one is made, shown, kept and ended. */

import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keyText, readKeyText } from "../../../src/domain/api-keys/rules.ts";
import { watchKeys } from "../../../src/domain/api-keys/watch.ts";
import { disableStaff } from "../../../src/domain/staff/disable.ts";
import { hex, utf8 } from "../../../src/platform/encoding.ts";
import { OPERATOR } from "../../../src/runtime/cli/command.ts";
import { callsWith, programOf } from "../../support/api.ts";
import { setUpAuthenticator } from "../../support/authenticator.ts";
import { createWorld, type World } from "../../support/world.ts";

// Authenticators go by the clock of the machine.
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 22, 8, 0, 5) }));
afterEach(() => void vi.useRealTimers());

/** What an answer tells: everything but the time of day. */
async function told(response: Response) {
  const headers = [...response.headers].filter(([name]) => name !== "date").sort();
  return { status: response.status, headers, body: await response.text() };
}

const KEYS = "/staff/access/keys";
const made = (page: string) => /<code>(pieteka_[A-Za-z0-9_-]{43})<\/code>/.exec(page)?.[1];
const form = { name: "Vietne", purpose: "Nodod pieteikumus no vietnes", until: "2027-05-31", code: "" };
const keysIn = (world: World) => world.rows("SELECT name, permissions, revoked_by FROM api_key ORDER BY created_at");

describe("at the door", () => {
  it("unknown, revoked, expired, of an ended account, and what is no key: one answer, to the last byte", async () => {
    const world = await createWorld();
    const [revoked, expired, ended] = [
      await programOf(world),
      await programOf(world, { lifeMs: 1_000 }),
      await programOf(world, { role: "editor" }),
    ];
    await world.client.execute({ sql: "UPDATE api_key SET revoked_at = 1 WHERE id = ?", args: [revoked.keyId] });
    world.clock.pass({ seconds: 2 });
    await disableStaff(world.deps, OPERATOR, { userId: ended.maker });
    const unknown = keyText(world.deps.ids.bytes(32));
    const answers = [];
    for (const key of [unknown, revoked.key, expired.key, ended.key, "pieteka_", `${unknown}x`, "x", "pieteka_%00", ""])
      answers.push(await told(await callsWith(world, key).call("GET", "/key")));
    answers.push(await told(await world.request("/api/v1/key")));
    expect(answers[0]).toMatchObject({ status: 401 });
    expect(JSON.parse(answers[0]?.body ?? "")).toMatchObject({ code: "api-keys.not_let_in", status: 401 });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    // A call that nobody was let in for is told nothing of what there is.
    for (const path of ["/api/v1", "/api/v1/nothing", "/api/v1/lists/x"])
      expect((await world.request(path)).status).toBe(401);
  });

  it("a key counts in the header alone: not in the address, not in a cookie, not as Basic", async () => {
    const world = await createWorld();
    const { key } = await programOf(world);
    const tries: [string, Record<string, string>][] = [
      [`/api/v1/key?access_token=${key}&key=${key}`, {}],
      ["/api/v1/key", { Cookie: `key=${key}; Authorization=Bearer ${key}` }],
      ["/api/v1/key", { Authorization: `Basic ${btoa(`${key}:`)}` }],
      ["/api/v1/key", { Authorization: key }],
    ];
    for (const [path, headers] of tries) expect((await world.request(path, { headers })).status).toBe(401);
    const ok = await world.request("/api/v1/key", {
      headers: { Authorization: `bearer ${key}`, Origin: "https://evil.example" },
    });
    expect([ok.status, ok.headers.get("access-control-allow-origin"), ok.headers.getSetCookie()]).toEqual([
      200,
      null,
      [],
    ]);
  });

  it("sixty calls may come at once, two a second after that; the refusal says when to come again", async () => {
    const world = await createWorld();
    const program = await programOf(world);
    const other = await programOf(world, { role: "dpo" });
    for (let n = 0; n < 60; n++) expect((await program.call("GET", "/key")).status).toBe(200);
    const no = await program.json("GET", "/key");
    expect([no.status, no.body.code, no.headers.get("retry-after")]).toEqual([429, "api-keys.too_many", "1"]);
    expect((await other.call("GET", "/key")).status).toBe(200);
    world.clock.pass({ ms: 500 });
    expect((await program.call("GET", "/key")).status).toBe(200);
    expect((await program.call("GET", "/key")).status).toBe(429);
  });

  it("the day of the last use is kept, and neither the key nor a word of it, in the database or a line of the log", async () => {
    const world = await createWorld();
    const { key, call } = await programOf(world);
    await call("POST", "/people/look-up", { email: "anna@post.example", why: "asked" });
    expect((await world.rows("SELECT last_used_day FROM api_key"))[0]).toEqual({ last_used_day: "2026-11-22" });
    await world.client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    const disk = readFileSync(world.file);
    const secret = readKeyText(key) as Uint8Array;
    for (const traces of [utf8(key), utf8(key.slice(8)), secret, utf8(hex(secret))])
      expect(disk.includes(Buffer.from(traces))).toBe(false);
    expect(world.lines.join("\n")).not.toContain(key.slice(8, 20));
  });
});

describe("at the desk", () => {
  it("a key for sign-ups is made without a second factor, shown once, works, and is revoked", async () => {
    const world = await createWorld();
    const admin = await world.signIn("admin");
    expect(await (await admin.get(KEYS)).text()).toContain("Nevienas atslēgas vēl nav");
    const answer = await admin.post(`${KEYS}/new`, { ...form, permissions: ["sign-up.hand-on", "desk.see"] });
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
    const key = made(await answer.text()) as string;
    const program = callsWith(world, key);
    expect((await program.json("GET", "/key")).body).toMatchObject({
      name: "Vietne",
      permissions: ["desk.see", "sign-up.hand-on"],
      expiresAt: "2027-05-31T21:00:00.000Z",
    });
    const list = await (await admin.get(KEYS)).text();
    expect(list).toContain("Vietne");
    expect(list).not.toContain(key);
    const [row] = await world.rows("SELECT id FROM api_key");
    expect(await (await admin.get(`${KEYS}/${row?.id}/revoke`)).text()).toContain("Programmas, kas to izmanto");
    expect((await admin.post(`${KEYS}/${row?.id}/revoke`, {})).headers.get("location")).toBe(`${KEYS}?done=revoked`);
    expect((await program.call("GET", "/key")).status).toBe(401);
    const events = await world.rows("SELECT body FROM event WHERE typ LIKE 'api-key.%' ORDER BY rowid");
    expect(events.map(({ body }) => JSON.parse(String(body)))).toMatchObject([
      { typ: "api-key.made", key: row?.id, name: "Vietne", permissions: ["desk.see", "sign-up.hand-on"] },
      { typ: "api-key.revoked", key: row?.id },
    ]);
    await world.check();
  });

  it("a key that reaches people asks for the authenticator of whoever makes it, then and there", async () => {
    const world = await createWorld();
    const admin = await world.signIn("admin");
    const asked = { ...form, permissions: ["people.look-up"] };
    const without = await admin.post(`${KEYS}/new`, asked);
    expect([without.status, await without.text()]).toEqual([422, expect.stringContaining("vajadzīgs otrais faktors")]);
    const authenticator = await setUpAuthenticator(admin);
    for (const code of ["", "000000"]) expect((await admin.post(`${KEYS}/new`, { ...asked, code })).status).toBe(422);
    expect(await keysIn(world)).toEqual([]);
    vi.setSystemTime(Date.now() + 60_000);
    world.clock.pass({ seconds: 60 });
    const answer = await admin.post(`${KEYS}/new`, { ...asked, code: authenticator.code() });
    expect(made(await answer.text())).toMatch(/^pieteka_/);
  });

  it("nothing is given that the maker lacks, for longer than a year, or under the name of a person's address", async () => {
    const world = await createWorld();
    const dpo = await world.signIn("dpo");
    const page = await (await dpo.get(`${KEYS}/new`)).text();
    expect(page).toContain('value="proof.export"');
    for (const missing of ["campaign.send", "list.change", "staff.manage", "proof.open"])
      expect(page).not.toContain(`value="${missing}"`);
    for (const wrong of [
      { permissions: ["campaign.send", "desk.see"] },
      { permissions: ["staff.manage"] },
      { permissions: [] },
      { permissions: ["desk.see"], until: "2027-11-23" },
      { permissions: ["desk.see"], until: "2026-11-22" },
      { permissions: ["desk.see"], name: "anna@post.example" },
      { permissions: ["desk.see"], name: " " },
    ])
      expect([wrong, (await dpo.post(`${KEYS}/new`, { ...form, ...wrong })).status]).toEqual([wrong, 422]);
    expect(await keysIn(world)).toEqual([]);
    expect((await (await world.signIn("editor")).get(`${KEYS}/new`)).status).toBe(403);
    expect((await (await world.signIn("head")).get(`${KEYS}/new`)).status).toBe(403);
    expect((await (await world.signIn("press")).get(KEYS)).status).toBe(403);
  });

  it("the desk warns once, two weeks before the end; on the day the key ends by itself", async () => {
    const world = await createWorld();
    const program = await programOf(world, { lifeMs: 20 * 24 * 3_600_000 });
    const alerts = () => world.rows("SELECT closed_at IS NULL AS open FROM alert WHERE code = 'api-key.ends'");
    await watchKeys(world.deps);
    expect(await alerts()).toEqual([]);
    world.clock.pass({ days: 7 });
    await watchKeys(world.deps);
    await watchKeys(world.deps);
    expect(await alerts()).toEqual([{ open: 1 }]);
    world.clock.pass({ days: 13 });
    expect((await program.call("GET", "/key")).status).toBe(401);
    await watchKeys(world.deps);
    expect(await alerts()).toEqual([{ open: 0 }]);
    expect((await keysIn(world))[0]?.revoked_by).toBe("system:retain");
  });

  it("who can do what and its review include programs; a key that the review ends waits to be revoked", async () => {
    const world = await createWorld();
    const admin = await world.signIn("admin");
    const { keyId } = await programOf(world, { role: "dpo", permissions: ["proof.export"] });
    expect(await (await admin.get("/staff/access")).text()).toContain("Izveidoja");
    const review = await (await admin.get("/staff/access/review")).text();
    expect(review).toContain("API atslēga „Vietne”");
    const verdicts = Object.fromEntries(
      [...review.matchAll(/name="(verdict\.[^"]+)"/g)].map(([, name]) => [name, "keep"] as const),
    );
    const wanting = { ...verdicts, nextDay: "2027-02-22" };
    const { [`verdict.api:${keyId}`]: _, ...without } = wanting;
    expect((await admin.post("/staff/access/review", without)).status).toBe(422);
    await admin.post("/staff/access/review", { ...wanting, [`verdict.api:${keyId}`]: "end" });
    const page = await (await admin.get("/staff/access")).text();
    expect(page).toContain(`${KEYS}/${keyId}/revoke`);
    await world.check();
  });
});

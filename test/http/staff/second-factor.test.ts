/** The second factor over HTTP: who must have one, how it is set up, shown, replaced by a recovery code, and lost. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { signInLink } from "../../../src/domain/staff/sign-in-link.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { OPERATOR } from "../../../src/runtime/cli/command.ts";
import { codesOn, keyOn, setUpAuthenticator } from "../../support/authenticator.ts";
import type { Browser } from "../../support/people.ts";
import { totp, unbase32 } from "../../support/totp.ts";
import { createWorld, type World } from "../../support/world.ts";

// Authenticators and sessions go by the clock of the machine: a test that stands on the edge of a step would be two tests.
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 22, 9, 0, 5) }));
afterEach(() => void vi.useRealTimers());

/** Both clocks. */
function pass(world: World, seconds: number): void {
  vi.setSystemTime(Date.now() + seconds * 1000);
  world.clock.pass({ seconds });
}

const strict = () => createWorld({ config: { secondFactor: "demanded" } });

/** Another browser of the member who was invited last, with the first step done. */
async function again(world: World, role: string): Promise<Browser> {
  const [row] = await world.rows("SELECT email FROM user WHERE role = ? ORDER BY created_at DESC, id LIMIT 1", role);
  const link = await signInLink(world.deps, OPERATOR, { email: String(row?.email) });
  if (isRefusal(link)) throw new Error(link.code);
  const browser = world.browser();
  await browser.post(new URL(link.url).pathname, {});
  return browser;
}

const where = async (answer: Response | Promise<Response>) => {
  const { status, headers } = await answer;
  return [status, headers.get("location")];
};

const outcomes = async (world: World) =>
  (await world.rows("SELECT outcome, n FROM sign_in ORDER BY at, outcome")).map((row) => `${row.outcome} ${row.n}`);

describe("who must have one", () => {
  it.each(["admin", "head", "dpo", "auditor"] as const)("%s reaches nothing but setting it up", async (role) => {
    const world = await strict();
    const browser = await world.signIn(role);
    for (const path of ["/staff/", "/staff/lists", "/staff/account", "/staff/setup"])
      expect((await where(browser.get(path)))[1]).toMatch(/^\/staff\/sign-in\/enrol\?/);
    expect(await where(browser.post("/staff/alerts/x/close", {}))).toEqual([
      303,
      "/staff/sign-in/enrol?to=%2Fstaff%2F",
    ]);
    const page = await (await browser.get("/staff/sign-in/enrol")).text();
    expect(page).not.toContain("desk-key-groups");
    await setUpAuthenticator(browser);
    expect((await browser.get("/staff/")).status).toBe(200);
    await world.check();
  });

  it.each(["editor", "press"] as const)("%s is not asked to, and may", async (role) => {
    const world = await strict();
    const browser = await world.signIn(role);
    expect((await browser.get("/staff/")).status).toBe(200);
    const { code } = await setUpAuthenticator(browser);
    expect((await browser.get("/staff/")).status).toBe(200);
    pass(world, 60);
    const other = await again(world, role);
    expect((await where(other.get("/staff/")))[1]).toMatch(/^\/staff\/sign-in\/second\?/);
    expect(await where(other.post("/staff/sign-in/second", { code: code(), to: "/staff/lists" }))).toEqual([
      303,
      "/staff/lists",
    ]);
  });

  it("where the setting offers it, the demo's admin is in with one press", async () => {
    const world = await createWorld();
    const browser = await world.signIn("admin");
    expect((await browser.get("/staff/")).status).toBe(200);
  });
});

describe("setting it up", () => {
  it("GET and HEAD make no secret; a wrong first code sets nothing; the key stays until the right one", async () => {
    const world = await strict();
    const browser = await world.signIn("admin");
    await browser.get("/staff/sign-in/enrol");
    await browser.send("/staff/sign-in/enrol", { method: "HEAD" });
    expect(await world.rows("SELECT 1 FROM two_factor")).toEqual([]);
    await browser.post("/staff/sign-in/enrol/begin", { to: "/staff/" });
    const key = keyOn(await (await browser.get("/staff/sign-in/enrol")).text());
    const wrong = await browser.post("/staff/sign-in/enrol", { to: "/staff/", code: "000000" });
    expect([wrong.status, keyOn(await wrong.text())]).toEqual([422, key]);
    expect((await where(browser.get("/staff/")))[1]).toMatch(/enrol/);
    const done = await browser.post("/staff/sign-in/enrol", {
      to: "/staff/lists",
      code: totp(unbase32(key), Date.now()),
    });
    const shown = await done.text();
    expect(new Set(codesOn(shown)).size).toBe(10);
    expect(shown).toContain('href="/staff/lists"');
    expect(await world.rows("SELECT typ FROM event WHERE typ LIKE 'staff.second%'")).toEqual([
      { typ: "staff.second-factor-set" },
    ]);
    await world.check();
  });

  it("neither the key nor a recovery code stands readable in the database", async () => {
    const world = await strict();
    const { key, codes } = await setUpAuthenticator(await world.signIn("admin"));
    const [row] = await world.rows("SELECT secret, backup_codes FROM two_factor");
    const secret = new TextDecoder().decode(unbase32(key));
    for (const text of [secret, key, ...codes]) expect(JSON.stringify(row)).not.toContain(text);
    expect(String(row?.secret)).toMatch(/^\$ba\$\d+\$[0-9a-f]+$/);
  });

  it("ends the sessions that never showed it", async () => {
    const world = await createWorld();
    const one = await world.signIn("editor");
    const other = await again(world, "editor");
    expect((await other.get("/staff/")).status).toBe(200);
    await setUpAuthenticator(one);
    expect((await where(other.get("/staff/")))[1]).toMatch(/^\/staff\/sign-in\/second\?/);
  });
});

describe("showing it", () => {
  async function enrolled() {
    const world = await strict();
    const app = await setUpAuthenticator(await world.signIn("admin"));
    pass(world, 120);
    return { world, app, browser: await again(world, "admin") };
  }

  it("takes the code of one step earlier or later, and of no other", async () => {
    const { world, app } = await enrolled();
    for (const [late, status] of [
      [2, 422],
      [-2, 422],
      [1, 303],
      [-1, 303],
      [0, 303],
    ] as const)
      expect(
        (await (await again(world, "admin")).post("/staff/sign-in/second", { code: app.code(late), to: "" })).status,
      ).toBe(status);
  });

  it("takes no code twice, in whatever browser", async () => {
    const { world, app, browser } = await enrolled();
    const code = app.code();
    expect((await browser.post("/staff/sign-in/second", { code, to: "" })).status).toBe(303);
    const other = await again(world, "admin");
    expect((await other.post("/staff/sign-in/second", { code, to: "" })).status).toBe(422);
    pass(world, 25);
    expect((await other.post("/staff/sign-in/second", { code, to: "" })).status).toBe(422);
    expect((await where(other.get("/staff/")))[1]).toMatch(/second/);
  });

  it("five wrong codes shut the step for a quarter of an hour, also in a new browser and for the right code", async () => {
    const { world, app, browser } = await enrolled();
    for (let i = 0; i < 5; i++)
      expect((await browser.post("/staff/sign-in/second", { code: "000000", to: "" })).status).toBe(422);
    const other = await again(world, "admin");
    const shut = await other.post("/staff/sign-in/second", { code: app.code(), to: "" });
    expect([shut.status, await shut.text()]).toEqual([422, expect.stringContaining("15 minūtēm")]);
    pass(world, 15 * 60 + 1);
    const third = await again(world, "admin");
    expect((await third.post("/staff/sign-in/second", { code: app.code(), to: "" })).status).toBe(303);
    expect(await outcomes(world)).toContain("second-wrong 5");
  });

  it("half-way in ends after half an hour", async () => {
    const { world, app, browser } = await enrolled();
    pass(world, 31 * 60);
    expect((await where(browser.post("/staff/sign-in/second", { code: app.code(), to: "" })))[1]).toMatch(
      /^\/staff\/sign-in\?/,
    );
    expect((await where(browser.get("/staff/")))[1]).toMatch(/^\/staff\/sign-in\?/);
  });

  it("a recovery code lets in once, however it is typed", async () => {
    const { world, app, browser } = await enrolled();
    const [first = "", second = ""] = app.codes;
    const typed = first.toUpperCase().replace("-", " ").replace(/0/g, "O").replace(/1/g, "l");
    expect(await where(browser.post("/staff/sign-in/recovery", { code: typed, to: "" }))).toEqual([
      303,
      "/staff/account?recovered=1",
    ]);
    expect(await (await browser.get("/staff/account?recovered=1")).text()).toContain("Atlikuši 9");
    const other = await again(world, "admin");
    expect((await other.post("/staff/sign-in/recovery", { code: first, to: "" })).status).toBe(422);
    expect((await other.post("/staff/sign-in/recovery", { code: second, to: "" })).status).toBe(303);
    expect(await outcomes(world)).toEqual(expect.arrayContaining(["in-recovery 1", "second-wrong 1"]));
  });

  it("new recovery codes end the old ones, and need a code of the app", async () => {
    const { world, app, browser } = await enrolled();
    await browser.post("/staff/sign-in/second", { code: app.code(), to: "" });
    expect((await browser.post("/staff/account/codes", { codes: "000000" })).status).toBe(422);
    pass(world, 60);
    const answer = await browser.post("/staff/account/codes", { codes: app.code() });
    const fresh = codesOn(await answer.text());
    expect([answer.status, fresh.length]).toEqual([200, 10]);
    const other = await again(world, "admin");
    expect((await other.post("/staff/sign-in/recovery", { code: app.codes[0] as string, to: "" })).status).toBe(422);
    expect((await other.post("/staff/sign-in/recovery", { code: fresh[0] as string, to: "" })).status).toBe(303);
  });

  it("taken off with a code of it, it is out everywhere, and whoever must have one sets up the next", async () => {
    const { world, app, browser } = await enrolled();
    await browser.post("/staff/sign-in/second", { code: app.code(), to: "" });
    pass(world, 60);
    expect((await where(browser.post("/staff/account/second/off", { off: app.code() })))[1]).toBe(
      "/staff/sign-in?out=1",
    );
    expect((await where(browser.get("/staff/")))[1]).toMatch(/^\/staff\/sign-in\?/);
    const next = await again(world, "admin");
    expect((await where(next.get("/staff/")))[1]).toMatch(/enrol/);
    await setUpAuthenticator(next);
    expect((await next.get("/staff/")).status).toBe(200);
    await world.check();
  });
});

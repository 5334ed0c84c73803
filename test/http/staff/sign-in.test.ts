import { describe, expect, it } from "vitest";
import { clientOf } from "../../../src/http/staff/sign-in/client.ts";
import { returnTo } from "../../../src/http/staff/sign-in/return-to.ts";
import { deskWorld, ORIGIN } from "./desk-world.ts";

const email = "anna@ministry.example";

async function asked(headers: Record<string, string> = {}) {
  const world = await deskWorld();
  const id = await world.member(email);
  const page = await world.post("/staff/sign-in", { email, to: "/staff/lists?x=1" }, headers);
  const mail = world.mails[0];
  if (!mail) throw new Error("no mail");
  return { ...world, id, page, mail, path: new URL(mail.url).pathname };
}

const sessions = async (world: { db: { client: { execute(sql: string): Promise<{ rows: unknown[] }> } } }) =>
  (await world.db.client.execute("SELECT id FROM session")).rows.length;

describe("the desk without a session", () => {
  it("leads to sign-in and remembers the page", async () => {
    const { get, post } = await deskWorld();
    const page = await get("/staff/staff?role=admin");
    expect([page.status, page.headers.get("location")]).toEqual([
      303,
      "/staff/sign-in?to=%2Fstaff%2Fstaff%3Frole%3Dadmin",
    ]);
    const form = await post("/staff/staff/new", {
      email: "x@ministry.example",
      name: "X",
      role: "admin",
      language: "lv",
    });
    expect([form.status, form.headers.get("location")]).toEqual([303, "/staff/sign-in?ended=1"]);
  });
});

describe("sign-in over HTTP", () => {
  it("by code: form, mail, code, desk", async () => {
    const { page, mail, post, get } = await asked();
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('autocomplete="one-time-code"');
    const entry = await post("/staff/sign-in/code", { email, code: mail.code, to: "/staff/lists?x=1" });
    expect([entry.status, entry.headers.get("location")]).toEqual([303, "/staff/lists?x=1"]);
    const cookie = entry.headers.getSetCookie().find((line) => line.includes("session"));
    expect(cookie).toMatch(/^__Host-pieteka-session=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect((await get("/staff/", { cookie: cookie?.split(";")[0] ?? "" })).status).toBe(200);
  });

  it("by link: opening it, however often and with HEAD, signs nobody in and uses nothing up; the button does, once", async () => {
    const world = await asked();
    const { app, path, get, post } = world;
    for (let i = 0; i < 5; i++) {
      const page = await get(path);
      expect([page.status, page.headers.getSetCookie().filter((line) => line.includes("session"))]).toEqual([200, []]);
      expect((await app.request(`${ORIGIN}${path}`, { method: "HEAD" })).status).toBe(200);
    }
    expect(await sessions(world)).toBe(0);
    expect(await (await get(path)).text()).not.toContain(path.split("/").at(-1));
    const entry = await post(path, {});
    expect([entry.status, entry.headers.get("location")]).toEqual([303, "/staff/"]);
    expect((await post(path, {})).status).toBe(410);
    expect(await sessions(world)).toBe(1);
  });

  it("does not take a form from another site", async () => {
    const world = await asked();
    const entry = await world.post(
      world.path,
      {},
      { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" },
    );
    expect(entry.status).toBe(403);
    expect(await sessions(world)).toBe(0);
  });

  it("writes the institution's own address into links, whatever Host the request claims", async () => {
    const { mail } = await asked({
      host: "evil.example",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "http",
    });
    expect(mail.url.startsWith(`${ORIGIN}/staff/sign-in/`)).toBe(true);
  });

  it("answers the same for an address that nobody knows, also to wrong codes", async () => {
    const { page, post, mails } = await asked();
    const stranger = "nobody@elsewhere.example";
    const known = (await page.text()).replaceAll(email, "X");
    const unknown = await post("/staff/sign-in", { email: stranger, to: "/staff/lists?x=1" });
    expect((await unknown.text()).replaceAll(stranger, "X")).toBe(known);
    expect(mails).toHaveLength(1);
    const wrong = mails[0]?.code === "111111" ? "222222" : "111111";
    for (let i = 0; i < 7; i++) {
      const [a, b] = await Promise.all([
        post("/staff/sign-in/code", { email, code: wrong }),
        post("/staff/sign-in/code", { email: stranger, code: wrong }),
      ]);
      expect(a.status).toBe(i < 5 ? 422 : 429);
      expect([b.status, (await b.text()).replaceAll(stranger, "X")]).toEqual([
        a.status,
        (await a.text()).replaceAll(email, "X"),
      ]);
    }
  });

  it("says what is wrong, keeps what was typed, and counts down", async () => {
    const { post } = await asked();
    const noAddress = await post("/staff/sign-in", { email: "anna.ministry.example" });
    expect(noAddress.status).toBe(422);
    expect(await noAddress.text()).toMatch(/value="anna\.ministry\.example".*trūkst @ zīmes/s);
    const noCode = await post("/staff/sign-in/code", { email, code: "" });
    expect(await noCode.text()).toContain("sešus ciparus");
    const wrong = await post("/staff/sign-in/code", { email, code: "abcdef" });
    expect(await wrong.text()).toContain("Atlikušie mēģinājumi: 4.");
  });

  it("says how long to wait", async () => {
    const { post, pass } = await deskWorld();
    for (let i = 0; i < 5; i++) await post("/staff/sign-in", { email });
    pass(4);
    const page = await post("/staff/sign-in", { email });
    expect([page.status, page.headers.get("retry-after")]).toEqual([429, "660"]);
    expect(await page.text()).toContain("pēc 11 minūtēm");
  });

  it("signing out needs a POST and ends the session everywhere", async () => {
    const world = await asked();
    const cookie = await world.cookieOf(email);
    expect(await sessions(world)).toBe(1);
    await world.get("/staff/sign-out", { cookie });
    expect(await sessions(world)).toBe(1);
    const out = await world.post("/staff/sign-out", {}, { cookie });
    expect([out.status, out.headers.get("location")]).toEqual([303, "/staff/sign-in?out=1"]);
    expect(await sessions(world)).toBe(0);
    expect((await world.get("/staff/", { cookie })).status).toBe(303);
  });

  it("works before the institution is set up, for the first admin", async () => {
    const { auth, member, get, post } = await deskWorld({ setUp: false });
    await member("first@ministry.example", "admin");
    const path = new URL((await auth.makeSignInLink("first@ministry.example")) ?? "").pathname;
    expect((await get(path)).status).toBe(200);
    expect((await post(path, {})).status).toBe(303);
  });

  it("speaks the member's language unless the browser chose one", async () => {
    const { cookieOf, member, get, db } = await deskWorld();
    await member("admin@ministry.example", "admin");
    await db.client.execute("UPDATE user SET language = 'en'");
    const cookie = await cookieOf("admin@ministry.example");
    const lang = async (cookies: string) =>
      /<html lang="(..)"/.exec(await (await get("/staff/staff", { cookie: cookies })).text())?.[1];
    expect(await lang(cookie)).toBe("en");
    expect(await lang(`${cookie}; lang=lv`)).toBe("lv");
  });
});

describe("returnTo", () => {
  it.each([
    ["/staff/lists?page=2", "/staff/lists?page=2"],
    ["/staff/", "/staff/"],
    [undefined, "/staff/"],
    ["", "/staff/"],
    ["https://evil.example/staff/", "/staff/"],
    ["//evil.example/staff/", "/staff/"],
    ["/staff/../../evil", "/staff/"],
    ["/staff/\\evil.example", "/staff//evil.example"],
    ["/staff//evil.example", "/staff//evil.example"],
    ["/staff/sign-out", "/staff/"],
    ["/staff/sign-in?to=/staff/", "/staff/"],
    ["javascript:alert(1)", "/staff/"],
  ])("%s goes to %s", (typed, to) => expect(returnTo(typed)).toBe(to));
});

describe("clientOf", () => {
  const context = (peer: string | undefined, headers: Record<string, string>) =>
    ({
      env: peer === undefined ? {} : { incoming: { socket: { remoteAddress: peer } } },
      req: { header: (name: string) => headers[name] },
    }) as never;
  it.each([
    [
      "the peer itself, whatever it claims",
      "203.0.113.9",
      { "x-forwarded-for": "1.1.1.1", "cf-connecting-ip": "2.2.2.2" },
      "203.0.113.9",
    ],
    ["what our own proxy saw", "127.0.0.1", { "x-forwarded-for": "1.1.1.1, 203.0.113.9" }, "203.0.113.9"],
    ["what a proxy on our network saw", "::ffff:10.0.0.4", { "x-forwarded-for": "203.0.113.9" }, "203.0.113.9"],
    [
      "the edge's word on Workers",
      undefined,
      { "cf-connecting-ip": "203.0.113.9", "x-forwarded-for": "1.1.1.1" },
      "203.0.113.9",
    ],
    ["one network of IPv6", "2001:db8:1:2:aaaa:bbbb:cccc:dddd", {}, "2001:db8:1:2"],
    ["the same network, shortened", "2001:db8:1:2::1", {}, "2001:db8:1:2"],
    ["zeros in the middle", "2001:db8::1", {}, "2001:db8:0:0"],
    ["loopback without a proxy", "::1", {}, "0:0:0:0"],
  ] as const)("is %s", (_, peer, headers, client) => expect(clientOf(context(peer, headers))).toBe(client));
});

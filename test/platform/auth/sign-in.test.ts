import { describe, expect, it } from "vitest";
import { asBrowser, signInWorld } from "./sign-in-world.ts";

const client = "203.0.113.7";
const email = "anna@ministry.example";

async function asked() {
  const world = await signInWorld();
  const id = await world.member(email);
  await world.auth.requestSignIn({ email, client });
  const mail = world.mails[0];
  if (!mail?.code) throw new Error("no mail");
  return { ...world, id, code: mail.code, token: mail.url.split("/").at(-1) ?? "", mail };
}

const wrongCode = (code: string) => (code === "111111" ? "222222" : "111111");

describe("sign-in by code", () => {
  it("lets a member in and knows him by his cookie", async () => {
    const { auth, code, id } = await asked();
    const entry = await auth.completeByCode({
      email: " Anna@Ministry.Example ",
      code: ` ${code.slice(0, 3)} ${code.slice(3)}`,
      client,
    });
    if (entry.outcome !== "in") throw new Error(entry.outcome);
    expect(await auth.session(asBrowser(entry.cookies))).toEqual({
      userId: id,
      name: "Anna Paraugs",
      role: "editor",
      language: "lv",
      second: false,
      email,
    });
    expect(await auth.users.byId(id)).toMatchObject({ arrived: true });
  });

  it("sets a cookie that scripts cannot read and other hosts cannot set", async () => {
    const { auth, code } = await asked();
    const entry = await auth.completeByCode({ email, code, client });
    if (entry.outcome !== "in") throw new Error(entry.outcome);
    expect(entry.cookies).toHaveLength(1);
    expect(entry.cookies[0]).toMatch(/^__Host-pieteka-session=/);
    for (const flag of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=43200"])
      expect(entry.cookies[0]).toContain(flag);
    expect(entry.cookies[0]).not.toMatch(/domain/i);
  });

  it("works once", async () => {
    const { auth, code } = await asked();
    expect((await auth.completeByCode({ email, code, client })).outcome).toBe("in");
    expect((await auth.completeByCode({ email, code, client })).outcome).toBe("wrong");
  });

  it("ends after 15 minutes", async () => {
    const { auth, code, pass } = await asked();
    pass(15.1);
    expect((await auth.completeByCode({ email, code, client })).outcome).toBe("wrong");
  });

  it("counts tries down and then makes everybody wait, also with the right code", async () => {
    const { auth, code } = await asked();
    const lefts: unknown[] = [];
    for (let i = 0; i < 5; i++) lefts.push(await auth.completeByCode({ email, code: wrongCode(code), client }));
    expect(lefts).toEqual([4, 3, 2, 1, 0].map((left) => ({ outcome: "wrong", left })));
    expect(await auth.completeByCode({ email, code, client })).toEqual({ outcome: "wait", waitSeconds: 900 });
  });

  it("takes at most 30 codes a day for one address, from however many clients and mails", async () => {
    const { auth, code, pass } = await asked();
    let tried = 0;
    for (let round = 0; round < 40; round++) {
      for (let i = 0; i < 5; i++) {
        const answer = await auth.completeByCode({ email, code: wrongCode(code), client: `198.51.100.${round}` });
        if (answer.outcome !== "wait") tried++;
      }
      pass(16);
    }
    expect(tried).toBe(30);
  });

  it("does not take another member's code, an older code, or a link's token", async () => {
    const { auth, code, token, member, mails } = await asked();
    await member("juris@ministry.example");
    expect((await auth.completeByCode({ email: "juris@ministry.example", code, client })).outcome).toBe("wrong");
    expect((await auth.completeByCode({ email, code: token, client })).outcome).toBe("wrong");
    await auth.requestSignIn({ email, client });
    const newer = mails.at(-1)?.code;
    if (newer !== code) expect((await auth.completeByCode({ email, code, client })).outcome).toBe("wrong");
  });
});

describe("sign-in by link", () => {
  it("lets a member in, once, and ends the code of the same mail", async () => {
    const { auth, token, code } = await asked();
    const entry = await auth.completeByLink({ token, client });
    if (entry.outcome !== "in") throw new Error(entry.outcome);
    expect(await auth.session(asBrowser(entry.cookies))).toMatchObject({ email });
    expect((await auth.completeByLink({ token, client })).outcome).toBe("wrong");
    expect((await auth.completeByCode({ email, code, client })).outcome).toBe("wrong");
  });

  it("works when the code is locked by somebody else's guesses", async () => {
    const { auth, token, code } = await asked();
    for (let i = 0; i < 6; i++) await auth.completeByCode({ email, code: wrongCode(code), client: "198.51.100.1" });
    expect((await auth.completeByLink({ token, client })).outcome).toBe("in");
  });

  it("ends after 15 minutes", async () => {
    const { auth, token, pass } = await asked();
    pass(15.1);
    expect((await auth.completeByLink({ token, client })).outcome).toBe("wrong");
  });

  it("takes neither a code nor an invented token", async () => {
    const { auth, code } = await asked();
    for (const token of [code, "x".repeat(32), "", "' OR 1=1"])
      expect((await auth.completeByLink({ token, client })).outcome).toBe("wrong");
  });

  it("can be made by the operator without any mail, good for a day", async () => {
    const { auth, member, mails, pass } = await signInWorld();
    await member(email);
    const url = (await auth.makeSignInLink(email)) ?? "";
    expect(url).toMatch(/^https:\/\/news\.ministry\.example\/staff\/sign-in\/[A-Za-z]{32}$/);
    pass(24 * 60 - 1);
    expect((await auth.completeByLink({ token: url.split("/").at(-1) ?? "", client })).outcome).toBe("in");
    expect(mails).toEqual([]);
  });
});

describe("asking for a mail", () => {
  it("tells nothing about an address: the same answers, but no mail and no trace of the address", async () => {
    const { auth, mails, bytes } = await asked();
    const stranger = "nobody@elsewhere.example";
    expect(await auth.requestSignIn({ email: stranger, client })).toEqual({ outcome: "asked" });
    expect(await auth.completeByCode({ email: stranger, code: "123456", client })).toEqual({
      outcome: "wrong",
      left: 4,
    });
    expect(mails).toHaveLength(1);
    expect(bytes()).not.toContain("nobody@");
  });

  it.each([email, "nobody@elsewhere.example"])("is limited for %s to five mails in 15 minutes", async (asking) => {
    const { auth, member, pass } = await signInWorld();
    await member(email);
    for (let i = 0; i < 5; i++)
      expect(await auth.requestSignIn({ email: asking, client: `198.51.100.${i}` })).toEqual({ outcome: "asked" });
    expect(await auth.requestSignIn({ email: asking, client })).toEqual({ outcome: "wait", waitSeconds: 900 });
    pass(15);
    expect(await auth.requestSignIn({ email: asking, client })).toEqual({ outcome: "asked" });
  });

  it("is limited for one client, whatever addresses it names", async () => {
    const { auth } = await signInWorld();
    for (let i = 0; i < 20; i++)
      expect((await auth.requestSignIn({ email: `p${i}@ministry.example`, client })).outcome).toBe("asked");
    expect((await auth.requestSignIn({ email, client })).outcome).toBe("wait");
  });

  it("keeps neither the code nor the token in clear", async () => {
    const { bytes, code, token } = await asked();
    expect(bytes()).toContain(email);
    expect(bytes()).not.toContain(token);
    expect(bytes()).not.toMatch(new RegExp(`${code}:0`));
  });
});

describe("the end of access", () => {
  it("a disabled member is out at once: session, code, link, new mails, operator's links", async () => {
    const { auth, code, token, run, member, mails, id } = await asked();
    await member("admin@ministry.example", "admin");
    const entry = await auth.completeByCode({ email, code, client });
    if (entry.outcome !== "in") throw new Error(entry.outcome);
    await auth.requestSignIn({ email, client });
    const { code: open = "", url } = mails.at(-1) ?? { url: "" };
    const user = await auth.users.byId(id);
    if (user) await run(auth.users.disable(user));
    expect(await auth.session(asBrowser(entry.cookies))).toBeUndefined();
    expect((await auth.completeByCode({ email, code: open, client })).outcome).toBe("wrong");
    for (const t of [token, url.split("/").at(-1) ?? ""])
      expect((await auth.completeByLink({ token: t, client })).outcome).toBe("wrong");
    await auth.requestSignIn({ email, client });
    expect(mails).toHaveLength(2);
    expect(await auth.makeSignInLink(email)).toBeUndefined();
  });

  it("signing out ends the session in the database, not only the cookie", async () => {
    const { auth, code } = await asked();
    const entry = await auth.completeByCode({ email, code, client });
    if (entry.outcome !== "in") throw new Error(entry.outcome);
    const cleared = await auth.signOut(asBrowser(entry.cookies));
    expect(cleared).toHaveLength(1);
    expect(cleared[0]).toMatch(/^__Host-pieteka-session=;.*Max-Age=0/);
    expect(await auth.session(asBrowser(entry.cookies))).toBeUndefined();
  });

  it("a session ends after twelve hours, and a forged or changed cookie is nobody", async () => {
    const { auth, code, pass } = await asked();
    const entry = await auth.completeByCode({ email, code, client });
    if (entry.outcome !== "in") throw new Error(entry.outcome);
    const cookie = asBrowser(entry.cookies).get("cookie") ?? "";
    expect(await auth.session(new Headers({ cookie: cookie.replace(/=./, "=X") }))).toBeUndefined();
    expect(await auth.session(new Headers())).toBeUndefined();
    pass(12 * 60 - 1);
    expect(await auth.session(new Headers({ cookie }))).toBeDefined();
    pass(2);
    expect(await auth.session(new Headers({ cookie }))).toBeUndefined();
  });
});

/** Ending an account, and who can do what, over HTTP: another browser is out at its next request, work has a new hand. */
import { describe, expect, it } from "vitest";
import { ROLES } from "../../../src/domain/staff/rules.ts";
import { resetSecondFactor } from "../../../src/domain/staff/second-factor/reset.ts";
import { signInLink } from "../../../src/domain/staff/sign-in-link.ts";
import { watchAccessReview } from "../../../src/domain/staff/watch-review.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { OPERATOR } from "../../../src/runtime/cli/command.ts";
import { setUpAuthenticator } from "../../support/authenticator.ts";
import { browserOf, signedInAs } from "../../support/people.ts";
import { createWorld, type World } from "../../support/world.ts";

const idOf = async (world: World, role: string) =>
  String((await world.rows("SELECT id FROM user WHERE role = ? ORDER BY created_at, id", role))[0]?.id);

const where = async (answer: Response | Promise<Response>) => {
  const { status, headers } = await answer;
  return [status, headers.get("location")];
};

const acts = async (world: World, typ: string) =>
  (await world.rows("SELECT body FROM event WHERE typ = ? ORDER BY rowid", typ)).map((row) =>
    JSON.parse(typeof row.body === "string" ? row.body : new TextDecoder().decode(row.body as Uint8Array)),
  );

/** An editor with a draft and an import that waits, who approved another's draft and is told of alerts. */
async function leaver(world: World) {
  const admin = await world.signIn("admin");
  const editor = await world.signIn("editor");
  const id = await idOf(world, "editor");
  const by = `staff:${id}`;
  const [list] = await world.rows("SELECT id, purpose_id FROM list LIMIT 1");
  const draft = (name: string, author: string, review: object) =>
    world.client.execute({
      sql: `INSERT INTO mailing (id, kind, list_id, purpose_id, title, state, draft, created_by, created_at, review)
            VALUES (?, 'reconsent', ?, ?, ?, 'draft', '{}', ?, 1, ?)`,
      args: [name, String(list?.id), String(list?.purpose_id), `Sūtījums ${name}`, author, JSON.stringify(review)],
    });
  await draft("own", by, {});
  await draft("other", "staff:cli", { approval: { by, at: 1, version: 1, shown: "x" } });
  await world.client.execute({
    sql: `INSERT INTO import (id, list_id, state, claim, findings, file_name, file_sha256, created_by, created_at)
          VALUES ('file', ?, 'checked', '{}', '{}', 'redakcijas.csv', 'x', ?, 1)`,
    args: [String(list?.id), by],
  });
  await world.client.execute({
    sql: "INSERT INTO api_key (id, hash, name, purpose, permissions, created_by, created_at, expires_at) VALUES ('key', x'00', 'Vietne', 'Tests', '[]', ?, 1, 9)",
    args: [by],
  });
  const [member] = await world.rows("SELECT email FROM user WHERE id = ?", id);
  const [row] = await world.rows("SELECT profile FROM institution");
  const telling = { people: [{ name: "Paraugs", address: String(member?.email) }], webhook: "" };
  await world.client.execute({
    sql: "UPDATE institution SET profile = ?",
    args: [JSON.stringify({ ...JSON.parse(String(row?.profile)), telling })],
  });
  return { admin, editor, id, by, email: String(member?.email) };
}

describe("ending an account", () => {
  it("shows what is under way, asks for a successor who may do it, and does all of it at once", async () => {
    const world = await createWorld();
    const { admin, editor, id, by, email } = await leaver(world);
    const second = browserOf(world);
    const link = await signInLink(world.deps, OPERATOR, { email });
    if (isRefusal(link)) throw new Error(link.code);
    await second.post(new URL(link.url).pathname, {});
    expect((await second.get("/staff/")).status).toBe(200);
    await world.signIn("press");
    const [press, boss] = [await idOf(world, "press"), await idOf(world, "admin")];
    const page = await (await admin.get(`/staff/staff/${id}/disable`)).text();
    for (const found of ["Sūtījums own (melnraksts)", "redakcijas.csv", "trauksmes ziņas", "API atslēgas: 1"])
      expect(page).toContain(found);
    expect(page).toContain(`value="${boss}"`);
    expect(page).not.toContain(`value="${press}"`);

    expect((await admin.post(`/staff/staff/${id}/disable`, {})).status).toBe(422);
    expect((await admin.post(`/staff/staff/${id}/disable`, { successor: press })).status).toBe(422);
    expect((await editor.get("/staff/")).status).toBe(200);
    expect(await where(admin.post(`/staff/staff/${id}/disable`, { successor: boss }))).toEqual([
      303,
      `/staff/staff/${id}?done=disabled`,
    ]);

    // His other browser is out at the very next request.
    expect((await where(editor.get("/staff/lists")))[1]).toMatch(/^\/staff\/sign-in\?/);
    expect((await where(second.get("/staff/")))[1]).toMatch(/^\/staff\/sign-in\?/);
    expect(await world.rows("SELECT 1 FROM session WHERE user_id = ?", id)).toEqual([]);
    expect((await world.rows("SELECT revoked_at FROM api_key"))[0]?.revoked_at).not.toBeNull();
    expect(await world.rows("SELECT review ->> '$.approval' AS a FROM mailing WHERE id = 'other'")).toEqual([
      { a: null },
    ]);

    // The author stays; whoever goes on is an author too, so that he does not approve it.
    expect(await world.rows("SELECT created_by, review ->> '$.authors' AS a FROM mailing WHERE id = 'own'")).toEqual([
      { created_by: by, a: JSON.stringify([`staff:${boss}`]) },
    ]);
    const [told] = await world.rows("SELECT profile ->> '$.telling.people[0].address' AS a FROM institution");
    expect(told?.a).toBe((await world.rows("SELECT email FROM user WHERE id = ?", boss))[0]?.email);
    expect(told?.a).not.toBe(email);
    expect(await acts(world, "staff.disabled")).toMatchObject([
      {
        user: id,
        successor: boss,
        handed: { mailing: 1, import: 1, telling: 1 },
        ended: { approvals: 1, keys: 1, sessions: 2 },
      },
    ]);
    const home = await (await admin.get("/staff/")).text();
    expect(home).toContain("Nodoti 3 darbi");
    const mine = await (await admin.get("/staff/account")).text();
    expect(mine).toContain("Sūtījums own");
    expect(await where(admin.post("/staff/account/handed", {}))).toEqual([303, "/staff/account#handed"]);
    expect(await (await admin.get("/staff/")).text()).not.toContain("Nodoti 3 darbi");
  });

  it("a request of his to open a proof ends; what he granted and nobody used waits for somebody else", async () => {
    const world = await createWorld();
    const admin = await world.signIn("admin");
    await world.signIn("dpo");
    await world.signIn("dpo");
    const id = await idOf(world, "dpo");
    const until = world.clock.now() + 86_400_000;
    for (const [name, state, asked, decided] of [
      ["mine", "granted", `staff:${id}`, "staff:x"],
      ["given", "granted", "staff:y", `staff:${id}`],
    ])
      await world.client.execute({
        sql: `INSERT INTO proof_opening (id, state, ground, reason, asked_by, asked_at, tag, decided_by, decided_at, until)
              VALUES (?, ?, 'audit', 'Revīzija 2026', ?, 1, x'01', ?, 1, ?)`,
        args: [name as string, state as string, asked as string, decided as string, until],
      });
    expect((await admin.post(`/staff/staff/${id}/disable`, {})).status).toBe(303);
    expect(await world.rows("SELECT id, state, tag, decided_by FROM proof_opening ORDER BY id")).toEqual([
      { id: "given", state: "asked", tag: expect.anything(), decided_by: null },
      { id: "mine", state: "refused", tag: null, decided_by: `staff:${await idOf(world, "admin")}` },
    ]);
  });

  it("whoever reviews why proofs and marks are kept is followed by somebody who may", async () => {
    const world = await createWorld();
    const admin = await world.signIn("admin");
    await world.signIn("dpo");
    await world.signIn("head");
    await world.signIn("dpo");
    const [leaver, head] = [await idOf(world, "dpo"), await idOf(world, "head")];
    const sheet = { purpose: { lv: "x", en: "x" }, basis: "claims", ground: { lv: "x", en: "x" }, reviewer: leaver };
    await world.client.execute({
      sql: "UPDATE institution SET profile = json_set(profile, '$.keeping', json(?))",
      args: [JSON.stringify({ proof: sheet, tag: { ...sheet, reviewer: head } })],
    });
    const boss = await idOf(world, "admin");
    expect((await admin.post(`/staff/staff/${leaver}/disable`, { successor: boss })).status).toBe(422);
    expect((await admin.post(`/staff/staff/${leaver}/disable`, { successor: head })).status).toBe(303);
    const [row] = await world.rows("SELECT profile ->> '$.keeping.proof.reviewer' AS r FROM institution");
    expect(row?.r).toBe(head);
  });

  it("never one's own, the last admin or the last officer; also when two try at the same moment", async () => {
    const world = await createWorld();
    const [one, two] = [await world.signIn("admin"), await world.signIn("admin")];
    await world.signIn("dpo");
    const admins = (await world.rows("SELECT id FROM user WHERE role = 'admin' ORDER BY created_at, id")).map(
      (r) => r.id,
    );
    const dpo = await idOf(world, "dpo");
    const refused = await one.post(`/staff/staff/${dpo}/disable`, {});
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining("datu aizsardzības speciālista konts"),
    ]);
    const [mine, others] = admins;
    await Promise.all([one.post(`/staff/staff/${others}/disable`, {}), two.post(`/staff/staff/${mine}/disable`, {})]);
    const left = await world.rows("SELECT id FROM user WHERE role = 'admin' AND disabled_at IS NULL");
    expect(left.length).toBeGreaterThanOrEqual(1);
    await world.check();
  });

  it("ninety days later the work address is gone, the name stays, and the account is not given back", async () => {
    const world = await createWorld();
    const admin = await world.signIn("admin");
    await world.signIn("press");
    const id = await idOf(world, "press");
    await admin.post(`/staff/staff/${id}/disable`, {});
    const night = async () => {
      await world.deps.queue.enqueue({ kind: "retain" });
      await world.work();
    };
    world.clock.pass({ days: 89 });
    const { users } = world.deps.auth;
    await night();
    expect((await users.byId(id))?.email).toContain("@ministrija.example");
    world.clock.pass({ days: 2 });
    await night();
    expect(await users.byId(id)).toMatchObject({ email: `${id}@former.invalid`, name: "Paraugs press" });
    // The admin's own session is over by then.
    const later = await world.signIn("admin");
    expect((await later.post(`/staff/staff/${id}/enable`, {})).status).toBe(422);
  });
});

describe("who can do what", () => {
  it("is seen by those who answer for it, with every role, and by nobody else", async () => {
    const world = await createWorld();
    for (const role of ROLES) {
      const browser = await signedInAs(world, role);
      const page = await browser.get("/staff/access");
      expect(page.status).toBe(["admin", "head", "dpo", "auditor"].includes(role) ? 200 : 403);
      expect((await browser.get("/staff/access/review")).status).toBe(
        ["admin", "head", "dpo"].includes(role) ? 200 : 403,
      );
      expect((await browser.get("/staff/access/sign-ins")).status).toBe(["admin", "dpo"].includes(role) ? 200 : 403);
    }
    const dpo = await (await (await signedInAs(world, "dpo")).get("/staff/access")).text();
    expect(dpo).toContain("Izņemt saraksta adreses no sistēmas\u00a0*");
    // Names of colleagues, not their addresses.
    expect(dpo).not.toContain("@ministrija.example");
  });

  it("a quarter after the first account it is due, on the desk once, until somebody has looked at everybody", async () => {
    const world = await createWorld();
    const admin = await world.signIn("admin");
    await world.signIn("editor");
    const raised = async () =>
      (await world.rows("SELECT closed_at FROM alert WHERE code = 'access.review-due'")).map((r) => r.closed_at);
    await watchAccessReview(world.deps);
    expect(await raised()).toEqual([]);
    world.clock.pass({ days: 93 });
    await watchAccessReview(world.deps);
    await watchAccessReview(world.deps);
    expect(await raised()).toEqual([null]);
    expect(await (await admin.get("/staff/access")).text()).toContain("Pārskatīšanas diena ir pienākusi");

    const [boss, editor] = [await idOf(world, "admin"), await idOf(world, "editor")];
    const half = await admin.post("/staff/access/review", { [`verdict.${boss}`]: "keep", nextDay: "2026-01-01" });
    expect(half.status).toBe(422);
    expect(await raised()).toEqual([null]);
    const whole = { [`verdict.${boss}`]: "keep", [`verdict.${editor}`]: "end", nextDay: "2027-05-01" };
    expect(await where(admin.post("/staff/access/review", whole))).toEqual([303, "/staff/access?done=reviewed"]);
    expect(await raised()).not.toContain(null);
    expect(await acts(world, "access.reviewed")).toMatchObject([
      { members: 2, keep: 1, change: 0, end: 1, next: "2027-05-01", by: `staff:${boss}` },
    ]);
    const page = await (await admin.get("/staff/access")).text();
    expect(page).toContain(`/staff/staff/${editor}/disable`);
    await admin.post(`/staff/staff/${editor}/disable`, {});
    expect(await (await admin.get("/staff/access")).text()).not.toContain(`/staff/staff/${editor}/disable`);
    await world.check();
  });
});

describe("a lost second factor", () => {
  it("is taken off by two people, never by one, and both stand in the log", async () => {
    const world = await createWorld();
    const [admin, other] = [await world.signIn("admin"), await world.signIn("dpo")];
    const editor = await world.signIn("editor");
    await setUpAuthenticator(editor);
    const id = await idOf(world, "editor");
    const reason = "Zaudēts tālrunis, pārbaudīts klātienē";
    expect((await admin.post(`/staff/staff/${id}/second/ask`, { reason: "īss" })).status).toBe(422);
    expect((await admin.post(`/staff/staff/${id}/second/ask`, { reason })).status).toBe(303);
    const [shown] = await world.rows("SELECT asked_at FROM second_factor_reset");
    const grant = { decision: "grant", asked: String(shown?.asked_at) };
    expect(await (await other.get("/staff/access")).text()).toContain(`name="asked" value="${grant.asked}"`);
    expect((await admin.post(`/staff/access/reset/${id}`, grant)).status).toBe(422);
    expect((await editor.get("/staff/")).status).toBe(200);
    expect(await (await other.get("/staff/")).text()).toContain("Lūgumi noņemt otro faktoru");
    // Asked anew meanwhile, with another reason: what was shown is not what would be agreed to.
    const before = { ...grant, asked: String(Number(grant.asked) - 1) };
    expect((await other.post(`/staff/access/reset/${id}`, before)).status).toBe(409);
    expect((await other.post(`/staff/access/reset/${id}`, grant)).status).toBe(303);
    expect((await where(editor.get("/staff/")))[1]).toMatch(/^\/staff\/sign-in\?/);
    expect(await world.rows("SELECT 1 FROM two_factor")).toEqual([]);
    expect(await acts(world, "staff.second-factor-reset")).toMatchObject([
      { user: id, by: await idOf(world, "dpo"), asker: await idOf(world, "admin"), reason },
    ]);
    await world.check();
  });

  it("the operator takes it off where nobody is left to ask, and says why; at the desk nobody does so alone", async () => {
    const world = await createWorld();
    const admin = await world.signIn("admin");
    await setUpAuthenticator(admin);
    const id = await idOf(world, "admin");
    const email = String((await world.rows("SELECT email FROM user WHERE id = ?", id))[0]?.email);
    const reason = "Tālrunis nozaudēts, zvanīts pa zināmu numuru";
    const atDesk = { kind: "staff", id, role: "admin", via: "desk" } as const;
    expect(await resetSecondFactor(world.deps, atDesk, { email, reason })).toMatchObject({ code: "staff.forbidden" });
    expect(await resetSecondFactor(world.deps, OPERATOR, { email, reason: "x" })).toMatchObject({ refused: true });
    expect(await resetSecondFactor(world.deps, OPERATOR, { email, reason })).toEqual({ userId: id });
    expect((await where(admin.get("/staff/")))[1]).toMatch(/^\/staff\/sign-in\?/);
    expect(await acts(world, "staff.second-factor-reset")).toMatchObject([{ user: id, by: "cli", via: "cli", reason }]);
    await world.check();
  });
});

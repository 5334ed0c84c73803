import { describe, expect, it } from "vitest";
import { changeStaffRole } from "../../../src/domain/staff/change-role.ts";
import { disableStaff } from "../../../src/domain/staff/disable.ts";
import { enableStaff } from "../../../src/domain/staff/enable.ts";
import { inviteStaff, inviteStaffByMail } from "../../../src/domain/staff/invite.ts";
import { mailStaffAgain } from "../../../src/domain/staff/mail-again.ts";
import { type Member, mayChangeAccess } from "../../../src/domain/staff/rules/members.ts";
import { ROLES, type Role, type StaffActor } from "../../../src/domain/staff/rules.ts";
import { signInLink } from "../../../src/domain/staff/sign-in-link.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { deskWorld } from "../../http/staff/desk-world.ts";

const cli: StaffActor = { kind: "staff", id: "cli", role: "admin", via: "cli" };
const desk = (id: string, role: Role = "admin"): StaffActor => ({ kind: "staff", id, role, via: "desk" });
const anna = { email: "Anna@Ministry.Example", name: "Anna Paraugs", role: "editor", language: "lv" };

/** Two admins and an editor. */
async function staffed() {
  const world = await deskWorld();
  const first = await world.member("first@ministry.example", "admin");
  const second = await world.member("second@ministry.example", "admin");
  const editor = await world.member("editor@ministry.example", "editor");
  return { ...world, first, second, editor };
}

describe("inviting", () => {
  it("the first admin at the command line, before set-up: a link that lets him in, without mail", async () => {
    const { deps, auth, mails, evidence } = await deskWorld({ setUp: false });
    const invited = await inviteStaff(deps, cli, { ...anna, role: "admin" });
    if (isRefusal(invited)) throw new Error(invited.code);
    const token = invited.signInUrl.split("/").at(-1) ?? "";
    expect((await auth.completeByLink({ token, client: "1" })).outcome).toBe("in");
    expect(await auth.users.byId(invited.userId)).toMatchObject({
      email: "anna@ministry.example",
      role: "admin",
      arrived: true,
    });
    expect(mails).toEqual([]);
    // No log exists before set-up.
    expect(await evidence()).toEqual([]);
  });

  it("at the desk mails the link and shows it to nobody else; the log keeps ids and role, no name and no address", async () => {
    const { deps, first, mails, evidence, db } = await staffed();
    const invited = await inviteStaffByMail(deps, desk(first), anna);
    if (isRefusal(invited)) throw new Error(invited.code);
    expect(invited).toEqual({ userId: invited.userId, mailed: true });
    expect(mails.map((mail) => mail.to)).toEqual(["anna@ministry.example"]);
    expect(await evidence()).toEqual(["staff.invited"]);
    const body = String((await db.client.execute("SELECT body FROM event")).rows[0]?.body);
    expect(JSON.parse(body)).toMatchObject({ user: invited.userId, role: "editor", by: first, via: "desk" });
    expect(body).not.toMatch(/anna|paraugs/i);
  });

  it("refuses what is missing field by field, and an address that is taken, also by another's case", async () => {
    const { deps, first } = await staffed();
    const fields = async (input: typeof anna) => {
      const no = await inviteStaffByMail(deps, desk(first), input);
      return isRefusal(no) ? no.fields?.map((f) => [f.field, f.code]) : no;
    };
    expect(await fields({ email: "x", name: " ", role: "king", language: "de" })).toEqual([
      ["name", "form.required"],
      ["email", "address.no_at"],
      ["role", "form.choose"],
      ["language", "form.choose"],
    ]);
    expect(await fields({ ...anna, name: "x".repeat(101) })).toEqual([["name", "form.too_long"]]);
    expect(await fields({ ...anna, email: "EDITOR@ministry.example" })).toEqual([["email", "staff.email_taken"]]);
  });

  it("twice at the same moment makes one account and one piece of evidence", async () => {
    const { deps, first, evidence, auth } = await staffed();
    const both = await Promise.all([
      inviteStaffByMail(deps, desk(first), anna),
      inviteStaffByMail(deps, desk(first), anna),
    ]);
    expect(both.filter(isRefusal)).toHaveLength(1);
    expect(await evidence()).toEqual(["staff.invited"]);
    expect(await auth.users.list()).toHaveLength(4);
  });
});

describe("only who manages staff", () => {
  it.each(ROLES.filter((role) => role !== "admin"))("%s can do none of it", async (role) => {
    const { deps, editor, second, auth, evidence } = await staffed();
    const actor = desk(editor, role);
    const before = await auth.users.list();
    const answers = [
      await inviteStaff(deps, actor, anna),
      await inviteStaffByMail(deps, actor, anna),
      await changeStaffRole(deps, actor, { userId: second, role: "auditor" }),
      await disableStaff(deps, actor, { userId: second }),
      await enableStaff(deps, actor, { userId: second }),
      await mailStaffAgain(deps, actor, { userId: second }),
      await signInLink(deps, { ...actor, via: "cli" }, { email: "second@ministry.example" }),
    ];
    expect(answers.map((no) => isRefusal(no) && no.code)).toEqual(Array(7).fill("staff.forbidden"));
    expect(await auth.users.list()).toEqual(before);
    expect(await evidence()).toEqual([]);
  });

  it("not even an admin at the desk gets a link that lets him be somebody else", async () => {
    const { deps, first, evidence } = await staffed();
    expect(await signInLink(deps, desk(first), { email: "editor@ministry.example" })).toMatchObject({
      code: "staff.forbidden",
    });
    expect(await inviteStaff(deps, desk(first), anna)).toMatchObject({ code: "staff.forbidden" });
    const made = await signInLink(deps, cli, { email: "editor@ministry.example" });
    expect(made).toEqual({ url: expect.stringMatching(/\/staff\/sign-in\/[A-Za-z]{32}$/) });
    expect(await evidence()).toEqual(["staff.link-made"]);
  });
});

describe("roles and access", () => {
  it("a changed role holds for the session that is open", async () => {
    const { deps, auth, first, editor, cookieOf, evidence } = await staffed();
    const headers = new Headers({ cookie: await cookieOf("editor@ministry.example") });
    expect(await changeStaffRole(deps, desk(first), { userId: editor, role: "auditor" })).toEqual({ role: "auditor" });
    expect(await auth.session(headers)).toMatchObject({ role: "auditor" });
    expect(await evidence()).toEqual(["staff.role-changed"]);
  });

  it("ended access ends the session, and restored access needs a new sign-in", async () => {
    const { deps, auth, first, editor, cookieOf, evidence } = await staffed();
    const headers = new Headers({ cookie: await cookieOf("editor@ministry.example") });
    expect(await disableStaff(deps, desk(first), { userId: editor })).toEqual({ userId: editor });
    expect(await auth.session(headers)).toBeUndefined();
    expect(await enableStaff(deps, desk(first), { userId: editor })).toEqual({ userId: editor });
    expect(await auth.session(headers)).toBeUndefined();
    expect(await auth.session(new Headers({ cookie: await cookieOf("editor@ministry.example") }))).toMatchObject({
      role: "editor",
    });
    expect(await evidence()).toEqual(["staff.disabled", "staff.enabled"]);
  });

  it("an admin always remains, also when two end each other at the same moment", async () => {
    const { deps, auth, first, second } = await staffed();
    await Promise.all([
      disableStaff(deps, desk(first), { userId: second }),
      changeStaffRole(deps, desk(second), { userId: first, role: "editor" }),
    ]);
    const admins = (await auth.users.list()).filter((m) => m.role === "admin" && m.disabledAt === undefined);
    expect(admins).toHaveLength(1);
    const [last] = admins;
    expect(await disableStaff(deps, cli, { userId: last?.id ?? "" })).toMatchObject({ code: "staff.last_admin" });
  });

  it("the database itself refuses the last admin's end, whatever a verb believed", async () => {
    const { auth, db, first, second } = await staffed();
    const batch = (id: string) => {
      const writes = [...auth.users.changeRole(id, "admin", "editor")];
      return db.client.batch(
        writes.map(({ sql, args }) => ({ sql, args })),
        "write",
      );
    };
    await batch(first);
    await expect(batch(second)).rejects.toThrow();
    expect((await auth.users.byId(second))?.role).toBe("admin");
  });

  it("rules of access, every case", () => {
    const member = (id: string, role: Role, disabledAt?: number): Member => ({ id, role, disabledAt });
    const roles = ROLES.flatMap((from) => [...ROLES, "disabled" as const].map((to) => [from, to] as const));
    for (const [from, to] of roles) {
      const him = member("m", from);
      const alone = mayChangeAccess(cli, him, [him, member("x", "admin", 1), member("y", "dpo", 1)], to);
      const last = from !== to && (from === "admin" || from === "dpo") ? `staff.last_${from}` : undefined;
      expect(alone?.code).toBe(last);
      const others = [him, member("x", "admin"), member("y", "dpo")];
      expect(mayChangeAccess(cli, him, others, to)).toBeUndefined();
      expect(mayChangeAccess(desk("m"), him, others, to)?.code).toBe("staff.own_account");
      expect(mayChangeAccess(cli, member("m", from, 1), [member("x", "admin")], to)?.code).toBe("staff.disabled");
    }
  });
});

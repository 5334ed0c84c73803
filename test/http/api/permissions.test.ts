/** The permission matrix of the API, whole: every permission a key may have, against every call. */
import { describe, expect, it } from "vitest";
import { FOR_KEYS, type KeyPermission, PERMISSIONS, ROLES, type Role } from "../../../src/domain/staff/rules.ts";
import { examplePath } from "../../../src/http/api/docs/curl.ts";
import type { Operation } from "../../../src/http/api/frame/operation.ts";
import { operations } from "../../../src/http/api/operations.ts";
import { type Program, programOf } from "../../support/api.ts";
import { createWorld, type World } from "../../support/world.ts";

const roleWith = (permission: KeyPermission): Role =>
  ROLES.find((role) => (PERMISSIONS[permission] as readonly Role[]).includes(role)) as Role;

/** The status of the call that the document shows, made with this key; ids are those of the examples, so most find nothing. */
async function statusOf(world: World, program: Program, op: Operation): Promise<{ status: number; code: string }> {
  // The pace of a key is another test.
  world.clock.pass({ seconds: 1 });
  const path = examplePath(op).replace("/api/v1", "");
  const form = op.form && new FormData();
  for (const [name, value] of Object.entries(op.form ? (op.example.body ?? {}) : {}))
    form?.append(name, name === "file" ? new File([String(value)], "people.csv") : String(value));
  const body = form ?? (op.body ? op.example.body : undefined);
  const response = await program.call(op.method.toUpperCase(), path, body);
  const text = response.status < 400 ? "{}" : await response.text();
  return { status: response.status, code: (JSON.parse(text) as { code?: string }).code ?? "" };
}

describe("permissions of a key", () => {
  it.each(FOR_KEYS)("with %s alone, every other call is forbidden", { timeout: 60_000 }, async (permission) => {
    const world = await createWorld();
    const program = await programOf(world, { role: roleWith(permission), permissions: [permission] });
    for (const op of operations) {
      const { status, code } = await statusOf(world, program, op);
      const open = op.permission === undefined || op.permission === permission;
      expect([op.id, status === 403, code === "staff.forbidden"]).toEqual([op.id, !open, !open]);
      if (open) expect([op.id, [401, 500].includes(status)]).toEqual([op.id, false]);
    }
  });

  it("every permission that keys may have is what some call asks for", () => {
    expect(FOR_KEYS.filter((one) => !operations.some((op) => op.permission === one))).toEqual([]);
  });

  it("a key has no more than the role of its maker, whatever stands in it, from the moment the role changes", async () => {
    const world = await createWorld();
    const program = await programOf(world, { role: "admin", permissions: FOR_KEYS });
    const write = operations.find((op) => op.id === "createList") as Operation;
    const proofs = operations.find((op) => op.id === "lookUpProofs") as Operation;
    expect((await statusOf(world, program, proofs)).status).toBe(403);
    expect((await statusOf(world, program, write)).status).not.toBe(403);
    await world.client.execute({ sql: "UPDATE user SET role = 'auditor' WHERE id = ?", args: [program.maker] });
    expect((await statusOf(world, program, write)).status).toBe(403);
    expect((await statusOf(world, program, proofs)).status).toBe(200);
    expect((await program.json("GET", "/key")).body.permissions.sort()).toEqual(
      ["desk.see", "proof.export", "proof.look-up"].sort(),
    );
  });

  it("a refused look at a person is on record, with who tried and not whom", async () => {
    const world = await createWorld();
    const program = await programOf(world, { permissions: ["desk.see"] });
    const answer = await program.json("POST", "/people/look-up", { email: "anna@post.example", why: "asked" });
    expect(answer.status).toBe(403);
    expect(await world.rows("SELECT actor, act, outcome, subject, surface FROM read_log")).toEqual([
      { actor: `api:${program.keyId}`, act: "people.look-up", outcome: "refused", subject: null, surface: "api" },
    ]);
  });
});

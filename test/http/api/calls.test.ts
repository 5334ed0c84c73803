/** What every call of the API shares: problems, versions, pages, languages, what is recorded, who approves. */
import { describe, expect, it } from "vitest";
import { approveCampaign } from "../../../src/domain/campaigns/review/approve.ts";
import { exampleCampaign, exampleIssue, exampleList } from "../../../src/http/api/schemas/examples.ts";
import { programOf } from "../../support/api.ts";
import { createWorld } from "../../support/world.ts";

describe("problems", () => {
  it("are problem+json with code, fields and a sentence in the caller's language", async () => {
    const world = await createWorld();
    const program = await programOf(world);
    const no = (lang: string) => program.json("POST", "/lists", { kind: "newsletter" }, { "Accept-Language": lang });
    const [lv, en] = [await no("lv"), await no("en-GB")];
    expect([lv.status, lv.headers.get("content-type"), lv.headers.get("content-language")]).toEqual([
      422,
      "application/problem+json",
      "lv",
    ]);
    expect(en.body).toMatchObject({
      type: "about:blank",
      title: "Unprocessable Content",
      status: 422,
      code: "form.invalid",
    });
    expect(en.body.fields.map((one: { field: string }) => one.field)).toEqual(["purposeId", "names", "promise"]);
    expect(en.body.fields[0].detail).not.toBe(lv.body.fields[0].detail);
  });

  it("are said of an address that is none, of another method, of too much, of what is no JSON", async () => {
    const world = await createWorld();
    const program = await programOf(world);
    const code = async (...call: Parameters<typeof program.json>) => {
      const { status, body } = await program.json(...call);
      return [status, body.code];
    };
    expect(await code("GET", "/nothing")).toEqual([404, "page.not_found"]);
    expect(await code("GET", "/lists/not-an-id")).toEqual([404, "page.not_found"]);
    expect(await code("DELETE", "/lists")).toEqual([405, "page.method"]);
    expect(await code("GET", "/lists?cursor=nonsense")).toEqual([400, "api.cursor"]);
    expect(await code("GET", "/lists?limit=1000")).toEqual([422, "form.invalid"]);
    const raw = (body: string, type: string) =>
      world.request("/api/v1/lists", {
        method: "POST",
        body,
        headers: { Authorization: `Bearer ${program.key}`, "Content-Type": type },
      });
    expect((await raw("{", "application/json")).status).toBe(415);
    expect((await raw("a=b", "application/x-www-form-urlencoded")).status).toBe(415);
    expect((await raw(`"${"x".repeat(300_000)}"`, "application/json")).status).toBe(413);
  });
});

describe("versions", () => {
  it("a change must name the one that was read, by If-Match or in the body; the second of two loses", async () => {
    const world = await createWorld();
    const program = await programOf(world);
    const [one] = (await program.json("GET", "/lists")).body.items;
    const path = `/lists/${one.id}`;
    const body = { names: exampleList.names, promise: exampleList.promise };
    const read = await program.json("GET", path);
    const etag = read.headers.get("etag") ?? "";
    expect(etag).toBe(`"${read.body.version}"`);
    expect((await program.json("PUT", path, body)).body.code).toBe("api.version");
    expect((await program.json("PUT", path, body)).status).toBe(428);
    const done = await program.json("PUT", path, body, { "If-Match": etag });
    expect([done.status, done.body.version, done.headers.get("etag")]).toEqual([
      200,
      read.body.version + 1,
      `"${read.body.version + 1}"`,
    ]);
    const late = await program.json("PUT", path, body, { "If-Match": etag });
    expect([late.status, late.body.code]).toEqual([412, "api.version_stale"]);
    const late2 = await program.json("PUT", path, { ...body, version: read.body.version });
    expect([late2.status, late2.body.code]).toEqual([409, "form.stale"]);
  });
});

describe("pages", () => {
  it("come one after the other by their cursor, each thing once", async () => {
    const world = await createWorld();
    const program = await programOf(world);
    const all = (await program.json("GET", "/lists")).body.items.map((one: { id: string }) => one.id);
    expect(all.length).toBeGreaterThan(2);
    const seen: string[] = [];
    for (let next: string | null = ""; next !== null; ) {
      const { body } = await program.json("GET", `/lists?limit=1${next && `&cursor=${next}`}`);
      expect(body.items).toHaveLength(1);
      seen.push(body.items[0].id);
      next = body.next;
    }
    expect(seen).toEqual(all);
  });
});

describe("people", () => {
  it("a look at one needs a reason, and stands in the access log under the name of the key before it is answered", async () => {
    const world = await createWorld();
    const program = await programOf(world);
    expect((await program.json("POST", "/people/look-up", { email: "anna@post.example" })).status).toBe(422);
    expect((await program.json("POST", "/people/look-up", { email: "anna@post.example", why: "x" })).status).toBe(422);
    await program.json("POST", "/people/look-up", { email: "anna@post.example", why: "complaint" });
    await program.json("POST", "/suppressions/look-up", { email: "anna@post.example" });
    expect(await world.rows("SELECT actor, act, surface, reason, outcome FROM read_log ORDER BY at, rowid")).toEqual([
      { actor: `api:${program.keyId}`, act: "people.look-up", surface: "api", reason: "complaint", outcome: "none" },
      { actor: `api:${program.keyId}`, act: "suppression.look-up", surface: "api", reason: null, outcome: "none" },
    ]);
    const officer = await world.signIn("dpo");
    expect(await (await officer.get("/staff/read-log")).text()).toContain("Vietne (programma ar API atslēgu)");
  });

  it("an address stands in no address of ours: every operation takes it in the body", async () => {
    const { operations } = await import("../../../src/http/api/operations.ts");
    const inPath = operations.flatMap((op) => [
      ...Object.keys(op.example.params ?? {}),
      ...Object.keys(op.example.query ?? {}),
    ]);
    expect(inPath.filter((name) => /mail|address|name|person/i.test(name))).toEqual([]);
  });
});

describe("four eyes", () => {
  it("whoever made the key does not approve what it wrote", async () => {
    const world = await createWorld();
    const program = await programOf(world);
    const { items } = (await program.json("GET", "/lists")).body;
    const consent = new Set(
      (
        await world.rows(
          "SELECT l.id FROM list l JOIN purpose p ON p.id = l.purpose_id WHERE p.basis = 'a' AND l.kind = 'newsletter'",
        )
      ).map((row) => row.id),
    );
    const listId = items.find((one: { id: string }) => consent.has(one.id)).id;
    const { body } = await program.json("POST", "/campaigns", { listId, ...exampleCampaign });
    const [row] = await world.rows("SELECT created_by, review FROM mailing");
    expect([row?.created_by, JSON.parse(String(row?.review))]).toEqual([
      `api:${program.keyId}`,
      { authors: [`staff:${program.maker}`] },
    ]);
    const maker = { kind: "staff", id: program.maker, role: "admin", via: "desk" } as const;
    const own = await approveCampaign(world.deps, maker, { id: body.id, version: body.version });
    expect(own).toMatchObject({ refused: true, code: "campaigns.own_draft" });

    const issue = await program.json("POST", "/issues", { listId, title: "Novembris" });
    const saved = await program.json("PUT", `/issues/${issue.body.id}`, { ...exampleIssue, version: 1 });
    expect(saved.status).toBe(200);
    const [kept] = await world.rows("SELECT review FROM mailing WHERE kind = 'newsletter'");
    expect(JSON.parse(String(kept?.review)).authors).toEqual([`api:${program.keyId}`, `staff:${program.maker}`]);
  });
});

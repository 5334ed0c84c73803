import { describe, expect, it } from "vitest";
import { createApp } from "../../src/app.ts";
import { oneClickDoor } from "../../src/http/one-click.ts";
import { openScene, type Scene } from "../domain/consent/scene.ts";

const ANNA = "anna@pasts.example";
const ORIGIN = "https://news.ministry.example";
const urlencoded = {
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body: "List-Unsubscribe=One-Click",
};
const multipart = () => {
  const body = new FormData();
  body.set("List-Unsubscribe", "One-Click");
  return { body };
};

async function mailed(): Promise<
  Scene & {
    post(token: string, init: RequestInit): Promise<Response>;
    get(path: string, init?: RequestInit): Promise<Response>;
  }
> {
  const scene = await openScene();
  await scene.importList([ANNA, "janis@pasts.example"]);
  await scene.campaign();
  const app = createApp(() => scene.deps);
  return {
    ...scene,
    post: async (token, init) => app.request(`${ORIGIN}/u/${token}`, { method: "POST", ...init }),
    get: async (path, init) => app.request(`${ORIGIN}${path}`, init),
  };
}
const people = (s: Scene) => s.count("SELECT count(*) FROM person");

describe("one-click unsubscribe (RFC 8058)", () => {
  it.each([
    ["urlencoded", urlencoded],
    ["multipart", multipart()],
  ])("in %s, without cookie, Origin or anything else, is done at once with an empty 200", async (_, init) => {
    const s = await mailed();
    const answer = await s.post(s.token("u", ANNA), init);
    expect([answer.status, await answer.text(), answer.headers.get("location")]).toEqual([200, "", null]);
    expect(await people(s)).toBe(1);
  });

  it("repeated gives the same answer and makes no second event", async () => {
    const s = await mailed();
    const token = s.token("u", ANNA);
    await s.post(token, urlencoded);
    expect((await s.post(token, urlencoded)).status).toBe(200);
    expect(await s.count("SELECT count(*) FROM event WHERE record_id IS NOT NULL")).toBe(1);
  });

  it("with no body, an odd body or an unknown token answers 200 and tells a stranger nothing", async () => {
    const s = await mailed();
    for (const init of [{}, { body: "x".repeat(200) }, urlencoded])
      expect((await s.post("A".repeat(71), init)).status).toBe(200);
    expect(await people(s)).toBe(2);
  });

  it("is not done by GET, HEAD or a storm of them", async () => {
    const s = await mailed();
    const token = s.token("u", ANNA);
    for (let i = 0; i < 20; i++) {
      expect((await s.get(`/u/${token}`)).status).toBe(200);
      expect((await s.get(`/u/${token}`, { method: "HEAD" })).status).toBe(200);
      await s.get(`/r/${s.token("r", ANNA)}`);
    }
    expect(await people(s)).toBe(2);
    expect(await s.count("SELECT count(*) FROM event WHERE record_id IS NOT NULL")).toBe(0);
  });

  it("says 503, so that it is tried again, when it could not be recorded", async () => {
    const s = await mailed();
    const token = s.token("u", ANNA);
    s.deps.db.client.batch = async () => {
      throw new Error("the database is away");
    };
    const answer = await s.post(token, urlencoded);
    expect([answer.status, await answer.text(), answer.headers.get("retry-after")]).toEqual([503, "", "120"]);
  });

  it("refuses a body that is too large without reading it", async () => {
    const s = await mailed();
    expect(
      (await s.post(s.token("u", ANNA), { body: "x".repeat(5000), headers: { "content-length": "5000" } })).status,
    ).toBe(413);
  });

  it("is the only POST that csrf lets through without an Origin", async () => {
    const s = await mailed();
    const body = "scope=everything";
    const form = { ...urlencoded, body };
    expect((await s.post(s.token("u", ANNA), form)).status).toBe(403);
    expect(await people(s)).toBe(2);
    expect(oneClickDoor.routes.map((r) => r.path)).toContain("/u/:token");
  });
});

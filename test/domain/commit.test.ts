import { describe, expect, it } from "vitest";
import { commit } from "../../src/domain/commit.ts";
import { actEvent } from "../../src/domain/proof-log/rules/event.ts";
import { holds, type Write } from "../../src/platform/db.ts";
import { emptyOffice, type Office } from "./office.ts";

const insert = (name: string): Write => ({
  sql: "INSERT INTO lease (name, holder, until) VALUES (?, 'x', 0)",
  args: [name],
});
const rename = (from: string, expect?: number): Write => ({
  sql: "UPDATE lease SET holder='y' WHERE name=?",
  args: [from],
  expect,
});
const evidence = (office: Office) =>
  actEvent({
    log: "news.ministry.example/log",
    ctl: "https://news.ministry.example/#org",
    eid: office.deps.ids.uuid(),
    at: 0,
    typ: "test.done",
    key: new Uint8Array(32),
    sealedKey: new Uint8Array(1),
    facts: {},
  });
const names = async (office: Office) => (await office.rows("SELECT name FROM lease ORDER BY name")).map((r) => r.name);

describe("an act", () => {
  it("is written with its evidence, or not at all", async () => {
    const office = await emptyOffice();
    expect(await commit(office.deps, { change: [insert("a")], proof: [evidence(office)] })).toBe("done");
    expect(await office.rows("SELECT * FROM log_entry")).toHaveLength(1);
    const broken: Write = { sql: "INSERT INTO lease (name) VALUES ('b')", args: [] };
    await expect(commit(office.deps, { change: [insert("c"), broken], proof: [evidence(office)] })).rejects.toThrow();
    expect(await names(office)).toEqual(["a"]);
    expect(await office.rows("SELECT * FROM log_entry")).toHaveLength(1);
  });

  it("is stale, and writes nothing, when a guarded row is not as it was read", async () => {
    const office = await emptyOffice();
    expect(await commit(office.deps, { change: [insert("a"), rename("b", 1)], proof: [evidence(office)] })).toBe(
      "stale",
    );
    expect(await names(office)).toEqual([]);
    expect(await office.rows("SELECT * FROM log_entry")).toEqual([]);
    expect(await commit(office.deps, { change: [insert("a"), rename("a", 1)], proof: [] })).toBe("done");
  });

  it("is stale when a condition does not hold inside the batch", async () => {
    const office = await emptyOffice();
    const empty = holds("NOT EXISTS (SELECT 1 FROM lease)");
    expect(await commit(office.deps, { change: [insert("a"), empty], proof: [] })).toBe("stale");
    expect(await commit(office.deps, { change: [empty, insert("a")], proof: [] })).toBe("done");
  });

  it("whose answer was lost is not applied twice", async () => {
    const office = await emptyOffice();
    const { batch } = office.deps.db.client;
    let lost = 0;
    office.deps.db.client.batch = async (...args) => {
      const done = await batch.apply(office.deps.db.client, args);
      if (lost++ === 0) throw Object.assign(new Error("fetch failed"), { code: "HRANA_WEBSOCKET_ERROR" });
      return done;
    };
    expect(await commit(office.deps, { change: [insert("a")], proof: [evidence(office)] })).toBe("done");
    expect(await office.rows("SELECT * FROM log_entry")).toHaveLength(1);
    expect(lost).toBe(1);
  });

  it("that never arrived is tried again", async () => {
    const office = await emptyOffice();
    const { batch } = office.deps.db.client;
    let tries = 0;
    office.deps.db.client.batch = async (...args) => {
      if (tries++ === 0) throw Object.assign(new Error("HTTP status 502"), { code: "SERVER_ERROR" });
      return batch.apply(office.deps.db.client, args);
    };
    expect(await commit(office.deps, { change: [insert("a")], proof: [] })).toBe("done");
    expect(await names(office)).toEqual(["a"]);
  });

  it("that breaks another constraint is a fault, not a lost race", async () => {
    const office = await emptyOffice();
    await commit(office.deps, { change: [insert("a")], proof: [] });
    await expect(commit(office.deps, { change: [insert("a")], proof: [] })).rejects.toThrow();
  });

  it("that hands the database bad JSON, or NULL where none may be, is a fault, not a lost race", async () => {
    const office = await emptyOffice();
    const json: Write = { sql: "DELETE FROM lease WHERE name IN (SELECT value FROM json_each(?))", args: ["{oops"] };
    const nothing: Write = { sql: "INSERT INTO address (id, tag) VALUES ('1', NULL)", args: [] };
    for (const change of [[json], [nothing]])
      await expect(commit(office.deps, { change, proof: [] })).rejects.toThrow();
  });
});

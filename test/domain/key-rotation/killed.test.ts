/**
 * Rotation by a process that ends at any step: before a statement took effect, or after it and before anybody was told. The
 * next one goes on; a row that changed or was deleted meanwhile is left as it is.
 */
import { expect, it } from "vitest";
import type { Deps } from "../../../src/deps.ts";
import { openAddress } from "../../../src/domain/consent/views/standing.ts";
import { rotate } from "../../../src/domain/key-rotation/rotate.ts";
import { addressPlace } from "../../../src/domain/people/rules.ts";
import { openDatabase } from "../../../src/platform/db.ts";
import { keyIdOf } from "../../../src/platform/vault.ts";
import { type Desk, openDesk } from "../../http/staff/campaigns/desk.ts";
import { Killed, mortal } from "../../support/mortal.ts";
import { destroyOld, renew } from "./rings.ts";

/** Runs it until it ends by itself; true if it got so far before it was killed. */
async function lives(deps: Deps): Promise<boolean> {
  try {
    await rotate(deps);
    return true;
  } catch (error) {
    if (error instanceof Killed) return false;
    throw error;
  }
}

async function house(people: number): Promise<Desk> {
  const desk = await openDesk();
  await desk.people(people);
  await desk.deps.queue.enqueue({ kind: "rotate" });
  await desk.work();
  return desk;
}

async function held(desk: Desk) {
  const found = await desk.client.execute("SELECT id, sealed, tag, tag_key FROM address ORDER BY id");
  return found.rows.map((row) => {
    const sealed = new Uint8Array(row.sealed as ArrayBuffer);
    const { normalised } = openAddress(desk.deps.vault, String(row.id), sealed);
    const tags = desk.deps.vault.tags(normalised);
    const tag = tags.find(({ keyId }) => keyId === row.tag_key)?.tag;
    expect(Buffer.from(tag ?? [])).toEqual(Buffer.from(row.tag as ArrayBuffer));
    return { normalised, key: keyIdOf(sealed), tagKey: row.tag_key };
  });
}

it("killed at every step of a rotation, before and after it took effect, nothing is lost and the next one ends it", async () => {
  const desk = await house(7);
  const people = (await held(desk)).map(({ normalised }) => normalised);
  for (const after of [false, true])
    for (let n = 1; ; n++) {
      renew(desk.deps, "ADDRESS_KEYS", "TAG_KEYS", "PROOF_KEYS");
      const ended = await lives(mortal(desk.deps, n, after, { database: ["batch", "execute"] }));
      expect((await held(desk)).map(({ normalised }) => normalised)).toEqual(people);
      await desk.deps.queue.enqueue({ kind: "rotate" });
      await desk.work();
      const { ADDRESS_KEYS, TAG_KEYS } = desk.deps.config.rings;
      destroyOld(desk.deps, "ADDRESS_KEYS", "TAG_KEYS", "PROOF_KEYS");
      for (const one of await held(desk))
        expect(one).toMatchObject({ key: ADDRESS_KEYS.newest.id, tagKey: TAG_KEYS.newest.id });
      if (ended) break;
    }
  await desk.check();
});

it("whoever is deleted or renamed while a page is on its way stays deleted, or keeps the new name", async () => {
  const desk = await house(4);
  renew(desk.deps, "ADDRESS_KEYS");
  const [gone, renamed] = (await desk.rows("SELECT id FROM address ORDER BY id")).map(({ id }) => String(id));
  let read = 0;
  const changed = desk.deps.vault.seal(addressPlace(renamed ?? ""), '{"address":"jauns@pasts.example","name":"Jauna"}');
  const { client } = desk.deps.db;
  const between = new Proxy(client, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (name !== "batch") return typeof value === "function" ? value.bind(target) : value;
      return async (...given: unknown[]) => {
        // The first write of the job: its page was read, and nothing of it is written yet.
        if (given[1] === "write" && read++ === 0) {
          await client.execute("PRAGMA foreign_keys = OFF");
          await client.execute({ sql: "DELETE FROM address WHERE id = ?", args: [gone ?? ""] });
          await client.execute({ sql: "UPDATE address SET sealed = ? WHERE id = ?", args: [changed, renamed ?? ""] });
        }
        return Reflect.apply(value as () => Promise<unknown>, target, given);
      };
    },
  });
  await rotate({ ...desk.deps, db: openDatabase(between) });
  const rows = await desk.rows("SELECT id, hex(sealed) AS sealed FROM address ORDER BY id");
  expect(rows.map(({ id }) => id)).not.toContain(gone);
  expect(rows.find(({ id }) => id === renamed)?.sealed).toBe(Buffer.from(changed).toString("hex").toUpperCase());
});

it("pages of a long rotation are many jobs, one at a time, and each begins where rows are left", async () => {
  const desk = await house(450);
  renew(desk.deps, "ADDRESS_KEYS", "TAG_KEYS", "PROOF_KEYS");
  const before = (await held(desk)).map(({ normalised }) => normalised);
  await rotate(desk.deps);
  await desk.work();
  const { ADDRESS_KEYS, TAG_KEYS } = desk.deps.config.rings;
  const after = await held(desk);
  expect(after.map(({ normalised }) => normalised)).toEqual(before);
  expect(new Set(after.map(({ key }) => key))).toEqual(new Set([ADDRESS_KEYS.newest.id]));
  expect(new Set(after.map(({ tagKey }) => tagKey))).toEqual(new Set([TAG_KEYS.newest.id]));
});

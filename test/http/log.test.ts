/** The published log: exact paths, types and cache rules of C2SP tlog-tiles, and nothing that is not sealed. */
import { Hono } from "hono";
import { expect, test } from "vitest";
import { readCheckpointText } from "../../src/domain/proof-log/rules/checkpoint.ts";
import { openNote, readVkey } from "../../src/domain/proof-log/rules/note.ts";
import {
  consistencyProof,
  inclusionProof,
  verifyConsistency,
  verifyInclusion,
} from "../../src/domain/proof-log/rules/proofs.ts";
import { hashesOf, hashInTile, tileOf, tilePath, tilesOf } from "../../src/domain/proof-log/rules/tile.ts";
import { type HashAt, leafHash, rangeHash, rootOf } from "../../src/domain/proof-log/rules/tree.ts";
import { sealLog } from "../../src/domain/proof-log/seal.ts";
import type { PublicEnv } from "../../src/http/env.ts";
import { logDoor } from "../../src/http/log.ts";
import { openHouse } from "../domain/proof-log/house.ts";

async function open() {
  const house = await openHouse();
  const app = new Hono<PublicEnv>();
  app.use(async (c, next) => {
    c.set("deps", house.deps);
    await next();
  });
  app.route("/", logDoor);
  const get = async (path: string) => app.request(path);
  const bytes = async (path: string) => new Uint8Array(await (await get(path)).arrayBuffer());
  return { ...house, get, bytes };
}

test("from the published files alone a stranger computes the signed root", async () => {
  const { deps, appendActs, get, bytes } = await open();
  await appendActs(300);
  await sealLog(deps);
  const answer = await get("/log/checkpoint");
  expect(answer.headers.get("Content-Type")?.toLowerCase()).toBe("text/plain; charset=utf-8");
  expect(answer.headers.get("Cache-Control")).toBe("no-cache");
  const note = await answer.text();
  const head = readCheckpointText(note.slice(0, note.indexOf("\n\n") + 1));
  expect(head?.size).toBe(300);

  const leaves = [...hashesOf(await bytes("/log/tile/0/000")), ...hashesOf(await bytes("/log/tile/0/001.p/44"))];
  expect(rootOf(leaves)).toEqual(head?.root);
  expect(await bytes("/log/tile/1/000.p/1")).toEqual(rootOf(leaves.slice(0, 256)));
  const entries = [
    ...unbundle(await bytes("/log/tile/entries/000")),
    ...unbundle(await bytes("/log/tile/entries/001.p/44")),
  ];
  expect(entries.map(leafHash)).toEqual(leaves);

  const tile = await get("/log/tile/0/000");
  expect(tile.headers.get("Content-Type")).toBe("application/octet-stream");
  expect(tile.headers.get("Cache-Control")).toContain("immutable");
});

test("a client that knows only the addresses rebuilds the tree, and proves every entry and the earlier checkpoint with it", async () => {
  const { deps, clock, appendActs, get, bytes } = await open();
  const keys = async () =>
    ((await (await get("/log/keys.json")).json()) as { keys: { vkey: string }[] }).keys.flatMap(
      ({ vkey }) => readVkey(vkey) ?? [],
    );
  const head = async () => {
    const note = openNote(await (await get("/log/checkpoint")).text(), await keys());
    return readCheckpointText(note?.text ?? "") as NonNullable<ReturnType<typeof readCheckpointText>>;
  };
  await appendActs(300);
  await sealLog(deps);
  const earlier = await head();
  await appendActs(400);
  clock.at += 1000;
  await sealLog(deps);
  const now = await head();
  expect([earlier.size, now.size]).toEqual([300, 700]);

  const tiles = new Map<string, Uint8Array>();
  for (const tile of tilesOf(now.size)) {
    const hashes = await bytes(`/log/${tilePath(tile)}`);
    expect(hashes.length).toBe(tile.width * 32);
    tiles.set(`${tile.level}/${tile.n}`, hashes);
    // Each hash of a higher level is the root of the full tile below it.
    for (const [i, hash] of tile.level === 0 ? [] : hashesOf(hashes).entries())
      expect(rootOf(hashesOf(tiles.get(`${tile.level - 1}/${tile.n * 256 + i}`) as Uint8Array))).toEqual(hash);
  }
  const hashAt: HashAt = (node) => {
    const { level, n } = tileOf(node);
    return hashInTile(node, tiles.get(`${level}/${n}`) as Uint8Array);
  };
  expect(rangeHash({ start: 0, end: now.size }, hashAt)).toEqual(now.root);
  for (const { level, n, width } of tilesOf(now.size)) {
    if (level > 0) continue;
    const entries = unbundle(await bytes(`/log/${tilePath({ level: "entries", n, width })}`));
    expect(entries.map(leafHash)).toEqual(hashesOf(tiles.get(`0/${n}`) as Uint8Array));
  }
  for (let index = 0; index < now.size; index += 41) {
    const leaf = hashAt({ level: 0, index });
    const claim = { index, size: now.size, leaf, root: now.root };
    expect(verifyInclusion(claim, inclusionProof(index, now.size, hashAt))).toBe(true);
  }
  expect(verifyConsistency(earlier, now, consistencyProof(earlier.size, now.size, hashAt))).toBe(true);
});

test("an older partial tile stays what it was when the log grows", async () => {
  const { deps, clock, appendActs, bytes } = await open();
  await appendActs(10);
  await sealLog(deps);
  const before = await bytes("/log/tile/0/000.p/10");
  await appendActs(290);
  clock.at += 1000;
  await sealLog(deps);
  expect(await bytes("/log/tile/0/000.p/10")).toEqual(before);
});

test("nothing is served that is not sealed or not named exactly, and such an answer is not kept", async () => {
  const { deps, appendActs, get } = await open();
  await appendActs(5);
  const unsealed = ["/log/checkpoint", "/log/tile/0/000.p/5", "/log/tile/entries/000.p/5"];
  for (const path of unsealed) expect((await get(path)).status).toBe(404);
  await sealLog(deps);
  for (const path of unsealed) expect((await get(path)).status).toBe(200);
  await appendActs(1);
  for (const path of [
    "/log/tile/0/000.p/6",
    "/log/tile/entries/000.p/6",
    "/log/tile/0/000",
    "/log/tile/0/0.p/5",
    "/log/tile/0/000.p/05",
    "/log/tile/0/000.p%2F5",
    "/log/tile/1/000.p/1",
    "/log/tile/63/x999/x999/x999/x999/999",
    "/log/tile/0/..%2f000.p/5",
    "/log/tile/",
  ]) {
    const answer = await get(path);
    expect(answer.status, path).toBe(404);
    expect(answer.headers.get("Cache-Control") ?? "no-store").toBe("no-store");
  }
});

function unbundle(bundle: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bundle.length; ) {
    const length = (bundle[at] as number) * 256 + (bundle[at + 1] as number);
    entries.push(bundle.slice(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return entries;
}

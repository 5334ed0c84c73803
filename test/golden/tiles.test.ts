/** Tile paths and tile sets against the examples in C2SP tlog-tiles. */
import { expect, test } from "vitest";
import { readCheckpointText } from "../../src/domain/proof-log/rules/checkpoint.ts";
import { entryBundle, readTilePath, tilePath, tilesOf } from "../../src/domain/proof-log/rules/tile.ts";
import { hex, utf8 } from "../../src/platform/encoding.ts";

test("index 1234067 is x001/x234/067", () => {
  expect(tilePath({ level: 0, n: 1234067, width: 256 })).toBe("tile/0/x001/x234/067");
  expect(tilePath({ level: "entries", n: 0, width: 5 })).toBe("tile/entries/000.p/5");
});

test("a tree of 70,000 has 273 full tiles and one of 112, one full and one of 17 above, and one of 1 on top", () => {
  const tiles = [...tilesOf(70_000)];
  const level = (l: number) => tiles.filter((t) => t.level === l);
  expect(level(0).filter((t) => t.width === 256)).toHaveLength(273);
  expect(level(0).at(-1)).toEqual({ level: 0, n: 273, width: 112 });
  expect(level(1)).toEqual([
    { level: 1, n: 0, width: 256 },
    { level: 1, n: 1, width: 17 },
  ]);
  expect(level(2)).toEqual([{ level: 2, n: 0, width: 1 }]);
  expect(tiles).toHaveLength(277);
  expect([...tilesOf(256)]).toEqual([
    { level: 0, n: 0, width: 256 },
    { level: 1, n: 0, width: 1 },
  ]);
  expect([...tilesOf(0)]).toEqual([]);
});

test("paths are read strictly", () => {
  expect(readTilePath("tile/0/x001/x234/067")).toEqual({ level: 0, n: 1234067, width: 256 });
  expect(readTilePath("tile/63/000.p/255")).toEqual({ level: 63, n: 0, width: 255 });
  for (const bad of [
    "tile/00/000",
    "tile/64/000",
    "tile/-1/000",
    "tile/0/0",
    "tile/0/0000",
    "tile/0/1000",
    "tile/0/x000/067",
    "tile/0/x001/x067",
    "tile/0/001/067",
    "tile/0/000.p/0",
    "tile/0/000.p/256",
    "tile/0/000.p/05",
    "tile/0/000.p/",
    "tile/0/000/",
    "tile/data/000",
    "/tile/0/000",
    "tile/0/../0/000",
    "tile/0/000\n",
    "tile/0/٠٠٠",
  ])
    expect(readTilePath(bad)).toBeUndefined();
});

test("an entry bundle carries big-endian lengths; longer entries than they can say are refused", () => {
  expect(hex(entryBundle([utf8("ab"), new Uint8Array(0), new Uint8Array(258)])).slice(0, 16)).toBe("0002616200000102");
  expect(() => entryBundle([new Uint8Array(65_536)])).toThrow();
});

test("the example checkpoint of C2SP tlog-checkpoint is read; near misses are not", () => {
  const text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
  expect(readCheckpointText(text)).toMatchObject({ origin: "example.com/behind-the-sofa", size: 20852163 });
  expect(readCheckpointText(`${text}extension\n`)?.size).toBe(20852163);
  for (const bad of [
    text.slice(0, -1),
    text.replace("2085", "02085"),
    text.replace("2085", "+2085"),
    text.replace("2I=", "2J="),
    text.replace("2I=", "2I"),
    text.replace("CsUY", "CsU"),
    `${text}\n`,
    `\n${text}`,
    "origin\n0\n",
  ])
    expect(readCheckpointText(bad)).toBeUndefined();
});

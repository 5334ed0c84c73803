/** The table of what lies under which key, against the schema and the code: a sealed column without an entry fails here. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getTableColumns, getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, it } from "vitest";
import { MOVES } from "../../../src/domain/key-rotation/acts/moves.ts";
import { PLACES, WITHOUT_RING } from "../../../src/domain/key-rotation/rules/places.ts";
import { tellsBy } from "../../../src/domain/key-rotation/views/rows.ts";
import * as schema from "../../../src/platform/schema.ts";
import { createWorld } from "../../support/world.ts";

const COLUMNS = (Object.values(schema) as unknown[]).flatMap((one) =>
  is(one, SQLiteTable)
    ? Object.values(getTableColumns(one)).map((column) => ({
        name: `${getTableName(one)}.${column.name}`,
        bytes: column.getSQLType() === "blob",
      }))
    : [],
);

/** Words by which a text column shows that it was made with a key. */
const KEYED = /(?:^|_)(?:sealed|secret|mark|cap|vkey|backup_codes)$|^rate_limit\.key$/;

it("every column of bytes or with the name of a secret is under a ring, or it is said why not", () => {
  const asks = COLUMNS.filter(({ name, bytes }) => bytes || KEYED.test(name) || KEYED.test(name.split(".")[1] ?? ""));
  const known = new Set([...PLACES.map(({ table, column }) => `${table}.${column}`), ...Object.keys(WITHOUT_RING)]);
  expect(asks.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
});

it("names no column that is not there", () => {
  const real = new Set(COLUMNS.map(({ name }) => name));
  const named = [
    ...PLACES.map(({ table, column }) => `${table}.${column}`),
    ...PLACES.flatMap(({ table, says }) => (says.by === "column" ? [`${table}.${says.column}`] : [])),
    ...Object.keys(WITHOUT_RING),
  ];
  expect(named.filter((name) => !real.has(name))).toEqual([]);
});

it("every place that code seals for is one of these", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  const places = files.flatMap((name) =>
    [...readFileSync(join("src", name), "utf8").matchAll(/\btable: "([a-z_]+)",\s*column: "([a-z_]+)",\s*row:/g)].map(
      ([, table, column]) => `${table}.${column}`,
    ),
  );
  expect(places.length).toBeGreaterThan(4);
  // What a page carries to the reader's own browser for ten minutes is in no table.
  const known = new Set([...PLACES.map(({ table, column }) => `${table}.${column}`), "return.form"]);
  expect([...new Set(places)].filter((place) => !known.has(place))).toEqual([]);
});

it("of tables that grow with the people, the keys and the rows under an old one are found by an index", async () => {
  const world = await createWorld();
  const small = new Set(["rights_request", "last_mail", "import_page", "suppression_import_tag"]);
  const asks = PLACES.flatMap((place) => {
    const by = tellsBy(place);
    if (!by || small.has(place.table)) return [];
    const there = `${place.column} IS NOT NULL`;
    return [
      `SELECT min(${by}) FROM ${place.table} WHERE ${there}`,
      `SELECT min(${by}) FROM ${place.table} WHERE ${by} > x'00' AND ${there}`,
      `SELECT count(*) FROM ${place.table} WHERE ${by} = x'00' AND ${there}`,
      ...(MOVES.some((move) => move.place === place)
        ? [`SELECT rowid FROM ${place.table} WHERE ${by} = x'00' AND ${there} AND rowid > 0 ORDER BY rowid LIMIT 1`]
        : []),
    ];
  });
  expect(asks.length).toBeGreaterThan(20);
  for (const sql of asks) {
    const plan = (await world.rows(`EXPLAIN QUERY PLAN ${sql}`)).map(({ detail }) => String(detail));
    expect([sql, plan.filter((step) => !/_key\b|key_id|_tag_key/.test(step))]).toEqual([sql, []]);
    expect([
      sql,
      plan.filter((step) => /SCAN|TEMP B-TREE/.test(step) && !/SCAN \w+ USING COVERING INDEX/.test(step)),
    ]).toEqual([sql, []]);
  }
});

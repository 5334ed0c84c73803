/** The published schema of events: every act of the code is described, and nothing that is not described passes. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EVENT_TYPES, eventSchema } from "../../../src/domain/proof-log/rules/schema/schema.ts";
import { EVENT } from "../../golden/worked-example.ts";
import { againstSchema } from "../../support/event-schema.ts";
import { createWorld } from "../../support/world.ts";

test("every type of event that the code makes is in the schema", () => {
  const made = globSync("src/domain/**/*.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\btyp: "([a-z-]+\.[a-z-]+)"/g)].map((found) => found[1] as string),
  );
  expect(made.length).toBeGreaterThan(30);
  expect([...new Set(made)].filter((typ) => !EVENT_TYPES.includes(typ))).toEqual([]);
});

test("the events of the demo fit; a member more, less, or of another kind does not", async () => {
  const world = await createWorld();
  const rows = await world.rows("SELECT body FROM event");
  expect(rows.length).toBeGreaterThan(10);
  for (const { body } of rows) {
    const event = JSON.parse(String(body));
    expect(againstSchema(String(body))).toBeUndefined();
    const wrong = [
      { ...event, note: "more" },
      { ...event, typ: "mailing.sent" },
      { ...event, typ: "mailing.unheard-of" },
      { ...event, at: "2026-11-22" },
      { ...event, eid: undefined },
      { ...event, by: 7 },
      { ...event, v: "consent-event/2" },
    ];
    expect(wrong.map((one) => againstSchema(JSON.stringify(one)) === undefined)).toEqual(wrong.map(() => false));
  }
});

test("the worked example of the design fits too", () => {
  expect(againstSchema(EVENT)).toBeUndefined();
});

test("the schema is served at its fixed address and under its hash", async () => {
  const world = await createWorld({ demo: false });
  const { text, sha256 } = eventSchema();
  for (const name of ["consent-event-1", sha256]) {
    const answer = await world.request(`/log/schema/${name}.json`);
    expect([answer.status, answer.headers.get("Content-Type")?.toLowerCase()]).toEqual([
      200,
      "application/schema+json; charset=utf-8",
    ]);
    expect(await answer.text()).toBe(text);
  }
  expect((await world.request(`/log/schema/${sha256.replace(/./, "g")}.json`)).status).toBe(404);
  expect(JSON.parse(text).$schema).toBe("https://json-schema.org/draft/2020-12/schema");
});

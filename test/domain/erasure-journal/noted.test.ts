/** Whatever ends, suppresses or destroys is noted for the journal by the database itself: a migration that rebuilds a table must not lose that. */
import { expect, it } from "vitest";
import { createWorld } from "../../support/world.ts";

it("every table whose rows the journal must know has its triggers, after all migrations", async () => {
  const world = await createWorld({ demo: false });
  const found = await world.rows("SELECT name, tbl_name AS of FROM sqlite_master WHERE type = 'trigger' ORDER BY name");
  expect(
    found.filter(({ name }) => String(name).startsWith("journal_")).map(({ name, of }) => `${name} ${of}`),
  ).toEqual([
    "journal_account user",
    "journal_back subscription",
    "journal_ended subscription",
    "journal_proof consent_record",
    "journal_tag suppression",
    "journal_tag_changed suppression",
    "journal_tag_gone suppression",
  ]);
});

/** The register of personal data against the schema, and against what is left when a person has gone. */
import { getTableColumns, getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, it } from "vitest";
import type { End } from "../../../src/domain/personal-data/views/holding.ts";
import { REGISTER } from "../../../src/domain/personal-data/views/register.ts";
import type { Target } from "../../../src/domain/retention/rules/rule.ts";
import { RULE_NAMES, ruleOf } from "../../../src/domain/retention/rules.ts";
import * as schema from "../../../src/platform/schema.ts";
import { signUpWorld } from "../../http/public/sign-up-desk.ts";
import { openDesk } from "../../http/staff/campaigns/desk.ts";

const TABLES = (Object.values(schema) as unknown[]).filter((one) => is(one, SQLiteTable));

/** Every column that ends like this, with its name in the database. */
function ending(...ends: End[]): { table: string; column: string; by: "row" | "emptied" }[] {
  return REGISTER.flatMap(({ table, columns }) =>
    Object.entries(columns).flatMap(([name, held]) =>
      held !== "nothing" && ends.includes(held.until) ? [{ table, column: name, by: held.by }] : [],
    ),
  );
}

it("names every table and every column once, and none that is not there", () => {
  const written = REGISTER.map(({ table, columns }) => [table, Object.keys(columns).sort()]);
  const real = TABLES.map((table) => [
    getTableName(table),
    Object.values(getTableColumns(table))
      .map(({ name }) => name)
      .sort(),
  ]);
  const inOrder = (all: unknown[][]) => all.sort(([a], [b]) => String(a).localeCompare(String(b)));
  expect(inOrder(written)).toEqual(inOrder(real));
});

it("everything that is held of anybody has an end", () => {
  expect(ending("undecided")).toEqual([]);
});

/** Ends that a term brings, not the act of a person; the rules of retention carry them out. */
const TERMS = ["proof", "review", "answer-or-7-days", "last-mail", "own-term", "90-days", "180-days", "term"] as const;

it("whatever ends by a term is reached by a rule of retention, the row or the column, as the register says it goes", () => {
  const reached = ({ table, column, by }: ReturnType<typeof ending>[number]) =>
    RULE_NAMES.flatMap((name) => ruleOf(name).ends as readonly Target[]).some(
      (target) =>
        target.table === table &&
        (target.columns === undefined || (by === "emptied" && target.columns.includes(column))),
    );
  expect(ending(...TERMS, "disposal").filter((one) => !reached(one))).toEqual([]);
  // What ends within the day goes by the sweep or the sealer that it belongs to.
  const sweeps = [...new Set(ending("day", "run").map(({ table }) => table))].sort();
  expect(sweeps).toEqual(["retention_run", "suppression_sweep", "unjournalled"]);
});

it("a rule names only tables and columns that are there, and a column that its table may be emptied of", () => {
  for (const name of RULE_NAMES)
    for (const { table, columns = [] } of ruleOf(name).ends as readonly Target[]) {
      const held = REGISTER.find((one) => one.table === table);
      expect([name, table, held !== undefined]).toEqual([name, table, true]);
      expect([name, columns.filter((column) => !Object.hasOwn(held?.columns ?? {}, column))]).toEqual([name, []]);
    }
});

it("when everybody has left, nothing is there of what the register says ends with them", async () => {
  const s = await openDesk();
  await s.people(3);
  await s.sent();
  const held = async (by: "row" | "emptied") =>
    Promise.all(
      ending("last-subscription", "subscription", "hand-over", "import")
        .filter((one) => one.by === by)
        .map(async ({ table, column }) => {
          const [row] = await s.rows(`SELECT count("${column}") AS n FROM "${table}"`);
          return [`${table}.${column}`, Number(row?.n)] as const;
        }),
    );
  const there = Object.fromEntries([...(await held("row")), ...(await held("emptied"))]);
  for (const column of ["address.sealed", "person.language", "subscription.person_id"]) expect(there[column]).toBe(3);

  await s.answer(1, "yes");
  await s.work();
  const receipt = s.mailbox.mails.findLast(({ mail }) => mail.tags?.kind === "receipt")?.mail;
  const leave = /\/u\/[\w-]{71}/.exec(receipt?.text ?? "")?.[0] ?? "";
  expect((await s.browser().post(leave, { scope: "all" })).status).toBe(200);
  await s.answer(2, "no");
  await s.answer(3, "no");
  await s.work();

  const left = [...(await held("row")), ...(await held("emptied"))].filter(([, n]) => n > 0);
  expect(left).toEqual([]);
});

it("what ages goes by itself: half a year later neither an open sign-up, a link, a session nor a code is there", async () => {
  const tables = ["intake", "last_mail", "provider_event", "session", "token", "verification"];
  const { world, asked } = await signUpWorld();
  await world.signIn("editor");
  await asked("nezinama@pasts.example");
  const counts = async () =>
    Promise.all(tables.map(async (t) => Number((await world.rows(`SELECT count(*) AS n FROM "${t}"`))[0]?.n) > 0));
  expect(await counts()).toEqual([true, false, false, true, true, expect.any(Boolean)]);

  world.clock.pass({ days: 190 });
  await world.deps.queue.enqueue({ kind: "retain" });
  await world.work();
  expect(await counts()).toEqual(tables.map(() => false));
});

it("when the day of the last proof has come, nothing of those who left is there but the marks not to mail them", async () => {
  const s = await openDesk();
  await s.people(2);
  await s.sent();
  await s.answer(1, "no");
  await s.answer(2, "no");
  await s.work();
  const [last] = await s.rows("SELECT max(shred_day) AS day FROM consent_record");
  s.clock.reach(Date.parse(`${last?.day}T12:00:00Z`));
  await s.deps.queue.enqueue({ kind: "retain" });
  await s.work();
  const kept = ending("proof").map(({ table }) => table);
  const left = await Promise.all(
    [...new Set(kept)].map(async (table) => {
      const only = table === "event" ? "WHERE record_id IS NOT NULL" : "";
      return [table, Number((await s.rows(`SELECT count(*) AS n FROM "${table}" ${only}`))[0]?.n)] as const;
    }),
  );
  expect(left).toEqual([...new Set(kept)].map((table) => [table, 0]));
  expect(await s.rows("SELECT count(*) AS n FROM suppression")).toEqual([{ n: 2 }]);
});

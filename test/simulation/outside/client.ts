/**
 * The way of one process to the database: every call waits for its turn, before it and, where it writes, after it took
 * effect. The database can be busy, out of reach, or do what it was asked while the answer is lost, and with it the way for
 * a while; and what was asked can be done later, when nobody waits for it any more.
 */
import { type Client, type InStatement, LibsqlError, type ResultSet } from "@libsql/client";
import type { Life, Machine } from "../machine/machine.ts";
import type { Random } from "../machine/random.ts";

export interface DatabaseFaults {
  /** SQLITE_BUSY: not done. */
  busy: number;
  /** Never arrived. */
  lost: number;
  /** Done; the answer never came. */
  answerLost: number;
  /** Done; the answer never came, and for up to a minute this process does not reach the database: its caller sees a fault. */
  cut: number;
  /** The same, but done only later. */
  late: number;
}

export const NO_DATABASE_FAULTS: DatabaseFaults = { busy: 0, lost: 0, answerLost: 0, cut: 0, late: 0 };

export interface DatabaseWorld {
  machine: Machine;
  client: Client;
  random: Random;
  faults: DatabaseFaults;
  /** Called after every write that took effect. */
  written: (what: string) => void;
  /** Acts that took effect, by their marks. None may do so twice. */
  acts: Set<string>;
  /** Grows when an older copy is put in its place: what is under way to the one before does not reach it. */
  epoch: number;
  /** Changes the program's SQL: how a bug is planted. */
  rewrite?: (sql: string) => string;
}

type Statements = Parameters<Client["batch"]>[0];

const busy = () => new LibsqlError("database is locked", "SQLITE_BUSY");
const unreachable = () => new LibsqlError("fetch failed", "SERVER_ERROR");

/** A client that a process uses like its own. */
export function clientOf(world: DatabaseWorld, life: Life): Client {
  const { machine, random } = world;
  let cutUntil = 0;
  const reach = () => {
    if (world.faults.cut > 0 && machine.now < cutUntil) throw refused(unreachable(), "the way is cut");
  };

  const write = async (what: string, work: () => Promise<ResultSet[]>, mark?: string): Promise<ResultSet[]> => {
    await machine.point(life, `db: ${what}`);
    reach();
    const { faults, epoch } = world;
    if (random.chance(faults.busy)) throw refused(busy(), "busy");
    if (random.chance(faults.lost)) throw refused(unreachable(), "not reached");
    const apply = async () => {
      const done = await work();
      if (mark !== undefined && world.acts.has(mark)) machine.fail(`an act was done twice: ${what}`);
      if (mark !== undefined) world.acts.add(mark);
      world.written(what);
      return done;
    };
    if (random.chance(faults.late)) {
      machine.after(OUTSIDE_WRITE, random.span(10, 90_000), `a late write arrives: ${what}`, () => {
        if (epoch !== world.epoch) return;
        apply().catch((error) => machine.note(`the late write was refused: ${codeOf(error)}`));
      });
      throw refused(unreachable(), "not answered, done later");
    }
    const done = await apply().catch((error) => {
      machine.note(`  refused: ${codeOf(error)}`);
      throw error;
    });
    if (random.chance(faults.answerLost)) throw refused(unreachable(), "done, answer lost");
    if (random.chance(faults.cut)) {
      cutUntil = machine.now + random.span(50, 60_000);
      throw refused(unreachable(), "done, answer lost, way cut");
    }
    await machine.point(life, "db: … done");
    return done;
  };
  const refused = (error: LibsqlError, why: string) => {
    machine.note(`  ${why}`);
    machine.count(`database: ${why}`);
    return error;
  };

  const of = (statement: InStatement | [string, unknown?]): InStatement => {
    const whole = Array.isArray(statement) ? { sql: statement[0], args: statement[1] ?? [] } : statement;
    if (!world.rewrite) return whole as InStatement;
    return typeof whole === "string"
      ? world.rewrite(whole)
      : ({ ...whole, sql: world.rewrite(whole.sql) } as InStatement);
  };

  const client: Pick<Client, "execute" | "batch" | "close" | "closed" | "protocol"> = {
    closed: false,
    protocol: "file",
    close() {},
    async execute(statement: InStatement | string, args?: unknown) {
      const one = of(typeof statement === "string" ? { sql: statement, args: (args ?? []) as [] } : statement);
      const sql = typeof one === "string" ? one : one.sql;
      if (!/^\s*select/i.test(sql))
        return (await write(labelOf([sql]), async () => [await world.client.execute(one)]))[0] as ResultSet;
      await machine.point(life, `db: ${labelOf([sql])}`);
      reach();
      if (random.chance(world.faults.lost / 4)) throw refused(unreachable(), "not reached");
      return world.client.execute(one);
    },
    async batch(statements: Statements, mode) {
      const all = statements.map(of);
      const texts = all.map((s) => (typeof s === "string" ? s : s.sql));
      const label = labelOf(texts);
      if (mode !== "write" && texts.every((sql) => /^\s*select/i.test(sql))) {
        await machine.point(life, `db: ${label}`);
        reach();
        if (random.chance(world.faults.lost / 4)) throw refused(unreachable(), "not reached");
        return world.client.batch(all, mode);
      }
      return write(label, () => world.client.batch(all, mode), markOf(statements));
    },
  };
  return client as Client;
}

const OUTSIDE_WRITE: Life = { name: "network", dead: false, mortal: false };

const codeOf = (error: unknown) =>
  `${(error as { code?: string }).code ?? "fault"} ${String((error as Error).message).slice(0, 60)}`;

/** By which the program knows an act again. */
function markOf([first]: Statements): string | undefined {
  const { sql, args } = first as { sql?: string; args?: unknown[] };
  return sql?.startsWith("INSERT INTO commit_mark") ? String(args?.[0]) : undefined;
}

const labels = new Map<string, string>();

/** What statements do, in a few words: `insert batch, update message`. */
function labelOf(statements: string[]): string {
  const parts = new Set<string>();
  for (const sql of statements) {
    let label = labels.get(sql);
    if (label === undefined) {
      const found =
        /^\s*(insert)(?:\s+or\s+\w+)?\s+into\s+"?(\w+)|^\s*(update|delete from)\s+"?(\w+)|^\s*(select)[\s\S]*?\bfrom\s+"?(\w+)/i.exec(
          sql,
        );
      const [verb, table] = found?.slice(1).filter(Boolean) ?? ["", ""];
      const guard = /^\s*select iif/i.test(sql);
      const set = verb?.toLowerCase() === "update" ? (/\b(state='\w+')/.exec(sql)?.[1] ?? "") : "";
      label =
        guard || table === "commit_mark" ? "" : `${verb?.toLowerCase().replace(" from", "")} ${table} ${set}`.trim();
      labels.set(sql, label);
    }
    if (label) parts.add(label);
  }
  return [...parts].join(", ") || "commit mark";
}

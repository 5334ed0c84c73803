/**
 * What the world has seen of the log: every head that was claimed in its copy, every checkpoint that was signed. Whatever
 * crashes, is lost, or is put back: claims are one line that only grows, nothing is signed beyond it, no size is signed with
 * two roots, and what the database holds under a checkpoint is that line.
 */
import { readCheckpointText } from "../../../src/domain/proof-log/rules/checkpoint.ts";
import { readCopyHead } from "../../../src/domain/proof-log/rules/copy.ts";
import { readNote } from "../../../src/domain/proof-log/rules/note.ts";
import { consistencyProof, verifyConsistency } from "../../../src/domain/proof-log/rules/proofs.ts";
import { LOG_STOPS } from "../../../src/domain/proof-log/rules/stops.ts";
import { leafHash, rootOf } from "../../../src/domain/proof-log/rules/tree.ts";
import { verifyLog } from "../../../src/domain/proof-log/verify.ts";
import { base64url, hex, utf8 } from "../../../src/platform/encoding.ts";
import type { Town } from "../house/town.ts";
import type { Machine } from "../machine/machine.ts";
import type { Random } from "../machine/random.ts";
import type { Backup } from "../outside/backup.ts";
import type { Raw } from "../outside/database.ts";

/** Alerts that nothing here gives a reason for: the copy is never lost, and nobody else's. */
const NEVER = [...LOG_STOPS, "log.new_origin"];

const asked = (raw: Raw, sql: string) => raw.prepare(sql) as unknown as { all(...args: unknown[]): unknown[] };

export class LogLedger {
  /** The claimed entries and their leaf hashes. */
  readonly #line: { entry: string; leaf: Uint8Array }[] = [];
  /** Roots that were signed, by size. */
  readonly #signed = new Map<number, Uint8Array>();
  /** Roots of the line. */
  readonly #roots = new Map<number, Uint8Array>();
  readonly #machine: Machine;
  readonly #raw: Raw;
  #origin: string | undefined;
  /** The longest head that was claimed, and the newest checkpoint that was looked at in the database. */
  #claimed = 0;
  #looked = 0;
  readonly #asks;

  constructor(machine: Machine, raw: Raw) {
    this.#machine = machine;
    this.#raw = raw;
    this.#asks = {
      checkpoints: asked(raw, "SELECT size, note FROM checkpoint WHERE size > ? ORDER BY size"),
      never: asked(raw, `SELECT code FROM alert WHERE code IN (${NEVER.map((code) => `'${code}'`).join(",")})`),
      entries: asked(raw, "SELECT seq, entry FROM log_entry WHERE seq > ? AND seq <= ? ORDER BY seq"),
    };
  }

  /** The copy keeps this head. */
  claimed(bytes: Uint8Array): void {
    const head = readCopyHead(bytes);
    if (!head) {
      this.#machine.fail("log: the head of the copy is no head");
      return;
    }
    this.#machine.count("log: head claimed");
    if (head.size < this.#claimed) this.#machine.fail(`log: a claim of ${head.size} after one of ${this.#claimed}`);
    this.#claimed = head.size;
    for (const [i, entry] of head.entries.entries()) {
      const known = this.#line[head.first + i];
      if (known && known.entry !== entry) this.#machine.fail(`log: a claim changes the entry ${head.first + i}`);
      if (!known) this.#line.push({ entry, leaf: leafHash(utf8(entry)) });
    }
    if (this.#line.length < head.size) this.#machine.fail(`log: a claim of ${head.size} lacks entries`);
    else if (hex(this.#rootAt(head.size)) !== hex(head.root))
      this.#machine.fail(`log: a claim of ${head.size} has another root than its entries`);
  }

  /** A checkpoint was signed, and somebody may have seen it. */
  signed(note: string): void {
    const head = readCheckpointText(readNote(note)?.text ?? "");
    if (!head) {
      this.#machine.fail("log: what was signed is no checkpoint");
      return;
    }
    const { origin, size, root } = head;
    this.#origin ??= origin;
    if (origin !== this.#origin) this.#machine.fail(`log: a new origin, and no signed entry was lost: ${origin}`);
    const before = this.#signed.get(size);
    if (before && hex(before) !== hex(root)) this.#machine.fail(`log: the size ${size} was signed with two roots`);
    if (before) return;
    this.#machine.count("log: size signed");
    this.#signed.set(size, root);
    if (size > this.#line.length)
      this.#machine.fail(`log: ${size} entries were signed, ${this.#line.length} had been claimed`);
    else if (hex(this.#rootAt(size)) !== hex(root)) this.#machine.fail(`log: the root signed at ${size} is another's`);
  }

  /** Asked after every write: what it has signed, and whether the entries under it are where they were. */
  look(what: string): void {
    if (!/checkpoint|log_entry|alert/.test(what)) return;
    for (const { code } of this.#asks.never.all() as { code: string }[]) this.#machine.fail(`log: ${code}`);
    const newer = this.#asks.checkpoints.all(this.#looked) as { size: number; note: string }[];
    for (const { size, note } of newer) {
      this.signed(note);
      this.#same(this.#looked, size);
      this.#looked = size;
    }
  }

  #same(from: number, to: number): void {
    const rows = this.#asks.entries.all(from, to) as { seq: number; entry: string }[];
    if (rows.length !== to - from) this.#machine.fail(`log: ${to} entries are signed, and not all are here`);
    for (const { seq, entry } of rows)
      if (entry !== this.#line[seq - 1]?.entry) this.#machine.fail(`log: the entry ${seq - 1} is another one here`);
  }

  /** An older copy of the database is in the place of the one before. */
  restored(): void {
    this.#looked = 0;
    this.look("checkpoint");
  }

  /** Whether something is claimed that this backup has not. */
  newerThan({ tables }: Backup): boolean {
    return this.#claimed > (tables.find(({ name }) => name === "log_entry")?.rows.length ?? 0);
  }

  #rootAt(size: number): Uint8Array {
    const root = this.#roots.get(size) ?? rootOf(this.#line.slice(0, size).map(({ leaf }) => leaf));
    this.#roots.set(size, root);
    return root;
  }

  /** Two of the signed sizes have a proof that one begins with the other. */
  #consistent(random: Random): string[] {
    const sizes = [...this.#signed.keys()].sort((a, b) => a - b);
    const [m, n] = random.some(sizes, 2).sort((a, b) => a - b) as [number, number | undefined];
    if (n === undefined) return [];
    const hashAt = ({ level, index }: { level: number; index: number }) =>
      rootOf(this.#line.slice(index * 2 ** level, (index + 1) * 2 ** level).map(({ leaf }) => leaf));
    const [older, newer] = [this.#signed.get(m), this.#signed.get(n)] as [Uint8Array, Uint8Array];
    return verifyConsistency({ size: m, root: older }, { size: n, root: newer }, consistencyProof(m, n, hashAt))
      ? []
      : [`log: ${m} and ${n} are no one log`];
  }

  /** What is broken of the log when everything has come to rest. */
  async brokenAtRest({ looking, random }: Pick<Town, "looking" | "random">): Promise<string[]> {
    const broken = (await verifyLog(looking)).map((problem) => `log: ${problem.code} at ${problem.at}`);
    const entries = this.#asks.entries.all(0, 1e9) as { seq: number; entry: string }[];
    for (const [what, size] of [
      ["signed", this.#looked],
      ["claimed", this.#claimed],
    ] as const)
      if (size !== entries.length) broken.push(`log: ${size} of ${entries.length} entries are ${what} at the end`);
    this.#same(0, entries.length);
    for (let pairs = 0; pairs < 3; pairs++) broken.push(...this.#consistent(random));
    return broken;
  }

  /** Each entry that came back without its event is counted, once, by the events that say so. */
  brokenCount(): string[] {
    const events = new Set(
      (asked(this.#raw, "SELECT leaf FROM event").all() as { leaf: string }[]).map(({ leaf }) => leaf),
    );
    const without = this.#line.filter(({ leaf }) => !events.has(base64url(leaf))).length;
    const [told] = asked(
      this.#raw,
      "SELECT coalesce(sum(body ->> '$.count'), 0) AS n FROM event WHERE typ = 'log.restored'",
    ).all() as { n: number }[];
    return told?.n === without ? [] : [`log: ${without} entries are without their events, and ${told?.n} are told of`];
  }
}

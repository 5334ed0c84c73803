/**
 * What the world has seen of the erasure journal: every line that was kept, the newest word for each key. Whatever crashes or
 * is put back: at rest the database says the same, in both directions. Whoever left stays gone, and nobody is forgotten.
 */
import { readJournal } from "../../../src/domain/erasure-journal/rules/head.ts";
import type { Machine } from "../machine/machine.ts";
import type { Raw } from "../outside/database.ts";

const ROWS = `SELECT 'ended ' || id AS key, iif(state = 'ended', 'over', 'back') AS said FROM subscription
  UNION ALL SELECT 'tag ' || lower(hex(tag)) || ' ' || scope, 'over' FROM suppression`;

export class JournalLedger {
  /** `kind key` → `over`: it ended, or the tag is there; `back`: the contrary. */
  readonly #said = new Map<string, string>();
  readonly #machine: Machine;
  readonly #raw: Raw;
  #n = 0;

  constructor(machine: Machine, raw: Raw) {
    this.#machine = machine;
    this.#raw = raw;
  }

  /** The journal keeps this head. */
  written(bytes: Uint8Array): void {
    const head = readJournal(bytes);
    if (!head) {
      this.#machine.fail("journal: its head is none");
      return;
    }
    if (head.n < this.#n) this.#machine.fail(`journal: writing ${head.n} after ${this.#n}`);
    this.#n = head.n;
    this.#machine.count("journal: written");
    for (const { kind, key, said } of head.lines)
      if (kind === "ended" || kind === "tag")
        this.#said.set(`${kind} ${key}`, said === "back" || said === "gone" ? "back" : "over");
  }

  /** Where database and journal contradict each other, when everything has come to rest. */
  brokenAtRest(): string[] {
    const rows = (this.#raw.prepare(ROWS) as unknown as { all(): { key: string; said: string }[] }).all();
    const here = new Map(rows.map(({ key, said }) => [key, said]));
    const broken: string[] = [];
    for (const [key, said] of this.#said)
      if (said === "over" && (key.startsWith("tag") ? !here.has(key) : here.get(key) === "back"))
        broken.push(`P5: the journal says that it is over, and it is not: ${key}`);
    for (const [key, said] of here)
      if (said === "over" && this.#said.get(key) !== "over")
        broken.push(`P5: it is over, and the journal does not say so: ${key}`);
    return broken;
  }
}

/** What happened, line by line: the last lines for a reader, and a fingerprint of all of them. */
import { hashOf } from "./random.ts";

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

export class Trace {
  /** How many lines are kept. */
  static kept = 60;
  readonly #lines: string[] = [];
  readonly #names = new Map<string, string>();
  #low = 0x811c9dc5;
  #high = 0x01234567;
  count = 0;

  /** One line. Ids become short names. */
  add(line: string): void {
    const short = line.replace(UUID, (id) => this.short(id));
    this.#low = hashOf(short, this.#low);
    this.#high = hashOf(short, this.#high ^ this.#low);
    this.#lines[this.count++ % Trace.kept] = short;
  }

  /** A short name of an id, the same for the whole run. */
  short(id: string): string {
    const known = this.#names.get(id);
    if (known) return known;
    const name = `#${this.#names.size + 1}`;
    this.#names.set(id, name);
    return name;
  }

  /** The same for two runs in which the same happened in the same order. */
  get hash(): string {
    return [this.#low, this.#high].map((part) => part.toString(16).padStart(8, "0")).join("");
  }

  /** The last lines, oldest first. */
  get tail(): string[] {
    const at = this.count % Trace.kept;
    return this.count < Trace.kept ? this.#lines.slice() : [...this.#lines.slice(at), ...this.#lines.slice(0, at)];
  }
}

/** SQL of looking: every read of a person's data leaves a line in the read log (promise P9). Never an address in it. */
import { type Database, type Write, write } from "../../platform/db.ts";
import { readLog } from "../../platform/schema.ts";

export interface ReadLine {
  id: string;
  actor: string;
  /** What was done, for example `people.look-up`. */
  act: string;
  /** Person, record, import or list id. */
  subject?: string;
  reason?: string;
  at: number;
}

/** A line of the read log. */
export function readLogWrite(db: Database, line: ReadLine): Write {
  return write(db.read.insert(readLog).values(line));
}

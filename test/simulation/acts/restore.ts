/**
 * An older copy of the database takes the place of the one that ran: everything of the program ends, and begins again on
 * rows that know nothing of what came since. What the world knows stays: the copy of the log, the witnesses, the provider.
 */
import type { Town } from "../house/town.ts";
import { backUp, putBack } from "../outside/backup.ts";
import { answer, leaveByPage, oneClick, signUp } from "./people.ts";
import { importPeople, refuse } from "./staff.ts";

const MINUTE = 60_000;
const HOST = { name: "host", dead: false, mortal: false };

const ACTS = [
  [(town: Town) => refuse(town), 5],
  [(town: Town) => importPeople(town), 2],
  [signUp, 1],
  [(town: Town) => answer(town), 3],
  [(town: Town) => leaveByPage(town), 2],
  [(town: Town) => oneClick(town), 2],
] as const;

/** Some day in the sending a backup is made. */
export function backUpLater(town: Town, withinMs: number): void {
  town.machine.after(HOST, town.random.span(1_000, withinMs), "BACKUP", () => {
    town.backup ??= backUp(town.raw);
  });
}

/** What happens around it, for so long. */
export function scriptOfRestore(town: Town, lastsMs: number): void {
  const { machine, random } = town;
  const at = random.span(5 * MINUTE, lastsMs / 2);
  backUpLater(town, at);
  machine.after(HOST, at, "RESTORE", () => restore(town));
  for (let n = random.from(4, 14); n > 0; n--) {
    const act = random.weighted(ACTS);
    machine.after(HOST, random.span(1_000, lastsMs), "ACT", () => {
      act(town).catch((error: Error) => machine.note(`act failed: ${error.message.slice(0, 80)}`));
    });
  }
}

function restore(town: Town): void {
  const { machine, site, database, backup, climate } = town;
  if (!backup) return;
  machine.note("RESTORE: an older copy of the database takes its place");
  machine.count("restore");
  if (town.log.newerThan(backup)) machine.count("restore: signed entries are not in it");
  site.outage = true;
  for (const process of town.processes) process.kill();
  database.epoch++;
  putBack(town.raw, backup);
  // A server's copy stands at another address; the file beside a process stays where it is.
  if (!climate.queueInMemory) site.config = { ...site.config, databaseUrl: "libsql://copy.example" };
  const noticed = !climate.queueInMemory || backup.beat < (site.witness.n ?? 0);
  town.ledger.restored(backup.underWay, noticed);
  town.log.restored();
  machine.after(HOST, town.random.span(1_000, 10 * MINUTE), "the program starts on the copy", () => {
    site.outage = false;
    for (const process of town.processes) process.start();
    // Somebody is already on the line: what is new comes before what is missing is brought back.
    for (let n = town.random.from(0, 3); n > 0; n--) {
      const no = () => refuse(town).catch((error: Error) => machine.note(`act failed: ${error.message.slice(0, 80)}`));
      machine.after(HOST, town.random.span(1, 2_000), "ACT at once", no);
    }
  });
}

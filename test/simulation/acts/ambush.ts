/**
 * The worst moment: while a process is about to write something, somebody whom it is about leaves, the mailing is paused,
 * a list comes in; while it signs the log, it dies, sleeps, or something else happens that is to be signed. Chance alone
 * would seldom find these few milliseconds.
 */

import type { Town } from "../house/town.ts";
import type { Machine } from "../machine/machine.ts";
import { cancel, importPeople, pause, refuse, restrict } from "./staff.ts";

/** Points that are worth it: what is about to be written, or asked of the provider, or has just been answered. */
const SENDING =
  /(update|insert) batch|update message state='(claimed|sent)'|^mailer: batch|^answer: |update mailing state='sent'/;
/** From the claim of a head to its checkpoint in the database. */
const SEALING = /^copy: (… )?(claim|checkpoint)|insert checkpoint/;
const JOINING = /insert subscription|insert message|insert suppression|insert person/;

interface Somebody {
  person: string;
  address: string;
}

/** One ambush at a time. */
export function ambushOf(town: Town): Machine["ambush"] {
  const { random, machine, climate } = town;
  let lying = false;
  return (life, what) => {
    const kind = SENDING.test(what)
      ? "sending"
      : JOINING.test(what)
        ? "joining"
        : SEALING.test(what)
          ? "sealing"
          : undefined;
    if (!kind || lying || climate.ambush === 0 || !random.chance(climate.ambush + (isDoubt(town, what) ? 0.25 : 0)))
      return undefined;
    if (kind === "sealing" && random.chance(0.3)) {
      machine.count("killed while sealing");
      for (const process of town.processes) if (process.life === life) process.kill();
      return Promise.resolve();
    }
    // Longer than the sealer's lease: another process takes over meanwhile.
    if (kind === "sealing" && random.chance(0.4)) return random.span(31_000, 120_000);
    // Longer than a lease.
    if (kind === "sending" && random.chance(0.25)) return random.span(100_000, 400_000);
    lying = true;
    machine.count(`overtaken while ${kind}${isDoubt(town, what) ? " in doubt" : ""}`);
    const act =
      kind === "sending"
        ? whileSending(town)
        : kind === "joining"
          ? whileJoining(town)
          : refuse(town, `${random.from(0, 99)}@ahead.example`);
    return act.finally(() => {
      lying = false;
    });
  };
}

/** Somebody is about to ask again after what nobody knows: the most delicate moment of all. */
function isDoubt(town: Town, what: string): boolean {
  if (!what.includes("update batch state='attempted'")) return false;
  return town.ledger.rows("SELECT 1 FROM batch WHERE state = 'attempted' LIMIT 1").length > 0;
}

/** Somebody of the batch that is under way; anybody if there is none. */
function member(town: Town): Somebody | undefined {
  const of = (where: string) =>
    town.ledger.rows<Somebody>(
      `SELECT DISTINCT a.person_id AS person, t.address FROM address a JOIN sim_tags t ON t.tag = a.tag ${where} ORDER BY t.address`,
    );
  const batch = "JOIN message g ON g.person_id = a.person_id JOIN batch b ON b.id = g.batch_id AND b.state =";
  for (const where of [`${batch} 'attempted'`, `${batch} 'frozen'`, ""]) {
    const found = of(where);
    if (found.length > 0) return town.random.one(found);
  }
  return undefined;
}

async function whileSending(town: Town): Promise<void> {
  const who = member(town);
  const act = town.random.weighted([
    ["refuse", 5],
    ["restrict", 2],
    ["pause", 2],
    ["cancel", 0.2],
  ] as const);
  const [doubt] = town.ledger.rows<{ id: string }>(
    "SELECT mailing_id AS id FROM batch WHERE state = 'attempted' LIMIT 1",
  );
  if (act === "pause") return pause(town, doubt?.id);
  if (act === "cancel") return cancel(town);
  if (!who) return;
  return act === "refuse" ? refuse(town, who.address) : restrict(town, who.person);
}

async function whileJoining(town: Town): Promise<void> {
  const address = member(town)?.address ?? town.random.one(town.addresses);
  if (town.random.chance(0.5)) return refuse(town, address);
  await importPeople(town, town.random.one(town.lists), [address]);
  // Until the job has had its turn.
  await town.machine.sleep({ name: "world", dead: false, mortal: false }, 3_000, "the import runs");
}

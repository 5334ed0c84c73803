/**
 * What a person lets be tried once more: messages and receipts of which nobody knows, those that failed for a reason of
 * ours, and work that failed too often. Only what nobody knew may come twice.
 */
import { sendReceiptsAgain as oweAgain } from "../../../src/domain/consent/send-receipts-again.ts";
import { readUnsent } from "../../../src/domain/consent/views/receipt.ts";
import { retryDeadLetter } from "../../../src/domain/dead-letters/retry.ts";
import { decideUnknown as decide } from "../../../src/domain/messages/decide-unknown.ts";
import { planAnew as plan } from "../../../src/domain/messages/plan-anew.ts";
import { readFailedOfOurs } from "../../../src/domain/messages/views/failed.ts";
import { readUnknown } from "../../../src/domain/messages/views/unknown.ts";
import { ADMIN } from "../house/office.ts";
import type { Town } from "../house/town.ts";
import { press } from "./press.ts";

function mailingWith(town: Town, where: string): string | undefined {
  const found = town.ledger.rows<{ id: string }>(
    `SELECT DISTINCT mailing_id AS id FROM message WHERE ${where} ORDER BY 1`,
  );
  return found.length > 0 ? town.random.one(found).id : undefined;
}

/** What nobody knows counts as sent, or goes out again: then some people may get it twice, and a person has said so. */
export async function decideUnknown(town: Town): Promise<void> {
  const [by, mailingId] = [town.someone(), mailingWith(town, "state = 'unknown'")];
  if (!by || !mailingId) return;
  const decision = town.random.chance(0.6) ? "again" : "sent";
  const { n, allowed } = await readUnknown(by.deps.db, mailingId, ["unproven"]);
  const input = { mailingId, decision, n: decision === "sent" ? n : allowed } as const;
  await press(town, `${n} unknown count as: ${decision}`, (deps) => {
    town.ledger.decide(mailingId);
    return decide(deps, ADMIN, input);
  });
}

/** The cause of what failed is repaired, for most of it, and it is sent after all. Nobody may get it twice. */
export async function planAnew(town: Town): Promise<void> {
  const [by, mailingId] = [town.someone(), mailingWith(town, "state IN ('failed', 'unknown')")];
  if (!by || !mailingId) return;
  const { bad } = town.providerWorld;
  for (const address of [...bad]) if (town.random.chance(0.7)) bad.delete(address);
  const { n } = await readFailedOfOurs(by.deps.db, mailingId);
  await press(town, `${n} failed are planned anew`, (deps) => {
    town.ledger.pressed.add(mailingId);
    return plan(deps, ADMIN, { mailingId, n });
  });
}

/** Receipts that did not go out, or of which nobody knows: only the latter may come twice. */
export async function sendReceiptsAgain(town: Town): Promise<void> {
  const by = town.someone();
  if (!by) return;
  const { givenUp, unknown } = await readUnsent(by.deps.db);
  await press(town, `${givenUp} and ${unknown} receipts again`, (deps) => {
    town.ledger.decideReceipts();
    return oweAgain(deps, ADMIN, { n: givenUp + unknown });
  });
}

/** Work that was given up is tried again. */
export async function retryDead(town: Town): Promise<void> {
  const found = town.ledger.rows<{ job: string }>("SELECT job FROM dead_letter ORDER BY job");
  if (found.length === 0) return;
  const input = town.random.one(found);
  await press(town, "tries again what was given up", (deps) => retryDeadLetter(deps, ADMIN, input));
}

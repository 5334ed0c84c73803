/** What staff do at the desk: import, ask, pause, cancel, let go on, record a "no", change settings, restrict, close. */
import { cancelMailing } from "../../../src/domain/campaigns/cancel.ts";
import { closeCampaign } from "../../../src/domain/campaigns/close.ts";
import { createCampaign } from "../../../src/domain/campaigns/create.ts";
import { pauseMailing } from "../../../src/domain/campaigns/pause.ts";
import { resumeMailing } from "../../../src/domain/campaigns/resume.ts";
import { sendCampaign } from "../../../src/domain/campaigns/send.ts";
import { recordRefusal } from "../../../src/domain/consent/record-refusal.ts";
import { dayOf, later } from "../../../src/domain/consent/rules/days.ts";
import { checkImport } from "../../../src/domain/imports/check.ts";
import { runImport } from "../../../src/domain/imports/run.ts";
import { changeInstitution } from "../../../src/domain/institution/change.ts";
import { readInstitutionRow } from "../../../src/domain/institution/views.ts";
import { decideHeld as decideAboutHeld } from "../../../src/domain/messages/decide-held.ts";
import { utf8 } from "../../../src/platform/encoding.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { agreed, GROUND } from "../../support/ready.ts";
import { ADMIN } from "../house/office.ts";
import type { Town } from "../house/town.ts";
import { press, said } from "./press.ts";

interface MailingRow {
  id: string;
  state: string;
  heldAt: number | null;
}

/** A mailing in one of these states. */
function mailingIn(town: Town, ...states: string[]): MailingRow | undefined {
  const marks = states.map(() => "?").join(",");
  const found = town.ledger.rows<MailingRow>(
    `SELECT id, state, held_at AS heldAt FROM mailing WHERE state IN (${marks}) ORDER BY created_at, id`,
    ...states,
  );
  return found.length > 0 ? town.random.one(found) : undefined;
}

/** A list comes in: some of everybody, some of them typed in another way. */
export async function importPeople(
  town: Town,
  to = town.random.one(town.lists),
  chosen = town.addresses.filter(() => town.random.chance(0.5)),
): Promise<void> {
  if (chosen.length === 0) chosen.push(town.random.one(town.addresses));
  const typed = chosen.map((address) => (town.random.chance(0.2) ? address.toUpperCase() : address));
  const bytes = utf8(`e-pasts\n${typed.join("\n")}\n`);
  const claim = {
    source: "Iepriekšējās sistēmas eksports",
    since: "2019-03-01",
    basis: "consent",
    origin: "themselves",
    proof: "",
  } as const;
  const input = { listId: to.id, fileName: "a.csv", bytes, claim };
  const checked = await press(town, `looks at a list of ${chosen.length}`, (deps) => checkImport(deps, ADMIN, input));
  if (checked && !isRefusal(checked)) await press(town, "import", (deps) => runImport(deps, ADMIN, checked));
}

/** A campaign is written and sent. */
export async function askList(town: Town, to = town.random.one(town.lists)): Promise<void> {
  const text = { subject: "Vai turpināt?", heading: "Vai vēlaties saņemt jaunumus?", lead: "Jautājam no jauna." };
  const zone = "Europe/Riga";
  const input = {
    listId: to.id,
    title: "Jautājums",
    deadlineDay: later(dayOf(town.machine.now, zone), { days: 20 }),
    draft: { texts: { lv: text, en: text }, ...GROUND },
  };
  const made = await press(town, "campaign", (deps) => createCampaign(deps, ADMIN, input));
  if (!made || isRefusal(made)) return;
  const { id } = made;
  await press(town, `opinion of ${id}`, async (deps) => ({ version: await agreed(deps, id) }));
  const [draft] = town.ledger.rows<{ version: number }>("SELECT version FROM mailing WHERE id = ?", id);
  if (draft) await press(town, `sends ${id}`, (deps) => sendCampaign(deps, ADMIN, { id, ...draft }));
}

export async function pause(town: Town, which?: string): Promise<void> {
  const mailing = which ? { id: which } : mailingIn(town, "planning", "sending");
  if (mailing) await press(town, `pause ${mailing.id}`, (deps) => pauseMailing(deps, ADMIN, mailing));
}

export async function resume(town: Town): Promise<void> {
  const mailing = mailingIn(town, "paused");
  if (!mailing) return;
  const { id, heldAt } = mailing;
  town.ledger.pressed.add(id);
  const done = await press(town, `resume ${id}`, (deps) => resumeMailing(deps, ADMIN, { id, heldAt: heldAt ?? 0 }));
  // Too late to ask: it is over.
  if (done && isRefusal(done) && done.code === "campaigns.deadline_over")
    await press(town, `cancel ${id}`, (deps) => cancelMailing(deps, ADMIN, mailing));
}

export async function cancel(town: Town): Promise<void> {
  const mailing = mailingIn(town, "planning", "sending", "paused");
  if (mailing) await press(town, `cancel ${mailing.id}`, (deps) => cancelMailing(deps, ADMIN, mailing));
}

/** Weeks pass, the last day to answer is over, and the campaign is closed. */
export async function close(town: Town): Promise<void> {
  const mailing = mailingIn(town, "sent");
  if (mailing) await press(town, `close ${mailing.id}`, (deps) => closeCampaign(deps, ADMIN, mailing));
}

/** Somebody telephoned. */
export async function refuse(town: Town, address = town.random.one(town.addresses)): Promise<void> {
  const purposeId = town.random.chance(0.3) ? ("everything" as const) : town.random.one(town.lists).purposeId;
  const input = {
    address,
    purposeId,
    who: town.random.chance(0.1) ? "relative-of-deceased" : "person",
    how: "phone",
    day: dayOf(town.machine.now, "Europe/Riga"),
  } as const;
  await press(town, "records a no", (deps) => recordRefusal(deps, ADMIN, input));
}

/** Addresses that were refused for reasons that are not their own: mailed again, or ended. */
export async function decideHeld(town: Town): Promise<void> {
  const mailing = mailingIn(town, "sending", "paused", "sent", "cancelled");
  if (!mailing) return;
  const decision = town.random.chance(0.6) ? "release" : "end";
  const input = { mailingId: mailing.id, decision } as const;
  await press(town, `held: ${decision}`, (deps) => decideAboutHeld(deps, ADMIN, input));
}

/** The settings change while a mailing is under way: what it sends must not. */
export async function changeSettings(town: Town): Promise<void> {
  const by = town.someone();
  if (!by) return;
  const row = await readInstitutionRow(by.deps.db);
  if (!row) return;
  const phone = `+371 6000 ${town.random.from(1000, 9999)}`;
  const sender = {
    ...row.profile.sender,
    address: town.random.one(["jaunumi@ministrija.example", "zinas@ministrija.example"]),
  };
  const input = { profile: { ...row.profile, phone, sender }, version: row.version };
  await press(town, "settings", (deps) => changeInstitution(deps, ADMIN, input));
}

/** Processing of somebody's data is restricted (GDPR Art. 18), or no longer. */
export async function restrict(town: Town, whom?: string): Promise<void> {
  const by = town.someone();
  const found = town.ledger.rows<{ id: string }>("SELECT id FROM person ORDER BY id");
  if (!by || found.length === 0) return;
  const id = whom ?? town.random.one(found).id;
  const at = town.random.chance(0.8) ? town.machine.now : null;
  await by.deps.db.client.batch([{ sql: "UPDATE person SET restricted_at=? WHERE id=?", args: [at, id] }], "write");
  said(town, `${at === null ? "no longer " : ""}restricted: ${id}`, "done");
}

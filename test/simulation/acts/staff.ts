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
import { decideUnknown as decide } from "../../../src/domain/messages/decide-unknown.ts";
import { readUnknown } from "../../../src/domain/messages/views/unknown.ts";
import { utf8 } from "../../../src/platform/encoding.ts";
import { isRefusal, type Refusal } from "../../../src/refusal.ts";
import { agreed, GROUND } from "../../support/ready.ts";
import { ADMIN } from "../house/office.ts";
import type { Town } from "../house/town.ts";

const said = (town: Town, what: string, result: object | string | Refusal) =>
  town.machine.note(`staff: ${what}${isRefusal(result) ? `: refused, ${result.code}` : ""}`);

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
  const by = town.someone();
  if (!by) return;
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
  const checked = await checkImport(by.deps, ADMIN, { listId: to.id, fileName: "a.csv", bytes, claim });
  if (isRefusal(checked)) return said(town, "import", checked);
  said(town, `import of ${chosen.length}`, await runImport(by.deps, ADMIN, checked));
}

/** A campaign is written and sent. */
export async function askList(town: Town, to = town.random.one(town.lists)): Promise<void> {
  const by = town.someone();
  if (!by) return;
  const text = { subject: "Vai turpināt?", heading: "Vai vēlaties saņemt jaunumus?", lead: "Jautājam no jauna." };
  const zone = "Europe/Riga";
  const made = await createCampaign(by.deps, ADMIN, {
    listId: to.id,
    title: "Jautājums",
    deadlineDay: later(dayOf(town.machine.now, zone), { days: 20 }),
    draft: { texts: { lv: text, en: text }, ...GROUND },
  });
  if (isRefusal(made)) return said(town, "campaign", made);
  const version = await agreed(by.deps, made.id);
  said(town, `campaign ${made.id}`, await sendCampaign(by.deps, ADMIN, { id: made.id, version }));
}

export async function pause(town: Town, which?: string): Promise<void> {
  const [by, mailing] = [town.someone(), which ? { id: which } : mailingIn(town, "planning", "sending")];
  if (by && mailing) said(town, `pause ${mailing.id}`, await pauseMailing(by.deps, ADMIN, mailing));
}

export async function resume(town: Town): Promise<void> {
  const [by, mailing] = [town.someone(), mailingIn(town, "paused")];
  if (!by || !mailing) return;
  const heldAt = mailing.heldAt ?? 0;
  const done = await resumeMailing(by.deps, ADMIN, { id: mailing.id, heldAt });
  said(town, `resume ${mailing.id}`, done);
  // Too late to ask: it is over.
  if (isRefusal(done) && done.code === "campaigns.deadline_over") await cancelMailing(by.deps, ADMIN, mailing);
}

export async function cancel(town: Town): Promise<void> {
  const [by, mailing] = [town.someone(), mailingIn(town, "planning", "sending", "paused")];
  if (by && mailing) said(town, `cancel ${mailing.id}`, await cancelMailing(by.deps, ADMIN, mailing));
}

/** Weeks pass, the last day to answer is over, and the campaign is closed. */
export async function close(town: Town): Promise<void> {
  const [by, mailing] = [town.someone(), mailingIn(town, "sent")];
  if (by && mailing) said(town, `close ${mailing.id}`, await closeCampaign(by.deps, ADMIN, mailing));
}

/** Somebody telephoned. */
export async function refuse(town: Town, address = town.random.one(town.addresses)): Promise<void> {
  const by = town.someone();
  if (!by) return;
  const purposeId = town.random.chance(0.3) ? ("everything" as const) : town.random.one(town.lists).purposeId;
  const result = await recordRefusal(by.deps, ADMIN, {
    address,
    purposeId,
    who: town.random.chance(0.1) ? "relative-of-deceased" : "person",
    how: "phone",
    day: dayOf(town.machine.now, "Europe/Riga"),
  });
  said(town, `records a no`, result);
}

/** What nobody knows counts as sent, or goes out again: then some people may get it twice, and a person has said so. */
export async function decideUnknown(town: Town): Promise<void> {
  const by = town.someone();
  const found = town.ledger.rows<{ mailing: string }>(
    "SELECT DISTINCT mailing_id AS mailing FROM message WHERE state = 'unknown' ORDER BY 1",
  );
  if (!by || found.length === 0) return;
  const { mailing } = town.random.one(found);
  const decision = town.random.chance(0.6) ? "again" : "sent";
  const { n, allowed } = await readUnknown(by.deps.db, mailing, ["unproven"]);
  town.ledger.decide(mailing);
  const input = { mailingId: mailing, decision, n: decision === "sent" ? n : allowed } as const;
  said(town, `${n} unknown count as: ${decision}`, await decide(by.deps, ADMIN, input));
}

/** Addresses that were refused for reasons that are not their own: mailed again, or ended. */
export async function decideHeld(town: Town): Promise<void> {
  const [by, mailing] = [town.someone(), mailingIn(town, "sending", "paused", "sent", "cancelled")];
  if (!by || !mailing) return;
  const decision = town.random.chance(0.6) ? "release" : "end";
  said(town, `held: ${decision}`, await decideAboutHeld(by.deps, ADMIN, { mailingId: mailing.id, decision }));
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
  said(town, "settings", await changeInstitution(by.deps, ADMIN, input));
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

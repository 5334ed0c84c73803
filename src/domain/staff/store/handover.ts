/** SQL of an account that ends: what is handed on, and what ends with it. Names of authors are never rewritten. */
import { type Database, holds, type Write } from "../../../platform/db.ts";
import type { Institution } from "../../institution/rules.ts";
import { updateInstitution } from "../../institution/store.ts";
import type { HandedKind, Leaving } from "../rules/handover.ts";

interface Handing {
  from: string;
  to: string;
  at: number;
}

/** One row for each thing that goes to the successor. */
export function handedWrites(
  h: Handing & { id: () => string },
  { mailings, imports, telling, reviewing }: Leaving,
): Write[] {
  const row = (kind: HandedKind, subject: string): Write => ({
    sql: "INSERT INTO handover (id, kind, subject, from_user, to_user, at) VALUES (?, ?, ?, ?, ?, ?)",
    args: [h.id(), kind, subject, h.from, h.to, h.at],
  });
  return [
    ...mailings.map(({ id }) => row("mailing", id)),
    ...imports.map(({ id }) => row("import", id)),
    ...(telling ? [row("telling", "")] : []),
    ...(reviewing ? [row("reviewing", "")] : []),
    // Whoever goes on with a draft writes it too, and approves it no more.
    {
      sql: `UPDATE mailing SET review = json_insert(json_set(coalesce(review, '{}'), '$.authors',
              coalesce(json_extract(review, '$.authors'), json('[]'))), '$.authors[#]', ?)
            WHERE state = 'draft' AND created_by = ?`,
      args: [`staff:${h.to}`, `staff:${h.from}`],
    },
  ];
}

/** In the settings the successor stands in the leaver's place. Stale if they were changed meanwhile. */
export function dutiesWrite(
  db: Database,
  office: { profile: Institution; version: number },
  p: { leaver: { id: string; email: string }; successor: { id: string; name: string; email: string }; at: number },
): Write {
  const { leaver, successor } = p;
  const { telling, keeping, ...rest } = office.profile;
  const people = (telling?.people ?? []).map((one) =>
    one.address.toLowerCase() === leaver.email ? { name: successor.name, address: successor.email } : one,
  );
  const once = people.filter((one, i) => people.findIndex(({ address }) => address === one.address) === i);
  const handed = <T extends { reviewer: string }>(sheet: T): T =>
    sheet.reviewer === leaver.id ? { ...sheet, reviewer: successor.id } : sheet;
  const profile: Institution = {
    ...rest,
    ...(telling && { telling: { ...telling, people: once } }),
    ...(keeping && { keeping: { proof: handed(keeping.proof), tag: handed(keeping.tag) } }),
  };
  return updateInstitution(db, { profile, version: office.version, at: p.at });
}

/**
 * What only he could have gone on with ends: his requests to open proofs (the sealed ones stay sealed), what he agreed to and is
 * not done yet (a second person is asked again), exports that were made for him, keys that he gave to programs.
 */
export function endingWrites(h: { from: string; by: string; at: number }): Write[] {
  const him = `staff:${h.from}`;
  return [
    {
      sql: `UPDATE proof_opening SET state = 'refused', decided_by = ?, decided_at = ?, tag = NULL
            WHERE asked_by = ? AND state IN ('asked', 'granted') AND until > ?`,
      args: [h.by, h.at, him, h.at],
    },
    {
      sql: "UPDATE proof_opening SET until = ?, tag = NULL, records = NULL WHERE asked_by = ? AND state = 'opened' AND until > ?",
      args: [h.at, him, h.at],
    },
    {
      sql: `UPDATE proof_opening SET state = 'asked', decided_by = NULL, decided_at = NULL
            WHERE decided_by = ? AND state = 'granted' AND until > ?`,
      args: [him, h.at],
    },
    {
      sql: `UPDATE mailing SET review = json_remove(review, '$.approval')
            WHERE state = 'draft' AND review ->> '$.approval.by' = ?`,
      args: [him],
    },
    // An approval by whoever goes on with the draft is his own word about his own work from now on.
    {
      sql: `UPDATE mailing SET review = json_remove(review, '$.approval')
            WHERE state = 'draft' AND created_by = ? AND review ->> '$.approval.by' IN
              (SELECT value FROM json_each(review, '$.authors'))`,
      args: [him],
    },
    { sql: "DELETE FROM second_factor_reset WHERE asked_by = ?", args: [him] },
    {
      sql: `UPDATE export SET state = 'over', until = ? WHERE asked_by = ? AND
            (state = 'making' OR (state = 'ready' AND until > ?))`,
      args: [h.at, him, h.at],
    },
    { sql: "UPDATE api_key SET revoked_at = ? WHERE created_by = ? AND revoked_at IS NULL", args: [h.at, him] },
  ];
}

/** Nothing came to him while we looked: the same number of things as was shown. */
export function sameStill(from: string, { mailings, imports }: Leaving): Write {
  return holds(
    `(SELECT count(*) FROM mailing WHERE created_by = ? AND kind <> 'reminder' AND state NOT IN ('closed', 'cancelled')) = ?
     AND (SELECT count(*) FROM import WHERE created_by = ? AND state IN ('uploading', 'checking', 'checked')) = ?`,
    [`staff:${from}`, mailings.length, `staff:${from}`, imports.length],
  );
}

/** The successor has seen what came to him. */
export function seenWrite(userId: string, at: number): Write {
  return { sql: "UPDATE handover SET seen_at = ? WHERE to_user = ? AND seen_at IS NULL", args: [at, userId] };
}

/** SQL of breaches: versions are added, never changed; each counts on from the one that its author saw. */
import type { Write } from "../../platform/db.ts";
import type { BreachKind, Section } from "./rules.ts";

/** A new breach with its number. */
export function reportWrite(b: {
  id: string;
  kind: BreachKind;
  awareAt: number;
  ownHours: number;
  by: string;
  at: number;
}): Write {
  return {
    sql: `INSERT INTO breach (id, n, kind, aware_at, own_hours, version, reported_by, reported_at)
          SELECT ?, coalesce(max(n), 0) + 1, ?, ?, ?, 0, ?, ? FROM breach`,
    args: [b.id, b.kind, b.awareAt, b.ownHours, b.by, b.at],
    expect: 1,
  };
}

/** What a version moves in the row beside the text. */
export interface Moved {
  awareAt?: number;
  authorityAt?: number;
  personsAt?: number;
  closedAt?: number;
}

/** Adds the next version of a section. Stale if somebody wrote one since `version`. */
export function versionWrites(v: {
  id: string;
  version: number;
  section: Section;
  body: object;
  by: string;
  at: number;
  moved: Moved;
}): Write[] {
  const { awareAt, authorityAt, personsAt, closedAt } = v.moved;
  return [
    {
      sql: `UPDATE breach SET version=version+1, aware_at=coalesce(?, aware_at), authority_at=coalesce(?, authority_at),
              persons_at=coalesce(?, persons_at), closed_at=coalesce(closed_at, ?) WHERE id=? AND version=?`,
      args: [awareAt ?? null, authorityAt ?? null, personsAt ?? null, closedAt ?? null, v.id, v.version],
      expect: 1,
    },
    {
      sql: "INSERT INTO breach_version (breach_id, n, section, body, by, at) VALUES (?, ?, ?, ?, ?, ?)",
      args: [v.id, v.version + 1, v.section, JSON.stringify(v.body), v.by, v.at],
    },
  ];
}

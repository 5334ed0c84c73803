/** Writes of notices: a version is added, never changed and never deleted. */
import { type Database, holds, type Write, write } from "../../platform/db.ts";
import { notice } from "../../platform/schema.ts";
import type { Purpose } from "../purposes/rules.ts";
import type { Notice, NoticeKind } from "./rules.ts";

/** Holds while `version` is the newest of the series (0: none yet). */
export function isNewest(series: { kind: NoticeKind; purposeId: string | null; version: number }): Write {
  return holds("(SELECT coalesce(max(version), 0) FROM notice WHERE kind = ? AND purpose_id IS ?) = ?", [
    series.kind,
    series.purposeId,
    series.version,
  ]);
}

/** Holds while institution and active purposes are as the notice was built from. */
export function isBuiltFrom(institutionVersion: number, active: readonly Purpose[]): Write {
  const latest = Math.max(0, ...active.map((p) => p.updatedAt));
  const versions = active.reduce((sum, p) => sum + p.version, 0);
  return holds(
    `(SELECT version FROM institution WHERE id = 1) = ?
      AND (SELECT count(*) = ? AND coalesce(sum(version), 0) = ? AND coalesce(max(updated_at), 0) = ?
             FROM purpose WHERE state = 'active')`,
    [institutionVersion, active.length, versions, latest],
  );
}

/** One text of a version. */
export function insertNotice(db: Database, row: Notice): Write {
  return write(db.read.insert(notice).values(row));
}

/** An issue of a newsletter as the API shows and takes it. */
import { z } from "zod";
import type { Deps } from "../../../deps.ts";
import { issueDraftShape } from "../../../domain/issues/acts/read.ts";
import { readIssue } from "../../../domain/issues/views.ts";
import { refuse } from "../../../refusal.ts";
import type { Handled } from "../frame/operation.ts";
import { Id, Time, time, timeOr, Version } from "./common.ts";

export const IssueDraft = issueDraftShape.meta({ id: "IssueDraft" });

const row = {
  id: Id,
  title: z.string(),
  state: z.enum(["draft", "scheduled", "planning", "sending", "sent", "paused", "closing", "closed", "cancelled"]),
  listId: Id,
  startsAt: Time.nullable(),
  createdAt: Time,
  sentAt: Time.nullable(),
};
export const IssueRow = z.strictObject(row).meta({ id: "IssueRow" });
export const Issue = z
  .strictObject({ ...row, purposeId: Id, draft: IssueDraft, version: Version, heldAt: Time.nullable() })
  .meta({ id: "Issue" });

/** Shows a row of the list of issues. */
export const shownRow = (one: {
  id: string;
  title: string;
  state: string;
  listId: string;
  notBefore: number | null;
  createdAt: number;
  sentAt: number | null;
}) => ({
  id: one.id,
  title: one.title,
  state: one.state,
  listId: one.listId,
  startsAt: timeOr(one.notBefore),
  createdAt: time(one.createdAt),
  sentAt: timeOr(one.sentAt),
});

/** The issue with this id. */
export async function oneIssue(deps: Deps, id: string | null): Promise<Handled> {
  const found = id === null ? undefined : await readIssue(deps.db, id);
  if (!found) return refuse("issues.unknown");
  const { purposeId, draft, version } = found;
  const { heldAt = null } = found as { heldAt?: number | null };
  return { value: { ...shownRow(found), purposeId, draft, version, heldAt: timeOr(heldAt) }, version };
}

/** What would be left behind if this account ended now. */
import type { Deps } from "../../../deps.ts";
import { readInstitution } from "../../institution/views.ts";
import type { Leaving } from "../rules/handover.ts";

/** Reads it: small tables of the office, read when an account ends. */
export async function readLeaving(
  deps: Pick<Deps, "db" | "clock">,
  member: { id: string; email: string },
): Promise<Leaving> {
  const by = `staff:${member.id}`;
  const now = deps.clock.now();
  const count = (sql: string, args: (string | number)[] = [by]) => ({ sql: `SELECT (${sql}) AS n`, args });
  const [mailings, imports, ...counts] = await deps.db.client.batch(
    [
      {
        sql: `SELECT id, title, state = 'draft' AS draft FROM mailing WHERE created_by = ? AND kind <> 'reminder'
              AND state NOT IN ('closed', 'cancelled') ORDER BY created_at`,
        args: [by],
      },
      {
        sql: `SELECT id, file_name FROM import WHERE created_by = ? AND state IN ('uploading', 'checking', 'checked')
              ORDER BY created_at`,
        args: [by],
      },
      count("SELECT count(*) FROM proof_opening WHERE asked_by = ? AND state <> 'refused' AND until > ?", [by, now]),
      count("SELECT count(*) FROM proof_opening WHERE decided_by = ? AND state = 'granted' AND until > ?", [by, now]),
      count("SELECT count(*) FROM mailing WHERE state = 'draft' AND review ->> '$.approval.by' = ?"),
      count("SELECT count(*) FROM second_factor_reset WHERE asked_by = ? AND until > ?", [by, now]),
      count("SELECT count(*) FROM export WHERE asked_by = ? AND state IN ('making', 'ready')"),
      count("SELECT count(*) FROM api_key WHERE created_by = ? AND revoked_at IS NULL"),
      count("SELECT count(*) FROM session WHERE user_id = ?", [member.id]),
    ],
    "read",
  );
  const [openings = 0, granted = 0, approvals = 0, resets = 0, exports = 0, keys = 0, sessions = 0] = counts.map(
    (one) => Number(one?.rows[0]?.n ?? 0),
  );
  const office = await readInstitution(deps.db);
  const his = (address: string | undefined) => address?.toLowerCase() === member.email;
  const named: Leaving["named"] = [];
  if (his(office?.dataProtectionOfficer?.email)) named.push("dataProtectionOfficer");
  if (his(office?.sender?.replyTo) || his(office?.sender?.address)) named.push("sender");
  if (his(office?.email)) named.push("email");
  return {
    mailings: (mailings?.rows ?? []).map((row) => ({
      id: String(row.id),
      title: String(row.title),
      draft: Number(row.draft) === 1,
    })),
    imports: (imports?.rows ?? []).map((row) => ({ id: String(row.id), fileName: String(row.file_name) })),
    telling: office?.telling?.people.some(({ address }) => his(address)) ?? false,
    reviewing: Object.values(office?.keeping ?? {}).some(({ reviewer }) => reviewer === member.id),
    named,
    ends: { openings, granted, approvals, resets, exports, keys, sessions },
  };
}

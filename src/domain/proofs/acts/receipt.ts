/**
 * The receipt file of one act: for the mail after a "yes", and for the page after a "no". Every event is proved against the first
 * head of the log that covers it, so that the file is the same whenever it is made, as long as the settings are.
 */
import { utf8 } from "../../../platform/encoding.ts";
import { emailDisclosure, eventSalt } from "../../proof-log/rules/commitment.ts";
import { readEvent, recordKeyPlace } from "../../proof-log/rules/event.ts";
import type { Statement } from "../rules/dpv/statement.ts";
import { type ReceiptEvent, receiptText, type Texts } from "../rules/receipt/view.ts";
import { readNamed } from "../views/chain.ts";
import { prover } from "../views/inclusion.ts";
import { readRecordUpTo, readSealed } from "../views/receipt.ts";
import { type BundleDeps, bundleHouse, catalogueOf, originOf } from "./bundle/house.ts";

export interface Receipt {
  /** The last event: number of the certificate. */
  eid: string;
  /** Index of its entry in the log, from 0. */
  index: number;
  /** `receipt-5f0c7a52.json` */
  name: string;
  text: string;
}

/** What of a record the receipt is. */
export interface ReceiptOf {
  recordId: string;
  /** Number of the last event; the newest if not said. */
  upTo?: number;
  /** The normalised address: it is disclosed, so the file goes to nobody but its owner. */
  email?: string;
}

/** Makes it. `soon`: its entry is under no signed head yet. Undefined: the record is not there (any more). */
export async function makeReceipt(deps: BundleDeps, of: ReceiptOf): Promise<Receipt | "soon" | undefined> {
  const [house, found] = await Promise.all([bundleHouse(deps), readRecordUpTo(deps.db, of.recordId, of.upTo)]);
  if (!house || !found) return undefined;
  const { record, events: rows } = found;
  const key = deps.vault.openProofKey(recordKeyPlace(record.id), record.sealedKey);
  const events: ReceiptEvent[] = [];
  const disclosures: string[] = [];
  const last = await readSealed(deps.db, rows.at(-1)?.leaf ?? "");
  if (!last) return "soon";
  for (const row of rows) {
    const said = readEvent(utf8(row.body)) as Statement | undefined;
    if (!said || row.version === null) throw new Error("an event does not read");
    const own = await readSealed(deps.db, row.leaf);
    if (!own) return "soon";
    const { index } = own;
    // A log that went on under another name holds what was before, too; a policy has the keys of one log.
    const head = originOf(own.head) === originOf(last.head) ? own.head : last.head;
    const proof = await prover(deps.db, head).proofFile(index, head, eventSalt(key, row.eid));
    events.push({ said, n: row.version, body: row.body, proof });
    if (of.email === undefined) continue;
    const address = emailDisclosure(key, row.eid, of.email);
    if (said._sd?.includes(address.digest)) disclosures.push(address.body);
  }
  const { eid } = (events.at(-1) as ReceiptEvent).said;
  const shown = events.flatMap(({ said: { notice, form } }) => [notice, form].flatMap((text) => text?.sha256 ?? []));
  const slugs = events.flatMap(({ said }) => said.purposes.map(({ id }) => id));
  return {
    eid,
    index: last.index,
    name: `receipt-${eid.slice(0, 8)}.json`,
    text: receiptText({
      events,
      catalogue: catalogueOf(house, slugs),
      sealedAt: last.head.at,
      disclosures,
      texts: await textsOf(deps, shown),
      policy: house.policyOf(last.head),
    }),
  };
}

/** The texts of these hashes, as they were shown. */
async function textsOf({ db }: BundleDeps, sha256: readonly string[]): Promise<Texts> {
  const { notices } = await readNamed(db, { sha256: [...new Set(sha256)], mailings: [] });
  const all = [...notices.values()];
  const bodies = (form: boolean) => all.filter(({ kind }) => (kind === "form") === form).map(({ body }) => body);
  return { notices: bodies(false), forms: bodies(true) };
}

/** SQL of joining: a person on a list by his own act, and the end of what kept us from writing to him. */
import { sql } from "drizzle-orm";
import { type Database, type Write, write } from "../../../platform/db.ts";
import { hex } from "../../../platform/encoding.ts";
import { address, person, subscription } from "../../../platform/schema.ts";
import { answerWrite, type NewSuppression } from "../store.ts";

/** Takes suppression tags back: only an act of the person himself may cause it. `allPurposes` replaces a `*` tag. */
export function unsuppressWrites(tags: Uint8Array[], purposeId: string, allPurposes: NewSuppression[]): Write[] {
  const list = JSON.stringify(tags.map((t) => hex(t)));
  return [
    {
      sql: `INSERT OR IGNORE INTO suppression (tag, key_id, scope, reason, day, review_day)
            SELECT unhex(value ->> 'tag'), value ->> 'keyId', value ->> 'scope', value ->> 'reason', value ->> 'day',
              value ->> 'reviewDay' FROM json_each(?)
            WHERE EXISTS (SELECT 1 FROM suppression WHERE scope='*' AND tag IN (SELECT unhex(value) FROM json_each(?)))`,
      args: [JSON.stringify(allPurposes.map((s) => ({ ...s, tag: hex(s.tag) }))), list],
    },
    {
      sql: `DELETE FROM suppression WHERE scope IN (?, '*') AND tag IN (SELECT unhex(value) FROM json_each(?))`,
      args: [purposeId, list],
    },
  ];
}

/** A person (new, or known by the address) on a list again, by his own act. */
export function joinWrites(
  db: Database,
  p: {
    person: { id: string; language: string; isNew: boolean };
    address: { id: string; tag: Uint8Array; tagKey: string; sealed: Uint8Array };
    subscription: {
      id: string;
      listId: string;
      recordId: string;
      since: string;
      salt: Uint8Array;
      /**
       * The row is there, and ended at this moment: it lives again. Stale if it ended at another. After a mistake it is as it
       * was before; otherwise he is on the list from today, and what he answered before stands.
       */
      revived?: { endedAt: number; mistake?: { mailingId?: string | undefined } | undefined };
    };
    at: number;
  },
): Write[] {
  const { read } = db;
  const { id, listId, recordId, since, salt: bulkSalt, revived } = p.subscription;
  const live = { addressId: p.address.id, personId: p.person.id, state: "active" as const, recordId, bulkSalt };
  const join = revived
    ? [
        write(
          read
            .update(subscription)
            // Whoever could press the link of a mail gets mail: a hold of before is over.
            .set({ ...live, ...(revived.mistake ? {} : { since }), endedAt: null, endedReason: null, heldAt: null })
            .where(
              sql`${subscription.id} = ${id} and ${subscription.state} = 'ended' and ${subscription.endedAt} = ${revived.endedAt}`,
            ),
          1,
        ),
        ...(revived.mistake
          ? [answerWrite(JSON.stringify([{ subscriptionId: id, answer: "yes" }]), revived.mistake.mailingId)]
          : []),
      ]
    : [write(read.insert(subscription).values({ id, listId, ...live, since, createdAt: p.at }))];
  if (!p.person.isNew) return join;
  return [
    write(read.insert(person).values({ id: p.person.id, language: p.person.language, createdAt: p.at })),
    write(
      read.insert(address).values({
        id: p.address.id,
        personId: p.person.id,
        tag: p.address.tag,
        tagKey: p.address.tagKey,
        kind: "unknown",
        sealed: p.address.sealed,
        createdAt: p.at,
      }),
    ),
    ...join,
  ];
}

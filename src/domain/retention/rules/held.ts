/** SQL of what a legal hold or a restriction keeps: conditions for the rules, so that it means the same in all of them. */

/** Whether the processing of the person in this column is restricted (GDPR Art. 18): by a decision, or by an open request. */
export const personRestricted = (column: string): string =>
  `EXISTS (SELECT 1 FROM person hp WHERE hp.id = ${column} AND hp.restricted_at IS NOT NULL)`;

/** Holds that last on the day of the first parameter; `h` is the row. */
const LASTS = "h.ended_at IS NULL AND h.until >= ?";

/** Whether mail of the mailing in this column is held: by itself, its list or its purpose. One parameter: the day. */
export const mailingHeld = (column: string): string =>
  `EXISTS (SELECT 1 FROM legal_hold h JOIN mailing hm ON hm.id = ${column}
     WHERE ${LASTS} AND ((h.scope='mailing' AND h.subject = hm.id) OR (h.scope='list' AND h.subject = hm.list_id)
       OR (h.scope='purpose' AND h.subject = hm.purpose_id)))`;

/**
 * Whether the proof with the id of this column is held: by the person (his record, or a link tag of his address), by its
 * purpose, by a list that it spoke for, or by a mailing that its person got. One parameter: the day.
 */
export const proofHeld = (id: string): string =>
  `EXISTS (SELECT 1 FROM legal_hold h WHERE ${LASTS} AND CASE h.scope
     WHEN 'person' THEN EXISTS (SELECT 1 FROM json_each(h.records) j WHERE j.value = ${id})
       OR EXISTS (SELECT 1 FROM link_tag l WHERE l.record_id = ${id} AND l.tag = h.tag)
     WHEN 'purpose' THEN EXISTS (SELECT 1 FROM consent_record hr WHERE hr.id = ${id} AND hr.purpose_id = h.subject)
     WHEN 'list' THEN EXISTS (SELECT 1 FROM subscription hs WHERE hs.record_id = ${id} AND hs.list_id = h.subject)
     ELSE EXISTS (SELECT 1 FROM subscription hs JOIN message hg ON hg.subscription_id = hs.id
       WHERE hs.record_id = ${id} AND hg.mailing_id = h.subject) END)`;

/** Whether the ended subscription with this id, of this list, is held: by its person, list, purpose, or a mailing. One parameter. */
export const endedHeld = (id: string, list: string): string =>
  `EXISTS (SELECT 1 FROM legal_hold h WHERE ${LASTS} AND CASE h.scope
     WHEN 'list' THEN h.subject = ${list}
     WHEN 'purpose' THEN EXISTS (SELECT 1 FROM list hl WHERE hl.id = ${list} AND hl.purpose_id = h.subject)
     WHEN 'mailing' THEN EXISTS (SELECT 1 FROM message hg WHERE hg.subscription_id = ${id} AND hg.mailing_id = h.subject)
     ELSE EXISTS (SELECT 1 FROM json_each(h.records) j WHERE j.value = ${id}) END)`;

/** Whether the live subscription is held: by its person, its list, its purpose, or a mailing that he got. One parameter. */
export const subscriptionHeld = (id: string, list: string, record: string): string =>
  `EXISTS (SELECT 1 FROM legal_hold h WHERE ${LASTS} AND CASE h.scope
     WHEN 'person' THEN EXISTS (SELECT 1 FROM json_each(h.records) j WHERE j.value IN (${id}, ${record}))
     WHEN 'list' THEN h.subject = ${list}
     WHEN 'purpose' THEN EXISTS (SELECT 1 FROM list hl WHERE hl.id = ${list} AND hl.purpose_id = h.subject)
     ELSE EXISTS (SELECT 1 FROM message hg WHERE hg.subscription_id = ${id} AND hg.mailing_id = h.subject) END)`;

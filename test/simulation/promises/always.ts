/**
 * What must be true after every commit, as one question to the database: what is broken, and where. Beside the tables of
 * the program it reads what the simulation knows itself: whom the provider mailed (`sim_took`), what was ever unknown, and
 * which tags belong to one address.
 */
const BROKEN: Record<string, string> = {
  "P4: an address that no list needs": `SELECT a.id FROM address a
    WHERE NOT EXISTS (SELECT 1 FROM subscription s WHERE s.address_id = a.id AND s.state <> 'ended')`,
  "P4: a person without an address": `SELECT p.id FROM person p
    WHERE NOT EXISTS (SELECT 1 FROM address a WHERE a.person_id = p.id)`,
  "P4: a sealed batch with somebody in it who left": `SELECT g.subscription_id FROM batch b
    JOIN message g ON g.batch_id = b.id JOIN subscription s ON s.id = g.subscription_id
    WHERE b.sealed IS NOT NULL AND g.state = 'claimed' AND s.state = 'ended'`,
  "P4: a sealed batch that is over": `SELECT id FROM batch WHERE sealed IS NOT NULL AND state NOT IN ('frozen', 'attempted')`,
  "P4: pages of an import that is over": `SELECT p.import_id FROM import_page p JOIN import i ON i.id = p.import_id
    WHERE i.state IN ('done', 'dropped') AND i.finished_at IS NOT NULL`,
  "P5: on a list against a suppression": `SELECT s.id FROM subscription s JOIN address a ON a.id = s.address_id
    JOIN list l ON l.id = s.list_id JOIN sim_tags t ON t.tag = a.tag
    JOIN suppression x ON x.tag = t.suppressed AND x.scope IN (l.purpose_id, '*')`,
  "P7: the provider has a mail that is to go out again": `SELECT g.person_id FROM message g
    JOIN sim_took t ON t.mailing = g.mailing_id AND t.person = g.person_id
    LEFT JOIN sim_decided d ON d.mailing = g.mailing_id AND d.person = g.person_id
    WHERE g.state = 'planned' AND d.person IS NULL`,
  "P7: not sent, and the provider has it": `SELECT g.person_id || ' ' || g.state FROM message g
    JOIN sim_took t ON t.mailing = g.mailing_id AND t.person = g.person_id WHERE g.state IN ('skipped', 'failed') AND g.reason IS NOT 'provider.failed'`,
  "P7: sent, and the provider has it not": `SELECT g.person_id || ' ' || g.state FROM message g
    LEFT JOIN sim_took t ON t.mailing = g.mailing_id AND t.person = g.person_id
    LEFT JOIN sim_decided d ON d.mailing = g.mailing_id AND d.person = g.person_id
    WHERE g.state IN ('sent', 'delivered', 'bounced', 'complained') AND t.person IS NULL AND d.person IS NULL`,
  "P7: unknown goes out again by itself": `SELECT g.person_id FROM message g
    JOIN sim_unknown u ON u.mailing = g.mailing_id AND u.person = g.person_id
    LEFT JOIN sim_decided d ON d.mailing = g.mailing_id AND d.person = g.person_id
    WHERE g.state IN ('planned', 'claimed') AND d.person IS NULL`,
  "P7: unknown, and nobody ever tried": `SELECT g.person_id FROM message g JOIN batch b ON b.id = g.batch_id
    LEFT JOIN sim_decided d ON d.mailing = g.mailing_id AND d.person = g.person_id
    WHERE g.state = 'unknown' AND b.attempt = 0 AND d.person IS NULL`,
  "P7: unknown, and it never began": `SELECT g.person_id FROM message g JOIN batch b ON b.id = g.batch_id
    WHERE g.state = 'unknown' AND b.one_by_one AND g.begun_at IS NULL AND g.reason <> 'not-again'`,
  "P7: claimed by a batch that is over": `SELECT g.person_id FROM message g LEFT JOIN batch b ON b.id = g.batch_id
    WHERE g.state = 'claimed' AND coalesce(b.state, '') NOT IN ('frozen', 'attempted')`,
  "P7: a mailing that is over has something left to do": `SELECT g.mailing_id FROM message g
    JOIN mailing m ON m.id = g.mailing_id WHERE m.state IN ('sent', 'closing', 'closed') AND g.state IN ('planned', 'claimed')`,
  "P7: the numbers do not add up": `SELECT m.id FROM mailing m
    WHERE m.audience <> (SELECT count(*) FROM message g WHERE g.mailing_id = m.id)
      + (SELECT coalesce(sum(t.n), 0) FROM mailing_total t WHERE t.mailing_id = m.id)`,
  "P7: a receipt is said not to have gone out, and it has": `SELECT r.eid || ' ' || r.state FROM receipt r
    JOIN sim_letters l ON l.key = 'receipt/' || r.eid WHERE r.state IN ('due', 'given-up') AND l.n > 0 AND l.most = 1`,
  "P7: a receipt is said to have gone out, and it has not": `SELECT r.eid FROM receipt r
    LEFT JOIN sim_letters l ON l.key = 'receipt/' || r.eid WHERE r.state = 'mailed' AND coalesce(l.n, 0) = 0`,
  "P7: not sent, and nobody says why": `SELECT g.person_id FROM message g
    WHERE g.state IN ('skipped', 'failed', 'unknown', 'bounced') AND g.reason IS NULL`,
};

const asOne = (broken: [string, string][]) =>
  `${broken
    .map(
      ([what, sql]) =>
        `SELECT '${what}' AS what, * FROM (${sql.replace(/^SELECT ([\s\S]*?) FROM/, "SELECT $1 AS at FROM")})`,
    )
    .join("\nUNION ALL\n")}\nLIMIT 5`;

/** Rows `what, at`; none if all is well. */
export const ALWAYS = asOne(Object.entries(BROKEN));

/** The same of an older copy of the database, which cannot know what the world has seen since. */
export const ALWAYS_RESTORED = asOne(
  Object.entries(BROKEN).filter(([, sql]) => !/sim_(took|unknown|letters)/.test(sql)),
);

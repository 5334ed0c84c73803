/** Why nothing is signed: each is an alert that stays until its cause is over. */

export const LOG_STOPS = [
  /** The copy outside the database is gone, and nobody can know whether this database is the newest. A person decides. */
  "log.copy_lost",
  /** This database has met a copy, and this runtime was given no place for one. */
  "log.copy_missing",
  /** The copy in this place is not the one that this database has met. */
  "log.copy_other",
  /** Database and copy tell different histories: one of them was changed. */
  "log.fork",
] as const;
export type LogStop = (typeof LOG_STOPS)[number];

/** The subject of every alert about the log. */
export const LOG_SUBJECT = "log";

/** With what a typed address came to us: what its request seals of that until the job has decided, and how it is counted. Pure. */

/** As a door reads it from the request. */
export interface Came {
  /** Network address of the peer, whole; "" where nobody says it. Only a tag of its network is kept, for a day. */
  ip: string;
  /** The field of the proof of work, as it came; "" without JavaScript. */
  work: string;
  /** The field that people do not see was filled in. */
  trapped: boolean;
}

/** What the request seals of it: keyed tags, as hex. */
export interface CameBy {
  network?: string;
  work?: string;
  trapped?: true;
}

/**
 * What became of typed addresses, as it is counted by hour. asked: sign-ups; links: wishes for a link (own page, question).
 * plain: mails for requests without a proof of work, counted among `mailed` too. What no mail follows has its reason: nothing
 * (on the list already, or wants silence), mailbox and network (their caps), trap (a program), late (waited too long).
 * waited: had to wait for a quieter hour at least once.
 */
export const COUNTED = [
  "asked",
  "links",
  "mailed",
  "plain",
  "confirmed",
  "declined",
  "nothing",
  "mailbox",
  "network",
  "trap",
  "late",
  "waited",
] as const;
export type Counted = (typeof COUNTED)[number];

/** How a person stands with the institution at one moment: what the acts of consent are decided from. */
import type { ExportKind, Recipient } from "../../exports/rules.ts";
import type { Both, Institution, Lang } from "../../institution/rules.ts";
import type { Basis, RecordState, SubscriptionState } from "./answer.ts";

/** A live subscription of the person. */
export interface LiveSubscription {
  id: string;
  listId: string;
  listSlug: string;
  listNames: Both;
  purposeId: string;
  purposeSlug: string;
  purposeVersion: number;
  purposeNames: Both;
  basis: Basis;
  state: SubscriptionState;
  since: string | null;
  /** First day on which he wants mail of the list again. */
  pausedUntil?: string | null;
}

/** The consent record of the person for one purpose, with its key opened. */
export interface OpenRecord {
  id: string;
  purposeId: string;
  state: RecordState;
  version: number;
  lastLeaf: string;
  key: Uint8Array;
}

/** A file that was handed out with him in it. */
export interface HandedOut {
  id: string;
  kind: ExportKind;
  /** Moment of the first time, ms. */
  at: number;
  recipient: Recipient;
  recipientName: string;
  /** The subscription that put him there; null for the bundle of his own proofs. */
  subscriptionId: string | null;
}

export interface Standing {
  institution: Institution;
  logOrigin: string;
  person: { id: string; language: Lang };
  /** `shared`: several people read it. `lost`: its key is gone, nobody can say what it was, and no tag can be made of it. */
  address: { id: string; address: string; name: string; normalised: string; shared?: boolean; lost?: true };
  subscriptions: LiveSubscription[];
  records: OpenRecord[];
  /** What left the house about him: exports and bundles that were fetched. */
  handedOut: HandedOut[];
  /** Numbers of his requests that are not answered yet: each holds the address, sealed, for its answer. */
  openRequests: number[];
  /** Files that the office has brought wait to be imported; whom they name is not known before. */
  filesWait: boolean;
}

/** Which subscriptions an act ends. `list`: those of the given one's purpose. `everything`: all of them. */
export type Scope = "list" | "everything";

/** Splits the person's subscriptions into those that end and those that remain. */
export function split(
  standing: Pick<Standing, "subscriptions">,
  purposeId: string,
  scope: Scope,
): { ending: LiveSubscription[]; remaining: LiveSubscription[] } {
  const ends = (s: LiveSubscription) => scope === "everything" || s.purposeId === purposeId;
  return {
    ending: standing.subscriptions.filter(ends),
    remaining: standing.subscriptions.filter((s) => !ends(s)),
  };
}

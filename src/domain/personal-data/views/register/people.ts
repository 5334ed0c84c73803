/** What is held of people on lists, and of those who asked to come on one. */
import {
  address,
  disclosure,
  intake,
  linkTag,
  person,
  subscription,
  suppression,
  token,
} from "../../../../platform/schema.ts";
import { holding, NOTHING } from "../holding.ts";

const WHILE_HELD = { need: "mailing", until: "last-subscription", by: "row" } as const;
const SEALED_PROOF = { need: "proof", until: "proof", by: "row" } as const;

export const people = [
  holding(person, "subscriber", WHILE_HELD, {
    id: "pseudonym",
    language: "language",
    restrictedAt: "decision",
    createdAt: "time",
  }),
  holding(address, "subscriber", WHILE_HELD, {
    id: "pseudonym",
    personId: "pseudonym",
    tag: "pseudonym",
    tagKey: NOTHING,
    kind: "membership",
    sealed: "address",
    createdAt: "time",
  }),
  // The row stays as a pseudonym, so that an old link still shows what was done.
  holding(subscription, "subscriber", SEALED_PROOF, {
    id: "pseudonym",
    listId: "membership",
    addressId: ["pseudonym", { need: "mailing", until: "subscription", by: "emptied" }],
    personId: ["pseudonym", { need: "mailing", until: "subscription", by: "emptied" }],
    state: "membership",
    recordId: "pseudonym",
    importId: "membership",
    since: "time",
    bulkEvent: "pseudonym",
    bulkSalt: ["key", { until: "subscription", by: "emptied" }],
    endedReason: "decision",
    endedAt: "time",
    heldAt: "delivery",
    createdAt: "time",
  }),
  holding(
    suppression,
    "subscriber",
    { need: "suppression", until: "review", by: "row" },
    {
      tag: "pseudonym",
      keyId: NOTHING,
      scope: "decision",
      reason: "reason",
      day: "time",
      reviewDay: "time",
    },
  ),
  holding(linkTag, "subscriber", SEALED_PROOF, { tag: "pseudonym", recordId: "pseudonym", keyId: NOTHING }),
  holding(
    disclosure,
    "subscriber",
    { need: "proof", until: "last-subscription", by: "row" },
    {
      digest: "pseudonym",
      eid: "pseudonym",
      body: "network",
    },
  ),
  holding(
    intake,
    "applicant",
    { need: "confirmation", until: "answer-or-7-days", by: "row" },
    {
      id: "pseudonym",
      tag: "pseudonym",
      cap: "pseudonym",
      sealed: "address",
      state: "membership",
      tryAt: NOTHING,
      createdAt: "time",
    },
  ),
  holding(
    token,
    "applicant",
    { need: "confirmation", until: "own-term", by: "row" },
    {
      hash: "key",
      kind: NOTHING,
      subject: "pseudonym",
      expiresAt: "time",
    },
  ),
];

/**
 * What an account leaves behind when it ends, and who may go on with it. Pure.
 *
 * What must stay true: what was made stays under the name of whoever made it; what waits for somebody is handed to a named
 * person who may do it; what only the member himself could go on with (his requests, his word for somebody else's) ends.
 */
import { type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { may, type Permission, type Role } from "../rules.ts";

/** What is handed on: a mailing that is not over, an imported file that waits, being told of alerts, reviewing what is kept. */
export const HANDED = ["mailing", "import", "telling", "reviewing"] as const;
export type HandedKind = (typeof HANDED)[number];

/** What whoever takes it must be able to do. */
const NEEDS: Record<HandedKind, Permission | undefined> = {
  mailing: "campaign.write",
  import: "people.import",
  telling: undefined,
  reviewing: "suppression.review",
};

export interface Leaving {
  /** Mailings he began that are not over: drafts, and those on their way. */
  mailings: { id: string; title: string; draft: boolean }[];
  /** Files he brought in that wait for a decision. */
  imports: { id: string; fileName: string }[];
  /** He is told of what cannot wait. */
  telling: boolean;
  /** He is named as who reviews why proofs or tags are kept. */
  reviewing: boolean;
  /** Fields of the settings that name his address to the public; a person changes them with the texts that say the same. */
  named: ("dataProtectionOfficer" | "sender" | "email")[];
  /** What ends: requests to open proofs, words given for others' requests and drafts, exports, keys of programs, sessions. */
  ends: {
    openings: number;
    granted: number;
    approvals: number;
    resets: number;
    exports: number;
    keys: number;
    sessions: number;
  };
}

/** How much of what is handed on. */
export function handedOf({ mailings, imports, telling, reviewing }: Leaving): Partial<Record<HandedKind, number>> {
  return {
    ...(mailings.length > 0 && { mailing: mailings.length }),
    ...(imports.length > 0 && { import: imports.length }),
    ...(telling && { telling: 1 }),
    ...(reviewing && { reviewing: 1 }),
  };
}

interface Colleague {
  id: string;
  role: Role;
  disabledAt: number | undefined;
}

/** Whether this colleague may go on with all of it. */
export function canTake(leaving: Leaving, leaver: string, other: Colleague): boolean {
  if (other.id === leaver || other.disabledAt !== undefined) return false;
  return (Object.keys(handedOf(leaving)) as HandedKind[]).every((kind) => {
    const needed = NEEDS[kind];
    return !needed || may({ kind: "staff", id: other.id, role: other.role, via: "desk" }, needed) === undefined;
  });
}

/** The successor where one is needed; nobody where nothing is left. */
export function chooseSuccessor<T extends Colleague>(
  leaving: Leaving,
  leaver: string,
  everybody: readonly T[],
  chosen: string | undefined,
): { successor: T | undefined } | Refusal {
  if (Object.keys(handedOf(leaving)).length === 0) return { successor: undefined };
  const successor = everybody.find((m) => m.id === chosen);
  if (!successor) return refuseForm([{ field: "successor", code: "staff.successor" }]);
  return canTake(leaving, leaver, successor)
    ? { successor }
    : refuseForm([{ field: "successor", code: "staff.successor_role" }]);
}

/** Work addresses of former members are taken away after so long: an ending may be a mistake, and then somebody asks. */
export const FORMER_ADDRESS_DAYS = 90;

/** A member whose address is gone is invited anew, so that his mailbox is shown to be his. */
export const mayEnable = (forgotten: boolean): Refusal | undefined =>
  forgotten ? refuse("staff.forgotten") : undefined;

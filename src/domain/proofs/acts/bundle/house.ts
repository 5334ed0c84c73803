/**
 * What every bundle of this house has in common, read once: the log with its keys and heads, and what the institution says of
 * itself. The same database gives the same bundle; nothing here asks the clock.
 */
import type { Deps } from "../../../../deps.ts";
import { hex } from "../../../../platform/encoding.ts";
import type { Both, Institution } from "../../../institution/rules.ts";
import { readInstitutionRow } from "../../../institution/views.ts";
import { readLists } from "../../../lists/views.ts";
import { noteSigner, readVkey, vkeyText } from "../../../proof-log/rules/note.ts";
import { readKeys } from "../../../proof-log/views/keys.ts";
import { readCheckpoint, type SignedHead } from "../../../proof-log/views.ts";
import type { Purpose } from "../../../purposes/rules.ts";
import { readPurposes } from "../../../purposes/views.ts";
import { type KeptStamp, readStamp, readStampedHeads } from "../../../time-stamps/views.ts";
import type { AnchorPart } from "../../rules/bundle/parts.ts";
import { policyText } from "../../rules/bundle/policy.ts";
import type { Catalogue } from "../../rules/dpv/catalogue.ts";
import { type Heads, type Prover, prover } from "../../views/inclusion.ts";
import { readOpeningsOfLog } from "../../views/many.ts";

export type BundleDeps = Pick<Deps, "db" | "vault" | "config">;

export interface BundleHouse {
  institution: Institution;
  /** Origin of the log. */
  origin: string;
  /** IRI of the controller. */
  ctl: string;
  /**
   * Every key that signs or has signed for the log of this head, as C2SP tlog-policy. One log's keys alone: where a log goes on
   * under another name by the same key, that key may stand there only once.
   */
  policyOf(head: Pick<SignedHead, "note"> | undefined): string;
  /** Undefined while nothing was ever sealed. */
  heads: Heads | undefined;
  prover: Prover | undefined;
  /** The time stamp of a head, by its root in hex. */
  stampOf(root: string): Promise<KeptStamp | undefined>;
  /** Acts that opened this log after an earlier one: they stand in every bundle, or events of before would lead nowhere. */
  openings: Awaited<ReturnType<typeof readOpeningsOfLog>>;
  purposes: Purpose[];
  /** Slug → names. */
  lists: ReadonlyMap<string, Both>;
}

/** The log that a head is of. */
export const originOf = ({ note }: Pick<SignedHead, "note">): string => note.slice(0, note.indexOf("\n"));

/** Reads it; undefined before set-up. */
export async function bundleHouse({ db, config }: BundleDeps): Promise<BundleHouse | undefined> {
  const office = await readInstitutionRow(db);
  if (!office) return undefined;
  const origin = office.logOrigin;
  const [rows, newest, purposes, lists, stamped, openings] = await Promise.all([
    readKeys(db),
    readCheckpoint(db),
    readPurposes(db),
    readLists(db),
    readStampedHeads(db),
    readOpeningsOfLog(db),
  ]);
  const policyOf = (head: Pick<SignedHead, "note"> | undefined) => {
    const name = head ? originOf(head) : origin;
    const own = config.rings.LOG_SIGNING_KEYS.all.map((key) => vkeyText(noteSigner(name, key.bytes)));
    const vkeys = [...new Set([...rows.map(({ vkey }) => vkey), ...own])];
    return policyText(vkeys.flatMap((vkey) => readVkey(vkey) ?? []).filter((key) => key.name === name));
  };
  return {
    institution: office.profile,
    origin,
    ctl: `${config.publicUrl}/#org`,
    policyOf,
    // Heads of an origin that is over end no proofs of this one.
    heads: newest && { newest, stamped: stamped.filter(({ note }) => note.startsWith(`${origin}\n`)) },
    prover: newest && prover(db, newest),
    async stampOf(root) {
      const day = stamped.find((one) => hex(one.root) === root)?.day;
      return day === undefined ? undefined : readStamp(db, day);
    },
    openings,
    purposes,
    lists: new Map(lists.map(({ slug, names }) => [slug, names])),
  };
}

/** The files of a stamp. Of several papers of one kind the one about the authority itself, which comes first. */
export function anchorPart({ note, reply, request, chain, papers }: KeptStamp): AnchorPart {
  const paper = (kind: "crl" | "ocsp") => papers.find((one) => one.kind === kind)?.der;
  const [crl, ocsp] = [paper("crl"), paper("ocsp")];
  const stamp = { tsr: reply, tsq: request, chain, ...(crl && { crl }), ...(ocsp && { ocsp }) };
  return { checkpoint: note, stamps: [stamp] };
}

/** What the institution says of the purposes that events name. */
export const catalogueOf = ({ ctl, institution, purposes }: BundleHouse, slugs: readonly string[]): Catalogue => ({
  ctl,
  institution,
  purposes: purposes.filter(({ slug }) => slugs.includes(slug)),
});

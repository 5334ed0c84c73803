/** The row of a last mail: sealed under the number of its event, in the batch of the "no" that deletes the person. */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import type { Standing } from "../../consent/rules/standing.ts";
import type { SealedLastMail } from "../rules.ts";
import { oweLastMailWrite } from "../store.ts";

const place = (eid: string) => ({ table: "last_mail", column: "sealed", row: eid });

/** Assembles it. */
export function oweLastMail(
  { db, vault }: Pick<Deps, "db" | "vault">,
  { person, address }: Pick<Standing, "person" | "address">,
  eid: string,
  says: Omit<SealedLastMail, "to" | "language">,
): Write {
  const mail: SealedLastMail = { to: address.address, language: person.language, ...says };
  const { tag } = vault.tag(address.normalised);
  return oweLastMailWrite(db, { eid, tag, sealed: vault.seal(place(eid), JSON.stringify(mail)), at: says.at });
}

/** Opens what it sealed. Throws if it was moved to another event. */
export function openLastMail(vault: Deps["vault"], eid: string, sealed: Uint8Array): SealedLastMail {
  return JSON.parse(vault.open(place(eid), sealed)) as SealedLastMail;
}

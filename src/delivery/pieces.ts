/**
 * The mails of a mailing differ in a few places of their HTML. A mail that was made of pieces is known here by them, so
 * that a mailer may encode once what is the same for everybody. It need not: the mail says the same without.
 */
import type { OutgoingMail } from "../deps.ts";

/** `fixed[0] + values[0] + fixed[1] + …`: the HTML. `fixed` is one object for all mails of a mailing and a language. */
export interface Pieces {
  readonly fixed: readonly string[];
  readonly values: readonly string[];
}

const known = new WeakMap<OutgoingMail, Pieces>();

/** Notes of what pieces the HTML of this mail is made. */
export function inPieces(mail: OutgoingMail, pieces: Pieces): OutgoingMail {
  known.set(mail, pieces);
  return mail;
}

/** The HTML of a mail in pieces; as one piece where nothing is known of any. */
export const piecesOf = (mail: OutgoingMail): Pieces => known.get(mail) ?? { fixed: [mail.html], values: [] };

/** What `make` makes of fixed pieces, made once for as long as they live. */
export function onceOf<T>(make: (text: string) => T): (fixed: readonly string[]) => readonly T[] {
  const kept = new WeakMap<readonly string[], readonly T[]>();
  return (fixed) => {
    const made = kept.get(fixed) ?? fixed.map(make);
    kept.set(fixed, made);
    return made;
  };
}

/** Where a "no" can be said: that a last mail follows, and that the address lives on for it. Nothing where none does. */
import { lastMailTexts } from "../../../texts/last-mail.ts";
import { say } from "../../../texts/say.ts";
import type { PublicContext } from "../../env.ts";

/** For whoever is held by nothing else. */
export function LastMailNote({ c }: { c: PublicContext }) {
  return c.var.institution.lastMail ? <p>{say(lastMailTexts, c.var.lang)("before")}</p> : null;
}

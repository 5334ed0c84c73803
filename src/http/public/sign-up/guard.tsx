/**
 * What keeps programs from using the public forms: its fields in a form, and what is taken from what came with them. The same
 * for our own page, for a form in another site and for a call, so it reads fields by their names and knows no page. Nothing is
 * decided here: whatever came, the answer is the same, and the job decides (domain/sign-up-guard).
 */
import type { Came } from "../../../domain/sign-up-guard/rules/came.ts";
import { guardTexts } from "../../../texts/guard.ts";
import { say } from "../../../texts/say.ts";
import { assetPaths } from "../../assets.gen.ts";
import type { PublicContext } from "../../env.ts";
import { fieldId } from "../../forms.ts";
import { peerOf } from "../../frame/peer.ts";

/** A field that people do not see and programs fill in. */
export const TRAP = "website";
/** The proof of work, as ALTCHA's own elements name it. */
export const WORK = "altcha";
/** Where a browser asks for a challenge. */
export const CHALLENGE = "/subscribe/challenge";

/** The fields of the guard, inside the form and before its button. Without JavaScript they stay empty, and that is enough. */
export function GuardFields({ c }: { c: PublicContext }) {
  const t = say(guardTexts, c.var.lang);
  return (
    <>
      <div hidden>
        <label for={fieldId(TRAP)}>{t("trap")}</label>
        <input id={fieldId(TRAP)} name={TRAP} tabindex={-1} autocomplete="off" />
        <input type="hidden" name={WORK} value="" data-challenge={CHALLENGE} />
      </div>
      <p class="hint" role="status" data-working={t("working")} />
      <script src={assetPaths["work.js"]} defer />
    </>
  );
}

/** With what a form or a call came. `sent`: the field of this name, "" where it is missing. */
export const cameWith = (c: PublicContext, sent: (name: string) => string): Came => ({
  ip: peerOf(c),
  work: sent(WORK),
  trapped: sent(TRAP) !== "",
});

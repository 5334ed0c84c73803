/** Which mail a campaign sends: the question, the question once more, or the notice of another basis. */
import type { FrozenMailing } from "../../domain/campaigns/rules.ts";
import type { Lang } from "../../domain/institution/rules.ts";
import type { Manner, Prepared } from "./compose.ts";
import { prepareNotice } from "./notice.ts";
import { prepareReconsent } from "./reconsent.ts";

/** Prepares it in a language that the mailing is written in. */
export function prepareMail(frozen: FrozenMailing, lang: Lang, manner: Manner): Prepared {
  return frozen.kind === "notice" ? prepareNotice(frozen, lang, manner) : prepareReconsent(frozen, lang, manner);
}

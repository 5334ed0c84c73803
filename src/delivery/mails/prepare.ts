/** Which mail a campaign sends: the question, the question once more, or the notice of another basis. */
import type { FrozenMailing } from "../../domain/campaigns/rules.ts";
import type { Lang } from "../../domain/institution/rules.ts";
import type { Prepared } from "./compose.ts";
import { prepareNotice } from "./notice.ts";
import { prepareReconsent } from "./reconsent.ts";

/** Prepares it in a language that the mailing is written in. `trial`: for staff, who is told so. */
export function prepareMail(frozen: FrozenMailing, lang: Lang, trial = false): Prepared {
  return frozen.kind === "notice" ? prepareNotice(frozen, lang, trial) : prepareReconsent(frozen, lang, trial);
}

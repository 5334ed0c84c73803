/** The public sentence of every refusal code, by noun. A code without a sentence fails the structure test. */
import { type FieldProblem, isRefusal, type Refusal } from "../../refusal.ts";
import { type Lang, say, type Texts } from "../say.ts";
import { alertsRefusals } from "./alerts.ts";
import { apiRefusals } from "./api.ts";
import { breachesRefusals } from "./breaches.ts";
import { campaignsRefusals } from "./campaigns.ts";
import { consentRefusals } from "./consent.ts";
import { documentsRefusals } from "./documents.ts";
import { exportsRefusals } from "./exports.ts";
import { formRefusals } from "./form.ts";
import { importsRefusals } from "./imports.ts";
import { institutionRefusals } from "./institution.ts";
import { issueDraftsRefusals } from "./issue-drafts.ts";
import { issueSendingRefusals } from "./issue-sending.ts";
import { journalRefusals } from "./journal.ts";
import { listsRefusals } from "./lists.ts";
import { meRefusals } from "./me.ts";
import { messagesRefusals } from "./messages.ts";
import { noticesRefusals } from "./notices.ts";
import { pageRefusals } from "./page.ts";
import { peopleRefusals } from "./people.ts";
import { proofLogRefusals } from "./proof-log.ts";
import { proofsRefusals } from "./proofs.ts";
import { purposesRefusals } from "./purposes.ts";
import { requestsRefusals } from "./requests.ts";
import { retentionRefusals } from "./retention.ts";
import { staffRefusals } from "./staff.ts";
import { suppressionRefusals } from "./suppressions.ts";

const areas = [
  formRefusals,
  issueDraftsRefusals,
  journalRefusals,
  pageRefusals,
  staffRefusals,
  institutionRefusals,
  purposesRefusals,
  noticesRefusals,
  listsRefusals,
  peopleRefusals,
  importsRefusals,
  consentRefusals,
  exportsRefusals,
  campaignsRefusals,
  issueSendingRefusals,
  alertsRefusals,
  apiRefusals,
  meRefusals,
  messagesRefusals,
  documentsRefusals,
  proofsRefusals,
  proofLogRefusals,
  breachesRefusals,
  requestsRefusals,
  retentionRefusals,
  suppressionRefusals,
] as const;

/** All sentences, by language and code. */
export const refusalTexts = {
  lv: Object.assign({}, ...areas.map((a) => a.lv)),
  en: Object.assign({}, ...areas.map((a) => a.en)),
} as Texts<string>;

/** The sentence a person sees for a refusal, or for the problem of one field. */
export function refusalText(no: Refusal | FieldProblem, lang: Lang): string {
  if (!(no.code in refusalTexts[lang]))
    throw new Error(`no sentence for ${isRefusal(no) ? "refusal" : "problem"} ${no.code}`);
  return say(refusalTexts, lang)(no.code, no.values);
}

/**
 * Renders an issue of a newsletter to one recipient: a pure function of what was frozen at "send" and the member, as
 * render.ts is for campaigns. What does not depend on the member is made once for each frozen issue, language and manner.
 */
import type { OutgoingMail } from "../../deps.ts";
import type { Member } from "../../domain/campaigns/rules.ts";
import type { Lang } from "../../domain/institution/rules.ts";
import type { FrozenIssue } from "../../domain/issues/rules/issue.ts";
import { shownName } from "../../domain/people/rules/name.ts";
import type { Tokens } from "../../platform/tokens.ts";
import { showDate } from "../../texts/dates.ts";
import { issueMailTexts } from "../../texts/issue-mail.ts";
import { say } from "../../texts/say.ts";
import type { Prepared } from "../mails/compose.ts";
import { type IssueManner, prepareIssue } from "./mail.ts";

/** The mail of an issue to one member. Throws if it was frozen for another renderer or its token key is gone. */
export function renderIssue(frozen: FrozenIssue, mailingId: string, member: Member, tokens: Tokens): OutgoingMail {
  if (frozen.renderer !== 1) throw new Error("this issue was frozen for another renderer");
  const language = languageOf(frozen, member.language);
  const name = shownName(member.name);
  const holes = {
    address: member.address,
    name: name ?? "",
    since: member.since ? sinceWords(member.since, language, frozen) : "",
    answerUrl: "",
    refuseUrl: `${frozen.publicUrl}/u/${tokens.make("u", { subscriptionId: member.subscriptionId, mailingId }, frozen.tokenKeyId)}`,
  };
  const manner = { trial: false, named: name !== undefined, dated: member.since !== undefined };
  return prepared(frozen, language, manner)(holes, { message: `${mailingId}_${member.personId}` });
}

/** The real mail with links that belong to nobody: marked as a trial for staff, or as its readers see it. */
export function renderIssueSample(
  frozen: FrozenIssue,
  to: { address: string; language: Lang },
  trial: boolean,
): OutgoingMail {
  const refuseUrl = `${frozen.publicUrl}/u/izmeginajums`;
  const holes = { address: to.address, name: "", since: "", answerUrl: "", refuseUrl };
  const manner = { trial, named: false, dated: false };
  return prepareIssue(frozen, languageOf(frozen, to.language), manner)(holes, { kind: "trial" });
}

function sinceWords(day: string, lang: Lang, { institution }: FrozenIssue): string {
  const since = showDate(day, { lang, zone: institution.timeZone, form: "gen" });
  return say(issueMailTexts, lang)("since.value", { since });
}

const ready = new WeakMap<FrozenIssue, Map<string, Prepared>>();

function prepared(frozen: FrozenIssue, language: Lang, manner: IssueManner): Prepared {
  const known = ready.get(frozen) ?? new Map<string, Prepared>();
  ready.set(frozen, known);
  const key = JSON.stringify([language, manner.named, manner.dated]);
  const made = known.get(key) ?? prepareIssue(frozen, language, manner);
  known.set(key, made);
  return made;
}

/** The reader's language if the issue is written in it, else the institution's first that it is written in. */
function languageOf(frozen: FrozenIssue, wanted: Lang): Lang {
  const lang = [wanted, ...frozen.institution.languages].find((l) => frozen.texts[l]);
  if (!lang) throw new Error("the frozen issue has no text");
  return lang;
}

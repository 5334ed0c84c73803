/** What the pages of an issue on its way share: the voice, the segment in words, what was just done. */
import type { Child } from "hono/jsx";
import type { Segment } from "../../../../domain/issues/rules/segment.ts";
import type { Issue } from "../../../../domain/issues/views.ts";
import type { List } from "../../../../domain/lists/rules.ts";
import { inLanguage } from "../../../../domain/purposes/rules.ts";
import { showDate, showDateTime } from "../../../../texts/dates.ts";
import { issueSendingTexts } from "../../../../texts/issue-sending.ts";
import { say } from "../../../../texts/say.ts";
import type { StaffContext } from "../../../env.ts";
import { Alert, Done } from "../../parts.tsx";

export const sendingVoice = (c: StaffContext) => say(issueSendingTexts, c.var.lang);

/** Everything that the segment asks, one sentence each; empty for the whole list. `lists`: those that it may name. */
export function segmentWords(c: StaffContext, segment: Segment | undefined, lists: readonly List[]): string[] {
  const t = sendingVoice(c);
  const { lang, institution } = c.var;
  const date = (day: string) => showDate(day, { lang, zone: institution.timeZone, form: "table" });
  const named = (id: string) => {
    const list = lists.find((one) => one.id === id);
    return list ? inLanguage(list.names, lang) : id;
  };
  const quoted = (id: string) => (lang === "lv" ? `„${named(id)}”` : `“${named(id)}”`);
  const { languages = [], joinedFrom, joinedTo, alsoOn = [], notOn = [] } = segment ?? {};
  return [
    ...(languages.length > 0
      ? [t("says.languages", { list: languages.map((one) => t(`part.${one}`)).join(", ") })]
      : []),
    ...(joinedFrom ? [t("says.joinedFrom", { date: date(joinedFrom) })] : []),
    ...(joinedTo ? [t("says.joinedTo", { date: date(joinedTo) })] : []),
    ...alsoOn.map((id) => t("says.alsoOn", { list: quoted(id) })),
    ...notOn.map((id) => t("says.notOn", { list: quoted(id) })),
  ];
}

/** The same as a value of a fact. */
export function SegmentWords({ c, segment, lists }: { c: StaffContext; segment: Segment | undefined; lists: List[] }) {
  const words = segmentWords(c, segment, lists);
  if (words.length === 0) return <>{sendingVoice(c)("who.part.all")}</>;
  return <>{words.join("; ")}</>;
}

const DONE = ["sent", "scheduled", "moved", "taken-back", "approved", "part"] as const;

/** What the act before the redirect did: `?done=scheduled`. Unknown codes say nothing. */
export function JustDone({ c }: { c: StaffContext }): Child {
  const done = DONE.find((code) => code === c.req.query("done"));
  return done ? <Done>{sendingVoice(c)(`done.${done}`)}</Done> : null;
}

/** After a restore, until the draft is edited or approved anew: it may have gone out, and this database would not know. */
export function OlderCopy({ c, issue }: { c: StaffContext; issue: Issue }): Child {
  const until = issue.review?.olderCopy;
  if (until === undefined) return null;
  const t = sendingVoice(c);
  const when = showDateTime(until, { lang: c.var.lang, zone: c.var.institution.timeZone });
  return (
    <Alert color="warning" title={t("older.title")}>
      <p>{t("older.text", { when })}</p>
    </Alert>
  );
}

/** What keeps a mailing from being sent: its mail, made for a person who does not exist, looked at by the linter. */
import type { OutgoingMail } from "../../deps.ts";
import type { FrozenMailing } from "../../domain/campaigns/rules.ts";
import type { Lang } from "../../domain/institution/rules.ts";
import type { FrozenIssue } from "../../domain/issues/rules/issue.ts";
import { unfit } from "../headers.ts";
import { prepareIssue } from "../issues/mail.ts";
import { lintMail } from "../lint.ts";
import { signature } from "./letterhead.ts";
import { prepareMail } from "./prepare.ts";

/** A link token's length, with nobody behind it. */
const TOKEN = "x".repeat(71);

/** Codes of what is wrong, language by language; empty if every mail of it is fit to be sent. */
export function mailProblems(frozen: FrozenMailing): { language: Lang; code: string }[] {
  const { publicUrl } = frozen;
  return (Object.keys(frozen.texts) as Lang[]).flatMap((language) => {
    const mail = prepareMail(frozen, language, { trial: false, named: true })(nobody(publicUrl), {});
    return codesOf(mail, frozen, language);
  });
}

/** The same of an issue: its author's links lead where he says, its pictures lie with us. */
export function issueMailProblems(frozen: FrozenIssue): { language: Lang; code: string }[] {
  return (Object.keys(frozen.texts) as Lang[]).flatMap((language) => {
    const manner = { trial: false, named: true, dated: true };
    const mail = prepareIssue(frozen, language, manner)(nobody(frozen.publicUrl), {});
    return codesOf(mail, frozen, language, { authored: true });
  });
}

/** A person who does not exist, with links as long as real ones. */
const nobody = (publicUrl: string) => ({
  address: "vards@pasts.example",
  name: "Vārds Uzvārds",
  since: "2026. gada 22. novembra",
  answerUrl: `${publicUrl}/r/${TOKEN}`,
  refuseUrl: `${publicUrl}/u/${TOKEN}`,
});

function codesOf(
  mail: OutgoingMail,
  { publicUrl, institution }: Pick<FrozenMailing, "publicUrl" | "institution"> | FrozenIssue,
  language: Lang,
  more: { authored?: boolean } = {},
): { language: Lang; code: string }[] {
  const name = language === "lv" ? institution.names.lv.nom : institution.names.en;
  const notice = signature(institution, language).map((runs) =>
    runs.map((run) => (run.kind === "break" ? " " : run.text)).join(""),
  );
  const codes = [unfit(mail), ...lintMail(mail, { publicUrl, says: [name, ...notice], ...more })];
  const found = codes.filter((code) => code !== undefined).map((code) => code.replace(/^mail\./, ""));
  return [...new Set(found)].map((code) => ({ language, code }));
}

/** What keeps a mailing from being sent: its mail, made for a person who does not exist, looked at by the linter. */
import type { FrozenMailing } from "../../domain/campaigns/rules.ts";
import type { Lang } from "../../domain/institution/rules.ts";
import { unfit } from "../headers.ts";
import { lintMail } from "../lint.ts";
import { signature } from "./letterhead.ts";
import { prepareMail } from "./prepare.ts";

/** A link token's length, with nobody behind it. */
const TOKEN = "x".repeat(71);

/** Codes of what is wrong, language by language; empty if every mail of it is fit to be sent. */
export function mailProblems(frozen: FrozenMailing): { language: Lang; code: string }[] {
  const { publicUrl, institution } = frozen;
  return (Object.keys(frozen.texts) as Lang[]).flatMap((language) => {
    const links = { answerUrl: `${publicUrl}/r/${TOKEN}`, refuseUrl: `${publicUrl}/u/${TOKEN}` };
    const to = { address: "vards@pasts.example", name: "Vārds Uzvārds", ...links };
    const mail = prepareMail(frozen, language, { trial: false, named: true })(to, {});
    const name = language === "lv" ? institution.names.lv.nom : institution.names.en;
    const notice = signature(institution, language).map((runs) =>
      runs.map((run) => (run.kind === "break" ? " " : run.text)).join(""),
    );
    const codes = [unfit(mail), ...lintMail(mail, { publicUrl, says: [name, ...notice] })];
    const found = codes.filter((code) => code !== undefined).map((code) => code.replace(/^mail\./, ""));
    return [...new Set(found)].map((code) => ({ language, code }));
  });
}

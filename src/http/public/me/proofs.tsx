/** The part "My proofs" of a person's own page: each record in plain words, who stands behind each event, and its file. */
import type { ProofFile } from "../../../domain/proofs/acts/file.ts";
import { ACTS, METHODS } from "../../../domain/proofs/rules/report/words.ts";
import { showDateTime } from "../../../texts/dates.ts";
import { ownProofsTexts } from "../../../texts/own-proofs.ts";
import { proofReportTexts } from "../../../texts/proof-report.ts";
import { type Lang, say } from "../../../texts/say.ts";

export interface OwnProofsProps {
  lang: Lang;
  /** IANA zone of the institution. */
  zone: string;
  proofs: ProofFile;
  /** Where the file of a record is. */
  fileOf: (recordId: string) => string;
}

export function OwnProofs({ lang, zone, proofs: { chains, imports }, fileOf }: OwnProofsProps) {
  const t = say(ownProofsTexts, lang);
  const told = say(proofReportTexts, lang);
  const when = (at: number) => showDateTime(at, { lang, zone });
  return (
    <section class="flow" aria-labelledby="own-proofs">
      <h2 id="own-proofs">{t("title")}</h2>
      <p>{t("lead")}</p>
      {chains.length === 0 && imports.length === 0 && <p>{t("none")}</p>}
      {chains.map(({ recordId, purpose, events }) => (
        <section class="flow mt6" aria-labelledby={`own-${recordId}`}>
          <h3 id={`own-${recordId}`}>{purpose.names[lang] || purpose.names.lv}</h3>
          <ol class="flow">
            {events.map(({ at, said }) => (
              <li>
                <strong>
                  {t("event", {
                    when: when(at),
                    act: told(`act.${known(ACTS, said.typ.split(".")[1])}`).toLowerCase(),
                  })}
                </strong>
                <br />
                {told(`how.${known(METHODS, said.method)}`)}. {told(`vouched.${said.evidence}`)}
              </li>
            ))}
          </ol>
          <p>
            <a class="ds-button" href={fileOf(recordId)}>
              {t("file")}
            </a>
          </p>
          <p class="small">{t("file.about")}</p>
        </section>
      ))}
      {imports.length > 0 && (
        <section class="flow mt6" aria-labelledby="own-imports">
          <h3 id="own-imports">{t("import.title")}</h3>
          <ul class="flow">
            {imports.map(({ at, list, claim }) => (
              <li>
                {t("import", { when: when(at), list: list.names[lang] || list.names.lv, source: claim.source })}{" "}
                {told("vouched.institution")}
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

const known = <T extends string>(all: readonly T[], one: string | undefined): T | "other" =>
  all.find((known) => known === one) ?? "other";

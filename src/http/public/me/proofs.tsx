/** The part "My proofs" of a person's own page: each record in plain words, who stands behind each event, and its file. */
import type { Child } from "hono/jsx";
import type { ProofFile } from "../../../domain/proofs/acts/file.ts";
import { isSealed } from "../../../domain/proofs/acts/own.ts";
import { ACTS, METHODS } from "../../../domain/proofs/rules/report/words.ts";
import { showDate, showDateTime } from "../../../texts/dates.ts";
import { ownProofsTexts } from "../../../texts/own-proofs.ts";
import { proofReportTexts } from "../../../texts/proof-report.ts";
import { type Lang, say } from "../../../texts/say.ts";
import { quotedAll } from "../answers/links.tsx";

export interface OwnProofsProps {
  lang: Lang;
  /** IANA zone of the institution. */
  zone: string;
  proofs: ProofFile;
  /** Where the file of a record is; none where several people read the address: a file tells from where one of them answered. */
  fileOf: ((recordId: string) => string) | undefined;
}

export function OwnProofs({ lang, zone, proofs: { chains, imports }, fileOf }: OwnProofsProps) {
  const t = say(ownProofsTexts, lang);
  const told = say(proofReportTexts, lang);
  const when = (at: number) => showDateTime(at, { lang, zone });
  return (
    <section class="flow" aria-labelledby="own-proofs">
      <h2 id="own-proofs">{t("title")}</h2>
      <p>{t("lead")}</p>
      {chains.length > 0 && <p>{t.rich<Child>("verify", { a: (inner) => <a href="/log/verify">{inner}</a> })}</p>}
      {chains.length === 0 && imports.length === 0 && <p>{t("none")}</p>}
      {chains.map(({ recordId, purpose, events, lists, shredDay }) => (
        <section class="flow mt6" aria-labelledby={`own-${recordId}`}>
          <h3 id={`own-${recordId}`}>{purpose.names[lang] || purpose.names.lv}</h3>
          <ol>
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
                {said.lists.length > 0 && (
                  <>
                    <br />
                    {t("lists", {
                      n: said.lists.length,
                      lists: quotedAll(
                        said.lists.map((slug) => lists.get(slug) ?? { lv: slug, en: slug }),
                        lang,
                      ),
                    })}
                  </>
                )}
                {said.noticeSha256 && (
                  <>
                    <br />
                    <a href={`/privacy/${said.noticeSha256}`} aria-label={t("text.of", { when: when(at) })}>
                      {t("text")}
                    </a>
                  </>
                )}
              </li>
            ))}
          </ol>
          {shredDay !== undefined && <p>{t("until", { date: showDate(shredDay, { lang, zone, form: "dat" }) })}</p>}
          {fileOf === undefined ? null : isSealed({ events }) ? (
            <>
              <p class="actions">
                <a
                  class="ds-button"
                  data-variant="secondary"
                  href={fileOf(recordId)}
                  aria-label={t("file.of", { purpose: purpose.names[lang] || purpose.names.lv })}
                >
                  {t("file")}
                </a>
                <a
                  href={`${fileOf(recordId)}/receipt`}
                  aria-label={t("receipt.of", { purpose: purpose.names[lang] || purpose.names.lv })}
                >
                  {t("receipt")}
                </a>
              </p>
              <p class="small">{t("file.about")}</p>
            </>
          ) : (
            <p>{t("soon")}</p>
          )}
        </section>
      ))}
      {imports.length > 0 && (
        <section class="flow mt6" aria-labelledby="own-imports">
          <h3 id="own-imports">{t("import.title")}</h3>
          <ul>
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

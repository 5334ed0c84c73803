/** The part of one's own page with the rights: take along, correct, restrict, a shared address, delete everything. */
import type { Dossier } from "../../../../domain/me/held/dossier.ts";
import { ownChoiceTexts } from "../../../../texts/own-choices.ts";
import { say } from "../../../../texts/say.ts";
import type { PublicContext } from "../../../env.ts";
import { ActLink, Row } from "./parts.tsx";

export function Rights({ c, dossier }: { c: PublicContext; dossier: Dossier }) {
  const { lang, institution } = c.var;
  const t = say(ownChoiceTexts, lang);
  const { held, shared } = dossier;
  return (
    <section class="flow" aria-labelledby="own-rights">
      <h2 id="own-rights">{t("rights.title")}</h2>
      <ul class="rows with-act">
        <Row
          title={t("take.title")}
          act={
            <div class="actions">
              <ActLink href="/me/data.html" label={t("take.html")} />
              <ActLink href="/me/data.json" label={t("take.json")} />
            </div>
          }
        >
          <p class="small">{t("take.text")}</p>
        </Row>
        {held && !shared && (
          <Row title={t("name.title")} act={<ActLink href="/me/name" label={t("name.link")} />}>
            <p class="small">{held.name ? t("name.text", { name: held.name }) : t("name.none")}</p>
          </Row>
        )}
        {held && institution.languages.length > 1 && (
          <li>
            <form method="post" action="/me/language">
              <input type="hidden" name="lang" value={lang} />
              <h3>{t("language.title")}</h3>
              <div class="field">
                <p class="small">
                  <label for="f-language">{t("language.label")}</label>
                </p>
                <select class="ds-input" id="f-language" name="language">
                  {institution.languages.map((one) => (
                    <option value={one} selected={one === held.language}>
                      {t(`language.${one}`)}
                    </option>
                  ))}
                </select>
              </div>
              <p class="mt3">
                <button class="ds-button" data-variant="secondary" type="submit">
                  {t("language.button")}
                </button>
              </p>
            </form>
          </li>
        )}
        <Row title={t("correct.title")} act={<ActLink href="/me/correct" label={t("correct.link")} />}>
          <p class="small">{t("correct.text")}</p>
        </Row>
        {held && (
          <Row
            title={t("restrict.title")}
            act={!held.restrictedFor && <ActLink href="/me/restrict" label={t("restrict.link")} />}
          >
            <p class="small">
              {held.restrictedFor
                ? t(held.restrictedFor === "request" ? "request.is" : "restrict.is")
                : t("restrict.text")}
            </p>
          </Row>
        )}
        {held && !shared && (
          <Row title={t("share.title")} act={<ActLink href="/me/shared" label={t("share.link")} />}>
            <p class="small">{t("share.text")}</p>
          </Row>
        )}
        {held && shared && (
          <Row
            title={t("share.title")}
            act={
              <form method="post" action="/me/shared">
                <input type="hidden" name="lang" value={lang} />
                <input type="hidden" name="shared" value="no" />
                <button class="ds-button" data-variant="secondary" type="submit">
                  {t("share.end")}
                </button>
              </form>
            }
          >
            <p class="small">{t("share.end.text")}</p>
          </Row>
        )}
        {held && (
          <Row title={t("erase.heading")} act={<ActLink href="/me/erase" label={t("erase.link")} />}>
            <p class="small">{t("erase.text")}</p>
          </Row>
        )}
      </ul>
    </section>
  );
}

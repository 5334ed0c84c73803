/**
 * The part "My lists": each purpose with its lists, on or off. Off is one press, because it is as easy as on (GDPR Art. 7(3)); on shows
 * the text first that is consented to. A list that does not rest on consent says what it rests on, and has the right to object
 * beside it (Art. 21(4)).
 */
import type { Child } from "hono/jsx";
import type { LiveSubscription } from "../../../../domain/consent/rules/standing.ts";
import type { Offered } from "../../../../domain/consent/views/offered.ts";
import { asksMore } from "../../../../domain/me/rules/offer.ts";
import type { Purpose } from "../../../../domain/purposes/rules.ts";
import { lastMailWords } from "../../../../texts/last-mail.ts";
import { ownChoiceTexts } from "../../../../texts/own-choices.ts";
import { ownPageTexts } from "../../../../texts/own-page.ts";
import { say } from "../../../../texts/say.ts";
import type { PublicContext } from "../../../env.ts";
import { LastMailNote } from "../../answers/last-mail.tsx";
import { named, quoted, quotedAll } from "../../answers/links.tsx";
import { StateOf } from "./parts.tsx";
import { PauseForm } from "./pause.tsx";

export interface OwnLists {
  subscriptions: readonly LiveSubscription[];
  purposes: readonly Purpose[];
  /** Lists that anybody may sign up to. */
  offer: readonly Offered[];
}

export function Lists({ c, own }: { c: PublicContext; own: OwnLists }) {
  const { lang } = c.var;
  const t = say(ownPageTexts, lang);
  const purposeIds = [...new Set(own.subscriptions.map((s) => s.purposeId))];
  const groups = purposeIds.map((id) => own.subscriptions.filter((s) => s.purposeId === id));
  const on = new Set(own.subscriptions.map((s) => s.listId));
  const off = own.offer.filter((o) => !on.has(o.list.id));
  return (
    <section class="flow" aria-labelledby="own-lists">
      <h2 id="own-lists">{t("lists.title")}</h2>
      {groups.length === 0 ? <p>{t("lists.none")}</p> : <p>{say(ownChoiceTexts, lang)("lists.about")}</p>}
      {groups.length + off.length > 0 && (
        <ul class="rows with-act">
          {groups.map((group) => (
            <On c={c} group={group} own={own} />
          ))}
          {off.map((one) => (
            <Off c={c} one={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** One purpose that the person is on. */
function On({ c, group, own }: { c: PublicContext; group: LiveSubscription[]; own: OwnLists }) {
  const { lang } = c.var;
  const t = say(ownChoiceTexts, lang);
  const [first] = group as [LiveSubscription];
  const names = group.map((s) => s.listNames);
  const lists = quotedAll(names, lang);
  const rest = own.subscriptions.filter((s) => s.purposeId !== first.purposeId);
  const objects = first.basis === "e" || first.basis === "f";
  const proven = group.every((s) => s.state === "active");
  const asked = group.find((s) => s.state !== "active" && own.offer.some((o) => o.list.id === s.listId));
  return (
    <li>
      <div>
        <h3>{names.map((one) => named(one, lang)).join(", ")}</h3>
        <p>
          {proven ? (
            <StateOf on text={t(first.basis === "a" ? "state.on" : "state.task")} />
          ) : (
            say(ownPageTexts, lang)("list.unproven")
          )}
        </p>
        <p class="meta">{say(ownPageTexts, lang)("list.purpose", { purpose: named(first.purposeNames, lang) })}</p>
        {first.basis !== "a" && (
          <p class="meta">
            {basisWords(
              c,
              first,
              own.purposes.find((p) => p.id === first.purposeId),
            )}
          </p>
        )}
        {objects && (
          <p>
            <strong>{t("object.about")}</strong>
          </p>
        )}
        <p class="meta">
          {t("off.ends", { lists })}{" "}
          {rest.length > 0
            ? t("off.stays", {
                lists: quotedAll(
                  rest.map((s) => s.listNames),
                  lang,
                ),
              })
            : c.var.institution.lastMail
              ? lastMailWords(lang)["list.deletes"]
              : t("off.deletes")}
        </p>
        {rest.length === 0 && <LastMailNote c={c} />}
        {group.map((one) => (
          <PauseForm c={c} one={one} alone={group.length === 1} />
        ))}
      </div>
      <div class="actions">
        {asked && (
          <a
            class="ds-button"
            data-variant="secondary"
            href={`/me/lists/${asked.listId}`}
            aria-label={t("on.agree.of", { list: named(asked.listNames, lang) })}
          >
            {t("on.agree")}
          </a>
        )}
        <form method="post" action="/me/off">
          <input type="hidden" name="lang" value={lang} />
          <input type="hidden" name="purpose" value={first.purposeId} />
          <button
            class="ds-button"
            data-variant="secondary"
            type="submit"
            aria-label={t(objects ? "object.of" : "off.of", { lists: names.map((one) => named(one, lang)).join(", ") })}
          >
            {t(objects ? "object.button" : "off.button")}
          </button>
        </form>
      </div>
    </li>
  );
}

function basisWords(c: PublicContext, { basis }: LiveSubscription, purpose: Purpose | undefined): Child {
  const { lang } = c.var;
  const t = say(ownChoiceTexts, lang);
  const norm = purpose ? named(purpose.sheet.norm, lang) : "";
  const interests = purpose ? named(purpose.sheet.interests, lang) : "";
  if (basis === "b") return t("basis.b");
  if (basis === "c" && norm) return t("basis.c", { norm });
  if (basis === "e" && norm) return t("basis.e", { norm });
  return basis === "f" && interests ? t("basis.f", { interests }) : t("basis.bare");
}

/** A list that the person is not on. */
function Off({ c, one: { list, purpose } }: { c: PublicContext; one: Offered }) {
  const { lang } = c.var;
  const t = say(ownChoiceTexts, lang);
  return (
    <li>
      <div>
        <h3>{named(list.names, lang)}</h3>
        <p>
          <StateOf on={false} text={t("state.off")} />
        </p>
        <p class="meta">{named(list.promise, lang)}</p>
        <p class="meta">{say(ownPageTexts, lang)("list.purpose", { purpose: named(purpose.sheet.names, lang) })}</p>
      </div>
      <a
        class="ds-button"
        data-variant="secondary"
        href={asksMore(purpose) ? `/subscribe?list=${list.id}` : `/me/lists/${list.id}`}
        aria-label={t("on.link.of", { list: quoted(list.names, lang) })}
      >
        {t("on.link")}
      </a>
    </li>
  );
}

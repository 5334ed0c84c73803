/** Parts of the composer that only the script can use; it shows them. */
import type { Issue } from "../../../../domain/issues/views.ts";
import type { StaffContext } from "../../../env.ts";
import { composerVoice, issuePath, pagesVoice } from "../frame.tsx";

/** Which language is shown, and undo over blocks. */
export function LiveBar({ c }: { c: StaffContext }) {
  const t = composerVoice(c);
  const { languages } = c.var.institution;
  const show = (what: string, label: string) => (
    <button class="composer-show" type="button" data-show={what} aria-pressed="false">
      {label}
    </button>
  );
  return (
    <div class="composer-live" data-live hidden>
      <fieldset class="composer-shows" aria-label={t("live.shown")}>
        {languages.map((lang) => show(lang, t(`edit.lang.${lang}`)))}
        {languages.length > 1 && show("both", t("live.both"))}
        {show("preview", t("live.with-preview"))}
      </fieldset>
      <div class="desk-acts">
        <button class="composer-act" type="button" data-undo>
          {t("live.undo")}
        </button>
        <button class="composer-act" type="button" data-redo>
          {t("live.redo")}
        </button>
      </div>
    </div>
  );
}

/** What this browser kept of an earlier visit. */
export function Found({ c }: { c: StaffContext }) {
  const t = composerVoice(c);
  return (
    <div class="ds-alert" data-color="warning" data-found hidden>
      <p>{t("live.found")}</p>
      <div class="desk-acts">
        <button class="ds-button" type="button" data-variant="secondary" data-kept="use">
          {t("live.use")}
        </button>
        <button class="ds-button" type="button" data-variant="tertiary" data-kept="drop">
          {t("live.drop")}
        </button>
      </div>
    </div>
  );
}

export const VIEWS = ["wide", "narrow", "dark", "plain", "text"] as const;
export type IssueView = (typeof VIEWS)[number];
export const viewOf = (c: StaffContext): IssueView => VIEWS.find((view) => view === c.req.query("view")) ?? "wide";

/** The mail beside its text; the script points the frame at the language and manner chosen, after each save. */
export function PreviewPane({ c, issue }: { c: StaffContext; issue: Issue }) {
  const t = pagesVoice(c);
  return (
    <section
      class="composer-preview"
      data-preview={issuePath(issue.id, "preview/mail")}
      aria-label={t("preview.title")}
      hidden
    >
      <fieldset class="composer-shows" aria-label={t("preview.views")}>
        {VIEWS.map((view) => (
          <button
            class="composer-show"
            type="button"
            data-view={view}
            aria-pressed={view === "wide" ? "true" : "false"}
          >
            {t(`preview.view.${view}`)}
          </button>
        ))}
      </fieldset>
      <iframe class="desk-mail" title={t("preview.frame")} sandbox="" height="720" width="100%"></iframe>
    </section>
  );
}

/**
 * The composer: an issue in all its languages, as one form that works without JavaScript. The script (assets/desk/composer)
 * makes the text fields editors and saves by itself; what it says, it says with the words that stand here.
 */
import { SUBJECT_MAX } from "../../../../domain/campaigns/rules.ts";
import type { Lang } from "../../../../domain/institution/rules.ts";
import { type IssueDraft, type IssueText, SALUTATIONS } from "../../../../domain/issues/rules/issue.ts";
import type { Issue } from "../../../../domain/issues/views.ts";
import { readList } from "../../../../domain/lists/views.ts";
import { inLanguage } from "../../../../domain/purposes/rules.ts";
import { may } from "../../../../domain/staff/rules.ts";
import { refuse } from "../../../../refusal.ts";
import { composerTexts } from "../../../../texts/composer.ts";
import type { StaffContext } from "../../../env.ts";
import { refusedPage } from "../../../failures.tsx";
import { type Problem, problemFor } from "../../../forms.ts";
import { deskPage } from "../../layout.tsx";
import { Button, Details, Done, ErrorSummary, Links, Radios, TextField } from "../../parts.tsx";
import { composerVoice, ISSUES, issueOf, issuePath, moment, pagesVoice, stateOf } from "../frame.tsx";
import { Blocks, Templates } from "./blocks.tsx";
import { Conflict } from "./conflict.tsx";
import { Findings, readFindings } from "./findings.tsx";
import { Found, LiveBar, PreviewPane } from "./live.tsx";

/** What the form shows besides what is saved. */
export interface Typed {
  title: string;
  draft: IssueDraft;
  problems: Problem[];
  status: number;
  /** Somebody else saved meanwhile. */
  theirs?: Issue | undefined;
}

export async function composerPage(c: StaffContext): Promise<Response> {
  const issue = await issueOf(c);
  const no = issue
    ? may(c.var.actor, issue.state === "draft" ? "campaign.write" : "desk.see")
    : refuse("issues.unknown");
  if (no || !issue) return refusedPage(c, no ?? refuse("issues.unknown"), "desk");
  // What is no draft any more is told on its own pages.
  if (issue.state !== "draft")
    return c.redirect(issuePath(issue.id, issue.state === "scheduled" ? "send" : "sent"), 303);
  return composer(c, issue);
}

const DONE = ["saved", "created", "restored"] as const;

export async function composer(c: StaffContext, issue: Issue, typed?: Typed): Promise<Response> {
  const t = composerVoice(c);
  const { languages } = c.var.institution;
  const draft = typed?.draft ?? issue.draft;
  const [list, findings] = await Promise.all([readList(c.var.deps.db, issue.listId), readFindings(c, issue)]);
  const done = DONE.find((code) => code === c.req.query("done"));
  const { text, color } = stateOf(c, issue.state);
  return deskPage(c, {
    title: typed?.title || issue.title,
    current: "issues",
    back: { href: ISSUES, label: pagesVoice(c)("list.title") },
    tag: { text, ...(color && { color }) },
    lede: t("edit.lede", { list: list ? inLanguage(list.names, c.var.lang) : "" }),
    status: typed?.status ?? 200,
    error: typed !== undefined,
    script: "composer.js",
    aside: (
      <>
        <h2 class="desk-h" id="checks">
          {t("checks.title")}
        </h2>
        <div data-checks>
          <Findings c={c} issue={issue} findings={findings} />
        </div>
        <Links
          items={[
            { href: issuePath(issue.id, "versions"), label: t("edit.versions") },
            { href: issuePath(issue.id, "drop"), label: pagesVoice(c)("drop.act") },
          ]}
        />
      </>
    ),
    children: (
      <>
        {done && !typed && <Done>{t(`edit.${done}`)}</Done>}
        <ErrorSummary problems={typed?.problems} title={t("edit.failed")} />
        <form
          class="composer"
          id="composer"
          method="post"
          action={issuePath(issue.id)}
          enctype="multipart/form-data"
          novalidate
          data-issue={issue.id}
          data-author={c.var.actor.id}
          data-words={JSON.stringify(scriptWords(c))}
        >
          <input type="hidden" name="version" value={issue.version} />
          {/* Enter in a field saves, and presses no other button. */}
          <button class="ds-sr-only" type="submit" name="act" value="save" tabindex={-1}>
            {t("edit.save")}
          </button>
          <div data-notices>{typed?.theirs && <Conflict c={c} theirs={typed.theirs} mine={draft} />}</div>
          <Found c={c} />
          <LiveBar c={c} />
          <Settings c={c} title={typed?.title ?? issue.title} draft={draft} problems={typed?.problems} />
          <div class="composer-panes">
            {languages.map((lang) => (
              <TextOf c={c} lang={lang} text={draft.texts[lang]} problems={typed?.problems} />
            ))}
            <PreviewPane c={c} issue={issue} />
          </div>
          <div class="desk-bar composer-bar">
            <Button name="act" value="save">
              {t("edit.save")}
            </Button>
            <Button name="act" value="preview" variant="secondary">
              {t("edit.preview")}
            </Button>
            <Button name="act" value="send" variant="secondary">
              {t("edit.send")}
            </Button>
            <output class="small quiet" data-status></output>
          </div>
        </form>
        {languages.map((lang) => (
          <Templates c={c} lang={lang} />
        ))}
        <p class="ds-sr-only" role="status" data-said></p>
      </>
    ),
  });
}

const LIVE = Object.keys(composerTexts.lv).filter((key) => /^live\.|^block\.image\.lost$/.test(key));

/** What the script says, in the language of the page. Holes stay as they are: the script fills them. */
const scriptWords = (c: StaffContext) =>
  Object.fromEntries(LIVE.map((key) => [key.replace(/^live\./, ""), composerTexts[c.var.lang][key as "live.saved"]]));

interface SettingsProps {
  c: StaffContext;
  title: string;
  draft: IssueDraft;
  problems: Problem[] | undefined;
}

function Settings({ c, title, draft, problems }: SettingsProps) {
  const t = composerVoice(c);
  const problem = problemFor(problems, "title");
  return (
    <Details summary={t("edit.settings")} open={problem !== undefined}>
      <TextField name="title" label={t("edit.name")} value={title} autocomplete="off" problem={problem} />
      <Radios
        name="salutation"
        legend={t("edit.salutation")}
        value={draft.salutation}
        options={SALUTATIONS.map((value) => ({
          value,
          label: t(`edit.salutation.${value}`),
          ...(value === "name" && { hint: t("edit.salutation.name.hint") }),
        }))}
      />
    </Details>
  );
}

const EMPTY: IssueText = { subject: "", preheader: "", blocks: [] };

function TextOf(p: { c: StaffContext; lang: Lang; text: IssueText | undefined; problems: Problem[] | undefined }) {
  const t = composerVoice(p.c);
  const { lang, text = EMPTY } = p;
  return (
    <section class="composer-text" data-text={lang} aria-labelledby={`text-${lang}`}>
      <h2 id={`text-${lang}`}>{t(`edit.lang.${lang}`)}</h2>
      <TextField
        name={`${lang}.subject`}
        label={t("edit.subject")}
        hint={t("edit.subject.hint", { max: SUBJECT_MAX })}
        value={text.subject}
        problem={problemFor(p.problems, `${lang}.subject`)}
        autocomplete="off"
        lang={lang}
      />
      <TextField
        name={`${lang}.preheader`}
        label={t("edit.preheader")}
        hint={t("edit.preheader.hint")}
        value={text.preheader}
        problem={problemFor(p.problems, `${lang}.preheader`)}
        autocomplete="off"
        lang={lang}
        optional
      />
      <Blocks c={p.c} lang={lang} text={text} />
    </section>
  );
}

/** "Saved at 15:30", for the form and for the script. */
export const savedAt = (c: StaffContext) => composerVoice(c)("live.saved", { time: moment(c, c.var.deps.clock.now()) });

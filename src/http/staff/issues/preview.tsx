/**
 * The mail of an issue as its readers will see it (a draft) or see it (sent): wide, narrow, dark, without images, as text; and
 * the trial to staff. Looking sends nothing. The mail's own HTML is a document of its own, framed without any rights.
 */
import { readImage } from "../../../domain/images/views.ts";
import { mayLook } from "../../../domain/issues/acts/look.ts";
import { previewIssue } from "../../../domain/issues/drafts/preview.ts";
import { sendIssueTrial, TRIAL_MOST } from "../../../domain/issues/drafts/send-trial.ts";
import type { Issue } from "../../../domain/issues/views.ts";
import { readStaff } from "../../../domain/staff/views.ts";
import { base64 } from "../../../platform/encoding.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage, statusOf } from "../../failures.tsx";
import { type Problem, problemFor, problemsOf, readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import {
  Actions,
  Alert,
  Button,
  Checkbox,
  DeskForm,
  Done,
  ErrorSummary,
  Facts,
  Fieldset,
  LinkButton,
  Section,
} from "../parts.tsx";
import { VIEWS, viewOf } from "./compose/live.tsx";
import { can, composerVoice, ISSUES, issueOf, issuePath, pagesVoice, stateOf, textLanguage } from "./frame.tsx";

/** As a mail program shows it that asks for dark colours, whatever this browser asks for. */
const inTheDark = (html: string) => html.replace(/@media \(prefers-color-scheme: ?dark\)/g, "@media all");

/** As plain text in a frame of its own. */
const asText = (text: string) =>
  `<!doctype html><meta charset="utf-8"><title>.</title><pre style="white-space:pre-wrap;overflow-wrap:anywhere;font:14px/1.5 ui-monospace,monospace">${escaped(text)}</pre>`;
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * With the pictures within: the frame has no origin, so no browser sends the session along, and without it pictures of a draft
 * are not there (http/media.ts).
 */
async function withPictures(c: StaffContext, html: string): Promise<string> {
  const { db, config } = c.var.deps;
  const address = /src="([^"]+)\/media\/([0-9a-f]{64})"/g;
  const shas = new Set([...html.matchAll(address)].map(([, , sha = ""]) => sha));
  const data = new Map<string, string>();
  for (const sha of shas) {
    const image = await readImage(db, sha);
    if (image) data.set(sha, `src="data:image/${image.type};base64,${base64(image.bytes)}"`);
  }
  return html.replace(address, (as, from: string, sha: string) => (from === config.publicUrl && data.get(sha)) || as);
}

/** `GET …/preview/mail`: the mail, for the frame. */
export async function mailDocument(c: StaffContext): Promise<Response> {
  const made = await previewIssue(c.var.deps, c.var.actor, { id: c.req.param("id") ?? "", language: textLanguage(c) });
  if (isRefusal(made)) return c.body(null, statusOf(made) as 404);
  c.header("Cache-Control", "no-store");
  if (!made.mail) return c.html(asText(pagesVoice(c)("preview.none")));
  const view = viewOf(c);
  if (view === "text") return c.html(asText(made.mail.text));
  // As programs show it that load no pictures: the policy of the frame lets none through (frame/headers.ts).
  const html = view === "plain" ? made.mail.html : await withPictures(c, made.mail.html);
  return c.html(view === "dark" ? inTheDark(html) : html);
}

export const previewPage = (c: StaffContext) => page(c);

/** Sends the trial, then leads back to the preview. */
export async function trial(c: StaffContext): Promise<Response> {
  const typed = await readForm(c);
  const language = c.var.institution.languages.find((lang) => lang === typed.text("language")) ?? textLanguage(c);
  const id = c.req.param("id") ?? "";
  const result = await sendIssueTrial(c.var.deps, c.var.actor, { id, to: typed.all("to"), language });
  if (!isRefusal(result)) return c.redirect(`${issuePath(id, "preview")}?mail=${language}&done=trial`, 303);
  if (statusOf(result) === 403 || statusOf(result) === 404) return refusedPage(c, result, "desk");
  return page(c, { refusal: result, to: typed.all("to") });
}

async function page(c: StaffContext, tried?: { refusal: Refusal; to: string[] }): Promise<Response> {
  const t = pagesVoice(c);
  const issue = await issueOf(c);
  const no = mayLook(c.var.actor, issue);
  if (no || !issue) return refusedPage(c, no ?? refuse("issues.unknown"), "desk");
  const lang = textLanguage(c);
  const made = await previewIssue(c.var.deps, c.var.actor, { id: issue.id, language: lang });
  const problems = tried && problemsOf(tried.refusal, c.var.lang);
  const { text, color } = stateOf(c, issue.state);
  const draft = issue.state === "draft";
  const writes = draft && can(c, "campaign.write");
  return deskPage(c, {
    title: issue.title,
    current: "issues",
    back: writes ? { href: issuePath(issue.id), label: t("preview.edit") } : { href: ISSUES, label: t("list.title") },
    tag: { text, ...(color && { color }) },
    lede: draft ? t("preview.lede") : composerVoice(c)("edit.as-sent"),
    acts: draft && can(c, "campaign.send") && (
      <LinkButton href={issuePath(issue.id, "send")}>{composerVoice(c)("edit.send")}</LinkButton>
    ),
    status: tried ? statusOf(tried.refusal) : 200,
    error: tried !== undefined,
    children: (
      <>
        {c.req.query("done") === "trial" && <Done>{t("trial.done")}</Done>}
        <ErrorSummary problems={problems} title={t("trial.failed")} />
        <Tabs c={c} />
        {isRefusal(made) && <Alert color="warning">{problemsOf(made, c.var.lang)[0]?.text}</Alert>}
        {!isRefusal(made) && (!made.mail || made.language !== lang) && <Alert color="info">{t("preview.none")}</Alert>}
        {!isRefusal(made) && made.mail && <Mail c={c} issue={issue} mail={made.mail} />}
        {writes && <Trial c={c} issue={issue} problems={problems} chosen={tried?.to} />}
      </>
    ),
  });
}

function Tabs({ c }: { c: StaffContext }) {
  const t = composerVoice(c);
  const { languages } = c.var.institution;
  if (languages.length < 2) return null;
  return (
    <nav class="desk-langs" aria-label={pagesVoice(c)("preview.languages")}>
      {languages.map((lang) => (
        <a href={`?mail=${lang}&view=${viewOf(c)}`} aria-current={lang === textLanguage(c) ? "page" : undefined}>
          {t(`edit.lang.${lang}`)}
        </a>
      ))}
    </nav>
  );
}

function Mail({ c, issue, mail }: { c: StaffContext; issue: Issue; mail: { subject: string; text: string } }) {
  const t = pagesVoice(c);
  const lang = textLanguage(c);
  const view = viewOf(c);
  const { sender } = issue.frozen?.institution ?? c.var.institution;
  return (
    <>
      <Facts
        items={[
          { term: t("preview.subject"), value: <span lang={lang}>{mail.subject}</span> },
          { term: t("preview.from"), value: `${sender.name[lang]} <${sender.address}>` },
        ]}
      />
      <nav class="above-4 desk-langs" aria-label={t("preview.views")}>
        {VIEWS.map((one) => (
          <a href={`?mail=${lang}&view=${one}`} aria-current={one === view ? "page" : undefined}>
            {t(`preview.view.${one}`)}
          </a>
        ))}
      </nav>
      <iframe
        class="above-2 desk-mail"
        src={`${issuePath(issue.id, "preview/mail")}?mail=${lang}&view=${view}`}
        title={t("preview.frame")}
        sandbox=""
        loading="lazy"
        width={view === "narrow" ? "320" : "100%"}
        height="720"
      ></iframe>
    </>
  );
}

/** Only to members of staff, by name: a trial is no way to write to people. */
async function Trial(p: {
  c: StaffContext;
  issue: Issue;
  problems: Problem[] | undefined;
  chosen: string[] | undefined;
}) {
  const t = pagesVoice(p.c);
  const staff = (await readStaff(p.c.var.deps)).filter((member) => member.disabledAt === undefined);
  const own = p.c.var.actor.id;
  const first = [...staff.filter((m) => m.id === own), ...staff.filter((m) => m.id !== own)];
  return (
    <Section title={t("trial.title")} lede={t("trial.text")}>
      <DeskForm action={issuePath(p.issue.id, "trial")}>
        <input type="hidden" name="language" value={textLanguage(p.c)} />
        <Fieldset
          name="to"
          legend={t("trial.to")}
          hint={t("trial.to.hint", { max: TRIAL_MOST })}
          problem={problemFor(p.problems, "to")}
        >
          {first.map((member) => (
            <Checkbox
              name="to"
              value={member.id}
              label={member.name || member.email}
              hint={member.name ? member.email : undefined}
              checked={p.chosen?.includes(member.id) ?? false}
            />
          ))}
        </Fieldset>
        <Actions>
          <Button variant="secondary">{t("trial.act")}</Button>
        </Actions>
      </DeskForm>
    </Section>
  );
}

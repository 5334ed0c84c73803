/** Versions of a draft: the list, one beside the draft as it is now, and fetching one back. Nothing is lost by that. */
import { mayLook } from "../../../domain/issues/acts/look.ts";
import { restoreVersion } from "../../../domain/issues/drafts/restore.ts";
import { compareDrafts } from "../../../domain/issues/rules/compare.ts";
import { readVersion, readVersions } from "../../../domain/issues/views/versions.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Alert, Button, DataTable, DeskForm, Empty, Section } from "../parts.tsx";
import { Differences } from "./compose/differences.tsx";
import { can, composerVoice, issueOf, issuePath, moment, pagesVoice } from "./frame.tsx";

/** Numbers of staff → their names, for "who saved it". */
async function namesOf(c: StaffContext): Promise<(label: string) => string> {
  const staff = await c.var.deps.auth.users.list();
  const names = new Map(staff.map((member) => [`staff:${member.id}`, member.name || member.email]));
  return (label) => names.get(label) ?? label;
}

async function draftOf(c: StaffContext) {
  // Unfinished words of others stay with those who write and approve, also after the issue was sent.
  const no = mayLook(c.var.actor, undefined);
  if (no) return no;
  const issue = await issueOf(c);
  return issue ?? refuse("issues.unknown");
}

export async function versionsPage(c: StaffContext): Promise<Response> {
  const issue = await draftOf(c);
  if (isRefusal(issue)) return refusedPage(c, issue, "desk");
  const t = pagesVoice(c);
  const [versions, nameOf] = await Promise.all([readVersions(c.var.deps.db, issue.id), namesOf(c)]);
  return deskPage(c, {
    title: t("versions.title"),
    current: "issues",
    back: { href: issuePath(issue.id, can(c, "campaign.write") ? "" : "preview"), label: issue.title },
    lede: t("versions.lede"),
    children:
      versions.length === 0 ? (
        <Empty title={t("versions.none")} text={t("versions.none.text")} />
      ) : (
        <DataTable
          label={t("versions.title")}
          width="stack"
          columns={[{ head: t("versions.when") }, { head: t("versions.who") }, { head: t("versions.how") }]}
          rows={versions.map(({ n, at, by, how, auto }) => ({
            cells: [
              <a href={issuePath(issue.id, `versions/${n}`)}>{moment(c, at)}</a>,
              nameOf(by),
              t(`versions.how.${how === "saved" && auto ? "auto" : how}`),
            ],
          }))}
        />
      ),
  });
}

export async function versionPage(c: StaffContext): Promise<Response> {
  const issue = await draftOf(c);
  if (isRefusal(issue)) return refusedPage(c, issue, "desk");
  const then = await readVersion(c.var.deps.db, issue.id, Number(c.req.param("n")));
  if (!then) return refusedPage(c, refuse("issues.unknown"), "desk");
  const t = pagesVoice(c);
  const { texts } = compareDrafts(then.draft, issue.draft);
  return deskPage(c, {
    title: t("versions.then", { time: moment(c, then.at) }),
    current: "issues",
    back: { href: issuePath(issue.id, "versions"), label: t("versions.title") },
    lede: (await namesOf(c))(then.by),
    children: (
      <>
        {c.req.query("done") === "kept" && issue.state !== "draft" && (
          <Alert color="warning" title={t("versions.kept.title")}>
            <p>{t("versions.kept")}</p>
          </Alert>
        )}
        {texts.length === 0 && <p>{t("versions.equal")}</p>}
        {texts.map((found) => (
          <Section title={composerVoice(c)(`edit.lang.${found.language}`)}>
            <Differences c={c} found={found} before={t("versions.before")} after={t("versions.now")} />
          </Section>
        ))}
        {issue.state === "draft" && can(c, "campaign.write") && (
          <DeskForm action={issuePath(issue.id, `versions/${then.n}`)}>
            <input type="hidden" name="version" value={issue.version} />
            <Actions>
              <Button>{t("versions.restore")}</Button>
              <a href={issuePath(issue.id, "versions")}>{t("cancel")}</a>
            </Actions>
          </DeskForm>
        )}
      </>
    ),
  });
}

export async function restore(c: StaffContext): Promise<Response> {
  const typed = await readForm(c);
  const id = c.req.param("id") ?? "";
  const input = { id, version: Number(typed.text("version")) || 0, n: Number(c.req.param("n")) };
  const result: { version: number } | Refusal = await restoreVersion(c.var.deps, c.var.actor, input);
  return isRefusal(result) ? refusedPage(c, result, "desk") : c.redirect(`${issuePath(id)}?done=restored`, 303);
}

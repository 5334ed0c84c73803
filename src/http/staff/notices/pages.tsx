/** `/staff/notices`: what is published, and the privacy notice as it would be published now. */
import { Hono } from "hono";
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { publishNotice } from "../../../domain/notices/publish.ts";
import { missingFromPrivacy } from "../../../domain/notices/rules/complete.ts";
import { privacyBody } from "../../../domain/notices/rules/privacy.ts";
import { readNewest, readStatements, readVersions } from "../../../domain/notices/views.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { readPurposes } from "../../../domain/purposes/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal } from "../../../refusal.ts";
import { noticesTexts } from "../../../texts/notices.ts";
import { privacyNoticeTexts } from "../../../texts/privacy-notice.ts";
import { refusalText } from "../../../texts/refusals/index.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { deskPage } from "../layout.tsx";
import { Alert, Button, DataTable, Decide, Details, Done, Paper, Section } from "../parts.tsx";
import { Versions } from "./versions.tsx";

export const noticePages = new Hono<StaffEnv>()
  .get("/notices", async (c) => {
    const { lang, deps } = c.var;
    const t = say(noticesTexts, lang);
    const [purposes, statements, privacy] = await Promise.all([
      readPurposes(deps.db),
      readStatements(deps.db),
      readNewest(deps.db, { kind: "privacy" }),
    ]);
    const open = purposes.filter((p) => p.state !== "ended" || statements.has(p.id));
    return deskPage(c, {
      title: t("title"),
      current: "notices",
      lede: t("lede"),
      children: (
        <>
          <Section title={<a href="/staff/notices/privacy">{t("privacy.title")}</a>} lede={t("privacy.lede")}>
            {privacy[0] ? <Versions notices={privacy} c={c} /> : <p>{t("privacy.none")}</p>}
          </Section>
          <Section title={t("statements.title")} lede={t("statements.lede")}>
            {open.length === 0 ? (
              <p>{t("statements.none")}</p>
            ) : (
              <DataTable
                label={t("statements.title")}
                width="narrow"
                columns={[
                  { head: t("col.purpose") },
                  { head: t("col.version"), num: true },
                  { head: t("col.languages") },
                ]}
                rows={open.map((p) => {
                  const have = statements.get(p.id);
                  return {
                    cells: [
                      <a href={`/staff/notices/purpose/${p.id}`}>{inLanguage(p.sheet.names, lang)}</a>,
                      have ? String(have.version) : t("version.none"),
                      have?.languages.join(", ") ?? "",
                    ],
                  };
                })}
              />
            )}
          </Section>
        </>
      ),
    });
  })
  .get("/notices/privacy", (c) => privacyPage(c))
  .post("/notices/privacy", async (c) => {
    const done = await publishNotice(c.var.deps, c.var.actor, { kind: "privacy" });
    if (!isRefusal(done)) return c.redirect(`/staff/notices/privacy?done=${done.version}`, 303);
    if (done.code === "staff.forbidden") return refusedPage(c, done, "desk");
    return privacyPage(c, refusalText(done, c.var.lang));
  });

async function privacyPage(c: StaffContext, refusedBy?: string): Promise<Response> {
  const { lang, deps, institution, actor } = c.var;
  const t = say(noticesTexts, lang);
  const [purposes, versions] = await Promise.all([readPurposes(deps.db), readVersions(deps.db, { kind: "privacy" })]);
  const active = purposes.filter((p) => p.state === "active");
  const newest = versions[0]?.version ?? 0;
  const missing = missingFromPrivacy(institution, active, lang);
  const facts = { institution, purposes: active, publicUrl: deps.config.publicUrl };
  const body = (language: typeof lang, version: number) =>
    privacyBody(facts, { language, version }, say(privacyNoticeTexts, language));
  const current = institution.languages.every((l) =>
    versions.some((n) => n.version === newest && n.language === l && n.body === body(l, newest)),
  );
  const publish = !may(actor, "notice.publish") && missing.length === 0 && !current;
  const done = versions.find((n) => String(n.version) === c.req.query("done"));
  return deskPage(c, {
    title: t("privacy.title"),
    current: "notices",
    back: { href: "/staff/notices", label: t("back") },
    lede: newest === 0 ? t("privacy.none") : t(current ? "privacy.current" : "privacy.stale"),
    status: refusedBy ? 422 : 200,
    children: (
      <>
        {refusedBy && (
          <Alert color="danger">
            <p>{refusedBy}</p>
          </Alert>
        )}
        {done && (
          <Done>
            {t("privacy.done", { n: done.version })} {t("privacy.tell")}
          </Done>
        )}
        {missing.length > 0 && (
          <Alert color="warning" title={t("privacy.missing")}>
            <ul>
              {missing.map((problem) => (
                <li>{refusalText(problem, lang)}</li>
              ))}
            </ul>
            <p>
              {t.rich<Child>("privacy.fix", {
                settings: (inner) => <a href="/staff/settings">{inner as Child}</a>,
                purposes: (inner) => <a href="/staff/purposes">{inner as Child}</a>,
              })}
            </p>
          </Alert>
        )}
        {publish && (
          <Decide title={t("privacy.publish", { n: newest + 1 })}>
            <p>{t("privacy.publish.lede")}</p>
            {institution.languages.map((language) => (
              <Details summary={t(`lang.${language}`)}>
                <Paper lang={language}>{raw(body(language, newest + 1))}</Paper>
              </Details>
            ))}
            <form method="post" action="/staff/notices/privacy" class="above-4">
              <Button>{t("privacy.publish", { n: newest + 1 })}</Button>
            </form>
          </Decide>
        )}
        <Section title={t("versions")}>
          {newest === 0 ? <p>{t("versions.none")}</p> : <Versions notices={versions} c={c} />}
        </Section>
      </>
    ),
  });
}

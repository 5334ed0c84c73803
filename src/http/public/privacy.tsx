/**
 * `/privacy`: the institution's privacy notice with all its versions. `/privacy/:version`: one exact text by its
 * SHA-256, for ever: privacy notices, statements of purposes and questions alike.
 */
import { Hono } from "hono";
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Notice } from "../../domain/notices/rules.ts";
import { currentNotice, readNotice, readVersions } from "../../domain/notices/views.ts";
import { inLanguage } from "../../domain/purposes/rules.ts";
import { readPurpose } from "../../domain/purposes/views.ts";
import { refuse } from "../../refusal.ts";
import { showDate } from "../../texts/dates.ts";
import { noticesTexts } from "../../texts/notices.ts";
import { say } from "../../texts/say.ts";
import type { PublicContext, PublicEnv } from "../env.ts";
import { refusedPage } from "../failures.tsx";
import { publicPage } from "./layout.tsx";
import { Facts, MailLink } from "./parts.tsx";

export const privacyPages = new Hono<PublicEnv>()
  .get("/privacy", async (c) => {
    const { lang, deps, institution } = c.var;
    const t = say(noticesTexts, lang);
    const notice =
      (await currentNotice(deps.db, { kind: "privacy", language: lang })) ??
      (await currentNotice(deps.db, { kind: "privacy", language: institution.languages[0] ?? "lv" }));
    if (notice) return noticePage(c, notice);
    const { email } = institution;
    const text = t.rich<Child>("public.none", { email, mail: () => <MailLink address={email} /> });
    return publicPage(c, { title: t("public.title"), children: <p>{text}</p>, status: 404 });
  })
  .get("/privacy/:version{[0-9a-f]{64}}", async (c) => {
    const notice = await readNotice(c.var.deps.db, c.req.param("version"));
    return notice ? noticePage(c, notice) : refusedPage(c, refuse("notices.unknown"), "public");
  })
  .get("/privacy/:version", (c) => refusedPage(c, refuse("notices.unknown"), "public"));

async function noticePage(c: PublicContext, notice: Notice): Promise<Response> {
  const { lang, deps } = c.var;
  const t = say(noticesTexts, lang);
  const { kind, purposeId } = notice;
  const purpose = purposeId ? await readPurpose(deps.db, purposeId) : undefined;
  const versions = kind === "question" ? [notice] : await readVersions(deps.db, { kind, purposeId });
  const newest = versions[0]?.version ?? notice.version;
  const old = kind === "privacy" && notice.version < newest;
  const title =
    kind === "consent"
      ? t("public.consent.title", { purpose: purpose ? inLanguage(purpose.sheet.names, lang) : "" })
      : t(kind === "privacy" ? "public.title" : `public.${kind}.title`);
  return publicPage(c, {
    title,
    lead: old
      ? t.rich<Child>("public.old", { n: notice.version, a: (inner) => <a href="/privacy">{inner as Child}</a> })
      : t(kind === "privacy" ? "public.lead" : `public.${kind}.lead`),
    side: <Side c={c} notice={notice} versions={versions} />,
    // The bytes that the hash names, exactly.
    children: raw(notice.body),
  });
}

function Side(p: { c: PublicContext; notice: Notice; versions: readonly Notice[] }) {
  const { lang, institution } = p.c.var;
  const t = say(noticesTexts, lang);
  const { notice, versions } = p;
  const newest = versions[0]?.version;
  const others = versions.filter((n) => n.sha256 !== notice.sha256);
  return (
    <Facts
      items={[
        {
          term: t("public.fact.version"),
          value: t("public.fact.version.value", { n: notice.version, language: t(`lang.${notice.language}`) }),
        },
        {
          term: t("public.fact.from"),
          value: showDate(notice.createdAt, { lang, zone: institution.timeZone, form: "loc" }),
        },
        others.length > 0 && {
          term: t("public.fact.others"),
          value: (
            <>
              {others.map((n) => (
                <div>
                  <a href={`/privacy/${n.sha256}`} lang={lang}>
                    {t(n.version === newest ? "public.fact.now" : "public.fact.then", { n: n.version })},{" "}
                    {t(`lang.${n.language}`)}
                  </a>
                </div>
              ))}
            </>
          ),
        },
        { term: t("public.fact.hash"), value: <span class="code">{notice.sha256.match(/.{8}/g)?.join(" ")}</span> },
      ]}
    />
  );
}

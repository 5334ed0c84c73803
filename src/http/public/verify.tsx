/**
 * `/log/verify`: the offline verifier, with its hash and the keys of the log beside it, which a file cannot hold of itself.
 * `/log/verify.html` and `.mjs` are the files that lie in every bundle, byte for byte; the page runs under its own policy:
 * nothing but its own scripts, and no network.
 */
import { Hono } from "hono";
import { readLogOrigin } from "../../domain/institution/views.ts";
import { readKeys } from "../../domain/proof-log/views/keys.ts";
import { type VerifierFile, verifierFiles, verifierPolicy } from "../../domain/proofs/rules/verifier/files.ts";
import { showDate } from "../../texts/dates.ts";
import { say } from "../../texts/say.ts";
import { verifyPageTexts } from "../../texts/verify-page.ts";
import type { PublicContext, PublicEnv } from "../env.ts";
import { publicPage } from "./layout.tsx";
import { Acts, Facts } from "./parts.tsx";

const PAGE = "/log/verify.html";

export const verifyPages = new Hono<PublicEnv>()
  .get("/log/verify", page)
  .get(PAGE, (c) => {
    c.header("Content-Security-Policy", `${verifierPolicy}; frame-ancestors 'none'`);
    return fileAnswer(c, verifierFiles().html, "text/html; charset=utf-8");
  })
  .get("/log/verify.mjs", (c) => {
    c.header("Content-Disposition", 'attachment; filename="verify.mjs"');
    return fileAnswer(c, verifierFiles().mjs, "text/javascript; charset=utf-8");
  });

/** The exact bytes, named by their hash. */
function fileAnswer(c: PublicContext, { text, sha256 }: VerifierFile, type: string): Response {
  const etag = `"${sha256}"`;
  c.header("ETag", etag);
  c.header("Cache-Control", "no-cache");
  if (c.req.header("If-None-Match") === etag) return c.body(null, 304);
  c.header("Content-Type", type);
  return c.body(text);
}

async function page(c: PublicContext): Promise<Response> {
  const { lang, deps } = c.var;
  const t = say(verifyPageTexts, lang);
  const { html, mjs } = verifierFiles();
  return publicPage(c, {
    title: t("title"),
    lead: t("lead"),
    side: (
      <Facts
        items={[
          { term: t("origin"), value: <span class="code">{await readLogOrigin(deps.db)}</span> },
          { term: t("hash"), value: <Hash of={html} /> },
          { term: t("hash.mjs"), value: <Hash of={mjs} /> },
        ]}
      />
    ),
    children: (
      <>
        <Acts>
          <a class="ds-button" data-variant="primary" href={`${PAGE}#${lang}`}>
            {t("open")}
          </a>
          <a class="ds-button" data-variant="secondary" href={PAGE} download="verify.html">
            {t("download")}
          </a>
        </Acts>
        <h2>{t("how")}</h2>
        <ol>
          <li>{t("how.key")}</li>
          <li>{t("how.choose")}</li>
          <li>{t("how.read")}</li>
        </ol>
        {await Keys({ c })}
        <h2>{t("trust")}</h2>
        <p>{t("trust.text")}</p>
        <p>
          {t("node")} <a href="/log/verify.mjs">verify.mjs</a>
        </p>
      </>
    ),
  });
}

/** In eights, as hashes are compared by eye. */
function Hash({ of }: { of: VerifierFile }) {
  return <span class="code">{of.sha256.match(/.{8}/g)?.join(" ")}</span>;
}

async function Keys({ c }: { c: PublicContext }) {
  const { lang, deps, institution } = c.var;
  const t = say(verifyPageTexts, lang);
  const keys = await readKeys(deps.db);
  const day = (ms: number, form: "loc" | "dat") => showDate(ms, { lang, zone: institution.timeZone, form });
  return (
    <>
      <h2>{t("keys", { n: Math.max(keys.length, 1) })}</h2>
      {keys.length === 0 && <p>{t("keys.none")}</p>}
      {keys.map(({ vkey, toAt, leakedAt }) => (
        <p>
          <span class="code">{vkey}</span>
          {leakedAt !== null ? (
            <>
              <br />
              {t("key.leaked", { date: day(leakedAt, "loc") })}
            </>
          ) : (
            toAt !== null && (
              <>
                <br />
                {t("key.ended", { date: day(toAt, "dat") })}
              </>
            )
          )}
        </p>
      ))}
    </>
  );
}

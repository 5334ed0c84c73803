/**
 * `/api/docs`: what programs can call, for people; made from the operations, like the document at `/api/openapi.json`. No script, nothing
 * from elsewhere.
 */
import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { API_TAGS, apiOperationTexts, apiTagTexts } from "../../../texts/api-docs.ts";
import { apiDocTexts } from "../../../texts/api-docs-page.ts";
import { permissionTexts } from "../../../texts/permissions.ts";
import { say } from "../../../texts/say.ts";
import type { PublicContext, PublicEnv } from "../../env.ts";
import { publicPage } from "../../public/layout.tsx";
import { Facts } from "../../public/parts.tsx";
import { openApi } from "../document.ts";
import { API } from "../door.ts";
import type { Operation } from "../frame/operation.ts";
import { operations } from "../operations.ts";
import { curlOf } from "./curl.ts";

const RULES = ["pace", "pages", "versions", "again", "refused", "people", "sign-up"] as const;

export const apiDocPages = new Hono<PublicEnv>()
  .get("/api/openapi.json", (c) => {
    const { lang, institution, deps } = c.var;
    return c.json(openApi({ lang, institution, publicUrl: deps.config.publicUrl }));
  })

  .get("/api/docs", (c) => {
    const { lang, deps } = c.var;
    const t = say(apiDocTexts, lang);
    const tags = say(apiTagTexts, lang);
    const { publicUrl } = deps.config;
    const first = `curl -H "Authorization: Bearer $PIETEKA_KEY" \\\n  '${publicUrl}${API}/key'`;
    return publicPage(c, {
      title: t("title"),
      lead: t("lead"),
      wide: true,
      children: (
        <>
          <h2>{t("begin.title")}</h2>
          <p>{t("begin.key")}</p>
          <p>
            <Code text={first} />
          </p>
          <p>{t.rich<Child>("begin.document", { a: (inner) => <a href="/api/openapi.json">{inner}</a> })}</p>
          <h2>{t("rules.title")}</h2>
          <ul>
            {RULES.map((rule) => (
              <li>{t(`rules.${rule}`)}</li>
            ))}
          </ul>
          <h2 id="contents">{t("contents")}</h2>
          <nav aria-labelledby="contents">
            <ul>
              {API_TAGS.map((tag) => (
                <li>
                  <a href={`#${tag}`}>{tags(tag)}</a>
                </li>
              ))}
            </ul>
          </nav>
          {API_TAGS.map((tag) => (
            <>
              <h2 id={tag}>{tags(tag)}</h2>
              {operations
                .filter((op) => op.tag === tag)
                .map((op) => (
                  <One c={c} op={op} publicUrl={publicUrl} />
                ))}
            </>
          ))}
        </>
      ),
    });
  });

function One({ c, op, publicUrl }: { c: PublicContext; op: Operation; publicUrl: string }) {
  const t = say(apiDocTexts, c.var.lang);
  const { permission } = op;
  const label = say(apiOperationTexts, c.var.lang)(op.id);
  return (
    <>
      <h3 id={op.id}>{label}</h3>
      <Facts
        items={[
          { term: t("address"), value: <code>{`${op.method.toUpperCase()} ${API}${op.path}`}</code> },
          {
            term: t("permission"),
            value: permission ? `${permission}: ${say(permissionTexts, c.var.lang)(permission)}` : t("operation.any"),
          },
          op.refusals && op.refusals.length > 0 && { term: t("refusals"), value: op.refusals.join(", ") },
          { term: t("example"), value: <Code text={curlOf(op, publicUrl)} /> },
        ]}
      />
    </>
  );
}

/** A listing whose lines break where they must, so that nothing scrolls sideways at 320 px. */
function Code({ text }: { text: string }) {
  return (
    <code>
      {text.split("\n").map((line, n) => (
        <>
          {n > 0 && <br />}
          {line.trim()}
        </>
      ))}
    </code>
  );
}

/**
 * `/subscribe.json`: the sign-up form for a site that shows it itself. GET gives the words and their hash, POST takes what a
 * person chose and answers the same whoever the address belongs to. Only sites that the institution has named may read and
 * send (CORS, exact origins); no cookie is read or set. Problems are problem+json (RFC 9457) in the caller's language.
 *
 *     GET  /subscribe.json?language=lv              → { "form": "9f…", "groups": […], … }
 *     POST /subscribe.json  { "email": "…", "lists": ["…"], "form": "9f…", "language": "lv" }  → 202
 */
import { Hono } from "hono";
import { z } from "zod";
import { requestSignUp } from "../../../domain/consent/request.ts";
import { readOffer } from "../../../domain/consent/views/offered.ts";
import { shownForm } from "../../../domain/sign-up-forms/acts/shown.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import { refusalText } from "../../../texts/refusals/index.ts";
import { asLang, type Lang, say } from "../../../texts/say.ts";
import { signUpTexts } from "../../../texts/sign-up.ts";
import type { PublicContext, PublicEnv } from "../../env.ts";
import { statusOf } from "../../failures.tsx";
import { askedLanguage } from "../../frame/language.ts";
import { sentFrom } from "./from.ts";
import { CHALLENGE, cameWith, TRAP, WORK } from "./guard.tsx";

const PATH = "/subscribe.json";
const METHODS = ["GET", "POST"];
/** The one header that is not simple (Fetch: CORS-safelisted request-header): JSON needs it. */
const HEADER = "content-type";
const PREFLIGHT_SECONDS = "600";

const text = z.string().max(400);
const Sent = z.object({
  email: text,
  lists: z.array(text).max(100),
  form: text,
  language: text.optional(),
  age: z.union([text, z.number()]).optional(),
  [WORK]: z.string().max(4000).optional(),
  [TRAP]: text.optional(),
});

export const subscribeCall = new Hono<PublicEnv>()
  .options(PATH, (c) => {
    const site = opened(c);
    const method = c.req.header("access-control-request-method") ?? "";
    const headers = (c.req.header("access-control-request-headers") ?? "")
      .toLowerCase()
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "");
    if (!site || !METHODS.includes(method) || headers.some((name) => name !== HEADER)) {
      c.res.headers.delete("Access-Control-Allow-Origin");
      return c.body(null, 403);
    }
    c.header("Access-Control-Allow-Methods", METHODS.join(", "));
    c.header("Access-Control-Allow-Headers", HEADER);
    c.header("Access-Control-Max-Age", PREFLIGHT_SECONDS);
    return c.body(null, 204);
  })
  .get(PATH, async (c) => {
    opened(c);
    const { deps, institution } = c.var;
    const lang = speak(c, undefined);
    const offer = await readOffer(deps.db);
    const only = onlyOf(c);
    const lists = only === undefined ? offer : offer.filter((o) => o.list.id === only);
    const { words, sha256 } = shownForm(institution, lists, { place: "call", language: lang, one: only !== undefined });
    const { groups, facts, age, languages, place: _, ...plain } = words;
    return c.json({
      form: sha256,
      ...plain,
      groups: groups.map(({ boxes, ...group }) => ({ ...group, lists: boxes })),
      ...(age && { age: { ...age, answers: age.answers.map((one) => ({ value: String(one.step), text: one.text })) } }),
      ...(languages && { languages: { ...languages, values: institution.languages } }),
      facts: facts.map(([name, value]) => ({ name, value })),
      notice: `${deps.config.publicUrl}/privacy`,
      work: { field: WORK, challenge: `${deps.config.publicUrl}${CHALLENGE}` },
    });
  })
  .post(PATH, async (c) => {
    const site = opened(c);
    const json = await bodyOf(c);
    const lang = speak(c, json);
    if (!site) return problem(c, refuse("consent.site_forbidden"));
    const read = Sent.safeParse(json);
    if (!read.success) return problem(c, refuse("consent.not_json"));
    const sent = read.data;
    const taken = await requestSignUp(c.var.deps, {
      address: sent.email,
      language: lang,
      listIds: sent.lists,
      form: {
        place: "call",
        sha256: sent.form,
        site,
        only: onlyOf(c),
        age: sent.age === undefined ? undefined : String(sent.age),
      },
      came: cameWith(c, (name) => String((sent as Record<string, unknown>)[name] ?? "")),
    });
    if (isRefusal(taken)) return problem(c, taken);
    const t = say(signUpTexts, lang);
    return c.json({ state: "taken", title: t("sent.title"), text: t("sent.lead"), days: t("sent.days") }, 202);
  });

/** A refusal as problem details. */
function problem(c: PublicContext, no: Refusal): Response {
  const { lang } = c.var;
  const status = statusOf(no);
  const fields = no.fields?.map((one) => ({ field: one.field, code: one.code, detail: refusalText(one, lang) }));
  const body = { type: "about:blank", status, code: no.code, detail: refusalText(no, lang), ...(fields && { fields }) };
  c.header("Content-Type", "application/problem+json");
  return c.body(JSON.stringify(body), status as 422);
}

/** Lets a named site read the answer; the site, or undefined. */
function opened(c: PublicContext): string | undefined {
  c.header("Vary", "Origin", { append: true });
  const from = sentFrom(c);
  if (from.is !== "named") return undefined;
  c.header("Access-Control-Allow-Origin", from.site);
  return from.site;
}

const onlyOf = (c: PublicContext) => c.req.query("list") || undefined;

/** Undefined for what is no JSON. */
async function bodyOf(c: PublicContext): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header("content-type") ?? "")) return undefined;
  return c.req.json().catch(() => undefined);
}

/** The language of the answer: as the call says it, else as the browser asks. */
function speak(c: PublicContext, json: unknown): Lang {
  const { languages } = c.var.institution;
  const said = (json as { language?: unknown } | undefined)?.language;
  const wanted = asLang(typeof said === "string" ? said : undefined) ?? asLang(c.req.query("language"));
  const lang = wanted && languages.includes(wanted) ? wanted : askedLanguage(c, languages, languages[0] ?? "lv");
  c.set("lang", lang);
  c.header("Content-Language", lang);
  return lang;
}

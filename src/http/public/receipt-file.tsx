/**
 * `/u/:token/receipt` and `/r/:token/receipt`: the file that proves a "no" or a withdrawal, for as long as the sealed proof
 * lives. Whoever holds the link gets it, so it never holds the address. A read: it changes nothing.
 */
import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { readLink } from "../../domain/consent/views.ts";
import { makeReceipt } from "../../domain/proofs/acts/receipt.ts";
import { receiptFileTexts } from "../../texts/receipt-file.ts";
import { say } from "../../texts/say.ts";
import type { PublicContext, PublicEnv } from "../env.ts";
import { ownLanguage, speakTo, unknownLink } from "./answers/links.tsx";
import { publicPage } from "./layout.tsx";

export const receiptFiles = new Hono<PublicEnv>()
  .get("/u/:token/receipt", (c) => file(c, "u"))
  .get("/r/:token/receipt", (c) => file(c, "r"));

async function file(c: PublicContext, kind: "u" | "r"): Promise<Response> {
  const token = c.req.param("token") ?? "";
  const view = await readLink(c.var.deps, kind, token);
  if (!view) return unknownLink(c);
  speakTo(c, ownLanguage(c, view));
  const link = `/${kind}/${token}`;
  if (view.provenNo === undefined) return noFile(c, link);
  const receipt = await makeReceipt(c.var.deps, { recordId: view.provenNo });
  if (receipt === undefined) return noFile(c, link);
  if (receipt === "soon") return soonPage(c, `${link}/receipt`);
  return c.body(receipt.text, 200, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Disposition": `attachment; filename="${receipt.name}"`,
  });
}

/** The file is not ready: its entry is under no signed head yet. `link` is the file's own. */
export function soonPage(c: PublicContext, link: string): Promise<Response> {
  const t = say(receiptFileTexts, c.var.lang);
  return publicPage(c, {
    title: t("soon.title"),
    lead: t("soon.lead"),
    status: 202,
    noindex: true,
    children: (
      <p class="actions">
        <a class="ds-button" href={link}>
          {t("soon.again")}
        </a>
      </p>
    ),
  });
}

function noFile(c: PublicContext, link: string): Promise<Response> {
  const t = say(receiptFileTexts, c.var.lang);
  return publicPage(c, {
    title: t("none.title"),
    lead: t("none.lead"),
    status: 404,
    noindex: true,
    children: (
      <p>
        <a href={link}>{t("none.link")}</a>
      </p>
    ),
  });
}

/** Where the file is offered: on the certificate of a "no", and when an old link is opened later. */
export function FileOffer(p: { c: PublicContext; link: string; when: "certificate" | "ended" }) {
  const t = say(receiptFileTexts, p.c.var.lang);
  return <>{t.rich<Child>(p.when, { a: (inner) => <a href={p.link}>{inner}</a> })}</>;
}

/** `POST /return`: "by mistake", within ten minutes of a "no", from the same browser. A new consent, a new receipt. */
import { Hono } from "hono";
import { comeBack } from "../../domain/consent/come-back.ts";
import { isRefusal } from "../../refusal.ts";
import type { PublicEnv } from "../env.ts";
import { refusedPage } from "../failures.tsx";
import { readForm } from "../forms.ts";
import { speakTo } from "./answers/links.tsx";
import { backPage } from "./answers/receipt.tsx";
import { visitorOf } from "./visitor.ts";

export const returnPages = new Hono<PublicEnv>().post("/return", async (c) => {
  const form = await readForm(c);
  speakTo(c, c.var.lang, form.text("lang"));
  const back = await comeBack(c.var.deps, { seal: form.text("seal"), visitor: visitorOf(c) });
  if (isRefusal(back)) return refusedPage(c, back, "public");
  return back.decision === "form"
    ? c.redirect(`/subscribe?list=${back.listId}`, 303)
    : backPage(c, { ...back, decision: back.decision });
});

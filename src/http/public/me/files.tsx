/**
 * The files of one's own proofs: the bundle of a record (ZIP, with the verifier in it), and the receipt of its newest event
 * (JSON). Both hold the address, so they go to nobody but its owner, while his visit lasts. A read: it changes nothing.
 */
import type { Context } from "hono";
import { findPerson, isShared } from "../../../domain/people/views.ts";
import { type Own, ownBundle, ownReceipt } from "../../../domain/proofs/acts/own.ts";
import { refuse } from "../../../refusal.ts";
import type { PublicEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { speakTo } from "../answers/links.tsx";
import { soonPage } from "../receipt-file.tsx";
import { visitOf } from "./cookie.ts";

type FileContext = Context<PublicEnv>;

export const bundleFile = (c: FileContext) =>
  file(c, async (own, recordId) => {
    const bundle = await ownBundle(c.var.deps, own, recordId);
    if (bundle === undefined || bundle === "soon") return bundle;
    return { body: bundle, type: "application/zip", name: `proof-${recordId.slice(0, 8)}.zip` };
  });

export const receiptFile = (c: FileContext) =>
  file(c, async (own, recordId) => {
    const receipt = await ownReceipt(c.var.deps, own, recordId);
    if (receipt === undefined || receipt === "soon") return receipt;
    return { body: receipt.text, type: "application/json; charset=utf-8", name: receipt.name };
  });

interface OwnFile {
  body: string | Uint8Array;
  type: string;
  name: string;
}

async function file(
  c: FileContext,
  make: (own: Own, recordId: string) => Promise<OwnFile | "soon" | undefined>,
): Promise<Response> {
  const visit = await visitOf(c);
  // Not a word on whether there is such a file: the page behind this address asks who is there.
  if (!visit) return c.redirect("/me", 303);
  speakTo(c, visit.language);
  const own = { personId: await findPerson(c.var.deps, visit.normalised), email: visit.normalised };
  // A file tells from where somebody answered: where several people read the address, that is nobody else's to see.
  if (own.personId !== undefined && (await isShared(c.var.deps, own.personId)))
    return refusedPage(c, refuse("page.not_found"), "public");
  const made = await make(own, c.req.param("record") ?? "");
  if (made === undefined) return refusedPage(c, refuse("page.not_found"), "public");
  if (made === "soon") return soonPage(c, c.req.path);
  return c.body(typeof made.body === "string" ? made.body : new Uint8Array(made.body), 200, {
    "Content-Type": made.type,
    "Content-Disposition": `attachment; filename="${made.name}"`,
  });
}

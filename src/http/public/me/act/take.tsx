/**
 * Everything as a file: a page that reads and prints without us and without the internet, and the same as JSON for another program
 * (GDPR Art. 15(3), 20). Made while it is fetched, from what is there; nothing of it is stored. What a person takes of his own is
 * no disclosure.
 */
import { type Dossier, readDossier } from "../../../../domain/me/held/dossier.ts";
import type { Visit } from "../../../../domain/me/views.ts";
import type { PublicContext } from "../../../env.ts";
import { visited } from "./frame.tsx";
import { dossierJson } from "./take/json.ts";
import { dossierPage } from "./take/page.tsx";

/** Mails in the file; who was sent more than one a day for ten years is told how many there were. */
export const MOST_MAILS = 4_000;

export const takeHtml = (c: PublicContext) =>
  take(c, "html", "text/html; charset=utf-8", async (dossier) => String(await dossierPage(c, dossier)));

export const takeJson = (c: PublicContext) =>
  take(c, "json", "application/json; charset=utf-8", async (dossier) =>
    JSON.stringify(dossierJson(c.var.institution, dossier, c.var.deps.clock.now()), null, 2),
  );

const take = (c: PublicContext, name: string, type: string, make: (dossier: Dossier) => Promise<string>) =>
  visited(c, async (visit: Visit) => {
    const body = await make(await readDossier(c.var.deps, visit, { mails: MOST_MAILS }));
    return c.body(body, 200, {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="my-data.${name}"`,
      "Cache-Control": "no-store",
    });
  });

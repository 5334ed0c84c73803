/**
 * Rooms of the proof desk. An address comes by POST and goes no further: it stands in no URL, no redirect, no log line. The
 * page of a person is the answer to a POST, because every look is on record and a GET changes nothing.
 */
import { Hono } from "hono";
import { askOpening } from "../../../domain/proofs/ask-opening.ts";
import { decideOpening } from "../../../domain/proofs/decide-opening.ts";
import { lookAgain } from "../../../domain/proofs/look-again.ts";
import { lookUpProofs } from "../../../domain/proofs/look-up.ts";
import { openGranted } from "../../../domain/proofs/open-granted.ts";
import { openSealed } from "../../../domain/proofs/open-sealed.ts";
import { readOpening } from "../../../domain/proofs/views/openings.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage, statusOf } from "../../failures.tsx";
import { problemsOf, readForm } from "../../forms.ts";
import { deskHomePage, nothingPage, openPage } from "./desk.tsx";
import { exportOfPerson } from "./export.tsx";
import { exportPage, exportPart } from "./export-many.tsx";
import { filePage } from "./file.tsx";
import { openingPage } from "./opening.tsx";
import { openingPath } from "./shared.tsx";

const refused = (c: StaffContext, no: Refusal) => refusedPage(c, no, "desk");
/** Refusals of the request as a whole have a page of their own; the others go back to the form. */
const whole = (no: Refusal) => [403, 404, 429].includes(statusOf(no));

export const proofRooms = new Hono<StaffEnv>()
  .get("/proofs", (c) => {
    const no = may(c.var.actor, "proof.see");
    return no ? refused(c, no) : deskHomePage(c);
  })

  .post("/proofs", async (c) => {
    const form = await readForm(c);
    const result = await lookUpProofs(c.var.deps, c.var.actor, { address: form.values.address ?? "" });
    if (isRefusal(result))
      return whole(result) ? refused(c, result) : deskHomePage(c, form.values, problemsOf(result, c.var.lang));
    return result.held ? filePage(c, result.held) : openPage(c, { address: form.values.address ?? "" });
  })

  .get("/proofs/open", (c) => {
    const no = may(c.var.actor, "proof.open");
    return no ? refused(c, no) : openPage(c, {}, undefined, false);
  })

  .post("/proofs/open", async (c) => {
    const { values } = await readForm(c);
    const input = { address: values.address ?? "", ground: values.ground ?? "", reason: values.reason ?? "" };
    const { deps, actor } = c.var;
    if (c.var.institution.secondPersonOpens) {
      const asked = await askOpening(deps, actor, input);
      if (!isRefusal(asked)) return c.redirect(`${openingPath(asked.id)}?done=asked`, 303);
      return whole(asked) ? refused(c, asked) : openPage(c, values, problemsOf(asked, c.var.lang));
    }
    const opened = await openSealed(deps, actor, input);
    if (isRefusal(opened))
      return whole(opened) ? refused(c, opened) : openPage(c, values, problemsOf(opened, c.var.lang));
    return opened.id === undefined ? nothingPage(c) : filePage(c, { ...opened, opening: { id: opened.id } });
  })

  .post("/proofs/export/person", exportOfPerson)
  .get("/proofs/export", exportPage)
  .post("/proofs/export", exportPart)

  .get("/proofs/openings/:id", (c) => {
    const no = may(c.var.actor, "proof.see");
    return no ? refused(c, no) : openingPage(c, c.req.param("id"));
  })

  .post("/proofs/openings/:id", async (c) => {
    const form = await readForm(c);
    const id = c.req.param("id");
    switch (form.text("act")) {
      case "grant":
        return decided(c, await decideOpening(c.var.deps, c.var.actor, { id, decision: "grant" }), form.values);
      case "refuse": {
        const note = form.values.note ?? "";
        return decided(c, await decideOpening(c.var.deps, c.var.actor, { id, decision: "refuse", note }), form.values);
      }
      case "open":
        return opened(c, id, form.values);
      case "again":
        return again(c, id);
      default:
        return refused(c, refuse("page.not_found"));
    }
  });

async function decided(
  c: StaffContext,
  result: { id: string; decision: string } | Refusal,
  values: Record<string, string>,
): Promise<Response> {
  if (!isRefusal(result)) return c.redirect(`${openingPath(result.id)}?done=${result.decision}`, 303);
  if (whole(result)) return refused(c, result);
  return openingPage(c, c.req.param("id") ?? "", values, problemsOf(result, c.var.lang));
}

/** The address was typed again. */
async function opened(c: StaffContext, id: string, values: Record<string, string>): Promise<Response> {
  const result = await openGranted(c.var.deps, c.var.actor, { id, address: values.address ?? "" });
  if (!isRefusal(result))
    return result.chains.length === 0 ? nothingPage(c) : filePage(c, { ...result, opening: { id } });
  return whole(result) ? refused(c, result) : openingPage(c, id, values, problemsOf(result, c.var.lang));
}

/** What was opened within the day, without the address. */
async function again(c: StaffContext, id: string): Promise<Response> {
  const result = await lookAgain(c.var.deps, c.var.actor, { id });
  if (isRefusal(result))
    return whole(result) ? refused(c, result) : openingPage(c, id, {}, problemsOf(result, c.var.lang));
  const since = (await readOpening(c.var.deps.db, id))?.openedAt;
  return filePage(c, { ...result, opening: { id, ...(since != null && { again: since }) } });
}

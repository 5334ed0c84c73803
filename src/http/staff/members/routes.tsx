/** Staff accounts at the desk, for admins: `/staff/staff`. Every act ends with a redirect, so that a reload repeats nothing. */
import { Hono } from "hono";
import { changeStaffRole } from "../../../domain/staff/change-role.ts";
import { disableStaff } from "../../../domain/staff/disable.ts";
import { enableStaff } from "../../../domain/staff/enable.ts";
import { inviteStaffByMail } from "../../../domain/staff/invite.ts";
import { mailStaffAgain } from "../../../domain/staff/mail-again.ts";
import { asRole } from "../../../domain/staff/rules/members.ts";
import { actorLabel, may } from "../../../domain/staff/rules.ts";
import { askSecondFactorReset } from "../../../domain/staff/second-factor/ask-reset.ts";
import { readLeaving } from "../../../domain/staff/views/leaving.ts";
import { readReset } from "../../../domain/staff/views/second-factor.ts";
import { readMember, readStaff } from "../../../domain/staff/views.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { problemsOf, readForm } from "../../forms.ts";
import { type EndPage, endAccessPage } from "./end-page.tsx";
import { DONE, type MemberPage, memberPage, SECOND_DONE } from "./member-pages.tsx";
import { everybodyPage, invitePage } from "./pages.tsx";
import { STAFF } from "./shared.tsx";

/** Back to the member with what was done; a refusal that the member's page can show, there; any other as a page. */
async function after(c: StaffContext, id: string, result: object | Refusal, done: string): Promise<Response> {
  if (!isRefusal(result)) return c.redirect(`${STAFF}/${id}?done=${done}`, 303);
  const member = result.code === "staff.forbidden" ? undefined : await readMember(c.var.deps, id);
  return member
    ? memberPage(c, { member, problems: problemsOf(result, c.var.lang), reset: await resetOf(c, id) })
    : refusedPage(c, result, "desk");
}

/** The open request to take a member's second factor off, as it is shown. */
async function resetOf(c: StaffContext, id: string): Promise<MemberPage["reset"]> {
  const { deps, actor } = c.var;
  const asked = await readReset(deps.db, id, deps.clock.now());
  if (!asked) return undefined;
  const asker = await readMember(deps, asked.askedBy.replace(/^staff:/, ""));
  return {
    askedAt: asked.askedAt,
    asker: asker?.name ?? asked.askedBy,
    reason: asked.reason,
    own: asked.askedBy === actorLabel(actor),
  };
}

/** The question before an account ends, with what is found of it now. */
async function ending(
  c: StaffContext,
  id: string,
  more: Pick<EndPage, "successor" | "problems"> = {},
): Promise<Response> {
  const { deps } = c.var;
  const everybody = await readStaff(deps);
  const member = everybody.find((one) => one.id === id);
  if (!member) return refusedPage(c, refuse("staff.unknown"), "desk");
  return endAccessPage(c, { member, everybody, leaving: await readLeaving(deps, member), ...more });
}

export const memberPages = new Hono<StaffEnv>()
  .use("/staff", adminOnly)
  .use("/staff/*", adminOnly)

  .get("/staff", async (c) => everybodyPage(c, await readStaff(c.var.deps)))

  .get("/staff/new", (c) => invitePage(c, { language: c.var.institution.languages[0] ?? "lv" }))

  .post("/staff/new", async (c) => {
    const form = await readForm(c);
    const result = await inviteStaffByMail(c.var.deps, c.var.actor, {
      email: form.text("email"),
      name: form.text("name"),
      role: form.text("role"),
      language: form.text("language"),
    });
    if (isRefusal(result)) return invitePage(c, form.values, problemsOf(result, c.var.lang));
    return c.redirect(`${STAFF}/${result.userId}?done=${result.mailed ? "invited" : "not-mailed"}`, 303);
  })

  .get("/staff/:id", async (c) => {
    const member = await readMember(c.var.deps, c.req.param("id"));
    if (!member) return refusedPage(c, refuse("staff.unknown"), "desk");
    const done = [...DONE, ...SECOND_DONE, "not-mailed" as const].find((one) => one === c.req.query("done"));
    return memberPage(c, { member, done, reset: await resetOf(c, member.id) });
  })

  .post("/staff/:id/role", async (c) => {
    const id = c.req.param("id");
    const role = asRole((await readForm(c)).text("role"));
    const result = role
      ? await changeStaffRole(c.var.deps, c.var.actor, { userId: id, role })
      : refuseForm([{ field: "role", code: "form.choose" }]);
    return after(c, id, result, "role");
  })

  .post("/staff/:id/mail", async (c) => {
    const id = c.req.param("id");
    const result = await mailStaffAgain(c.var.deps, c.var.actor, { userId: id });
    return after(c, id, isRefusal(result) || result.mailed ? result : refuse("staff.not_mailed"), "mailed");
  })

  .get("/staff/:id/disable", async (c) => ending(c, c.req.param("id")))

  .post("/staff/:id/disable", async (c) => {
    const id = c.req.param("id");
    const successorId = (await readForm(c)).text("successor") || undefined;
    const result = await disableStaff(c.var.deps, c.var.actor, { userId: id, successorId });
    return isRefusal(result) && result.fields
      ? ending(c, id, { successor: successorId, problems: problemsOf(result, c.var.lang) })
      : after(c, id, result, "disabled");
  })

  .post("/staff/:id/second/ask", async (c) => {
    const id = c.req.param("id");
    const reason = (await readForm(c)).text("reason");
    return after(c, id, await askSecondFactorReset(c.var.deps, c.var.actor, { userId: id, reason }), "second-asked");
  })

  .post("/staff/:id/enable", async (c) => {
    const id = c.req.param("id");
    return after(c, id, await enableStaff(c.var.deps, c.var.actor, { userId: id }), "enabled");
  });

/** The pages show work addresses of colleagues: only for those who manage them. */
async function adminOnly(c: StaffContext, next: () => Promise<void>): Promise<Response | undefined> {
  const no = may(c.var.actor, "staff.manage");
  if (no) return refusedPage(c, no, "desk");
  await next();
}

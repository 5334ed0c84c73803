/** `/staff/access`: who can do what, the look at it by date, sign-ins, and requests about a lost second factor. */
import { Hono } from "hono";
import { dayOf } from "../../../domain/consent/rules/days.ts";
import { reviewAccess } from "../../../domain/staff/review-access.ts";
import { offeredDay } from "../../../domain/staff/rules/review.ts";
import { actorLabel, may, type Permission } from "../../../domain/staff/rules.ts";
import { dropSecondFactorReset } from "../../../domain/staff/second-factor/drop-reset.ts";
import { grantSecondFactorReset } from "../../../domain/staff/second-factor/grant-reset.ts";
import { readAccess } from "../../../domain/staff/views/access.ts";
import { readResets } from "../../../domain/staff/views/second-factor.ts";
import { isRefusal, refuse } from "../../../refusal.ts";
import { accessTexts } from "../../../texts/access.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Problem, problemsOf, readForm } from "../../forms.ts";
import { SignIns } from "../account/sign-ins.tsx";
import { deskPage } from "../layout.tsx";
import { STAFF } from "../members/shared.tsx";
import { ACCESS, accessPage, signsOf } from "./page.tsx";
import { reviewPage } from "./review-page.tsx";

const MOST_SIGN_INS = 200;

/** Only for those who have it; the others get the refusal as a page. */
const needs = (permission: Permission) => async (c: StaffContext, next: () => Promise<void>) => {
  const no = may(c.var.actor, permission);
  if (no) return refusedPage(c, no, "desk");
  await next();
};

const todayOf = (c: StaffContext) => dayOf(c.var.deps.clock.now(), c.var.institution.timeZone);

async function access(c: StaffContext): Promise<Response> {
  const { deps, institution, actor } = c.var;
  const [found, resets] = await Promise.all([
    readAccess(deps, institution.timeZone),
    readResets(deps.db, deps.clock.now()),
  ]);
  const nameOf = (id: string) => found.everybody.find((m) => m.id === id)?.name ?? "";
  return accessPage(c, {
    ...found,
    today: todayOf(c),
    reviewed: c.req.query("done") === "reviewed",
    resets: resets.map(({ userId, askedBy, askedAt, reason }) => ({
      id: userId,
      askedAt,
      of: nameOf(userId),
      asker: nameOf(askedBy.replace(/^staff:/, "")),
      reason,
      own: askedBy === actorLabel(actor) || userId === actor.id,
    })),
  });
}

async function review(c: StaffContext, values: Record<string, string> = {}, problems?: Problem[]): Promise<Response> {
  const { everybody, lastIn, keys } = await readAccess(c.var.deps, c.var.institution.timeZone);
  const members = everybody.filter((m) => m.disabledAt === undefined);
  return reviewPage(c, { members, lastIn, keys, nextDay: offeredDay(todayOf(c)), values, problems });
}

export const accessPages = new Hono<StaffEnv>()
  .use("/access", needs("access.see"))
  .use("/access/*", needs("access.see"))

  .get("/access", access)

  .get("/access/review", needs("access.review"), (c) => review(c))

  .post("/access/review", needs("access.review"), async (c) => {
    const form = await readForm(c);
    const verdicts = new Map(
      Object.entries(form.values).flatMap(([name, value]) =>
        name.startsWith("verdict.") ? [[name.slice("verdict.".length), value] as const] : [],
      ),
    );
    const done = await reviewAccess(c.var.deps, c.var.actor, { verdicts, nextDay: form.text("nextDay") });
    if (isRefusal(done)) return review(c, form.values, problemsOf(done, c.var.lang));
    return c.redirect(`${ACCESS}?done=reviewed`, 303);
  })

  .get("/access/sign-ins", async (c) => {
    const { deps, lang } = c.var;
    if (!signsOf(c)) return refusedPage(c, refuse("staff.forbidden"), "desk");
    const t = say(accessTexts, lang);
    const [rows, everybody] = await Promise.all([deps.auth.signIns({ limit: MOST_SIGN_INS }), deps.auth.users.list()]);
    return deskPage(c, {
      title: t("signs.title"),
      current: "access",
      back: { href: ACCESS, label: t("back") },
      lede: t("signs.lede"),
      children: <SignIns c={c} rows={rows} names={new Map(everybody.map(({ id, name }) => [id, name]))} />,
    });
  })

  .post("/access/reset/:id", needs("access.review"), async (c) => {
    const userId = c.req.param("id") ?? "";
    const form = await readForm(c);
    const grants = form.text("decision") === "grant";
    const asked = { userId, askedAt: Number(form.text("asked")) };
    const result = await (grants ? grantSecondFactorReset : dropSecondFactorReset)(c.var.deps, c.var.actor, asked);
    if (isRefusal(result)) return refusedPage(c, result, "desk");
    if (may(c.var.actor, "staff.manage")) return c.redirect(ACCESS, 303);
    return c.redirect(`${STAFF}/${userId}?done=${grants ? "second-off" : "second-dropped"}`, 303);
  });

/** `GET /staff/`, "Šodien": what waits for a person, what runs by itself, who is still answering. No totals for their own sake. */
import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { readOpenAlerts } from "../../domain/alerts/views.ts";
import { readOpenBreaches } from "../../domain/breaches/views.ts";
import { type CampaignNumbers, readMailings, readNumbers, readToday } from "../../domain/campaigns/views.ts";
import { dayOf, later } from "../../domain/consent/rules/days.ts";
import { countDeadLetters } from "../../domain/dead-letters/views.ts";
import { countToTell } from "../../domain/exports/views.ts";
import { readImports } from "../../domain/imports/views.ts";
import { keepingDecided } from "../../domain/institution/rules/keeping.ts";
import { readListCounts, readLists } from "../../domain/lists/views.ts";
import { readFailedOfOurs } from "../../domain/messages/views/failed.ts";
import { readHeld } from "../../domain/messages/views/held.ts";
import { countAsked } from "../../domain/proofs/views/openings.ts";
import { readPurposes } from "../../domain/purposes/views.ts";
import { readDueRequests } from "../../domain/rights-requests/views.ts";
import { actorLabel, may, type Permission } from "../../domain/staff/rules.ts";
import { countHanded } from "../../domain/staff/views/handed.ts";
import { readResets } from "../../domain/staff/views/second-factor.ts";
import { showDate } from "../../texts/dates.ts";
import { deskTexts } from "../../texts/desk.ts";
import { say } from "../../texts/say.ts";
import type { StaffContext, StaffEnv } from "../env.ts";
import { Awaiting, Nothing, Running, Start } from "./home/parts.tsx";
import { Tasks } from "./home/tasks.tsx";
import { deskPage } from "./layout.tsx";
import { LinkButton } from "./parts.tsx";
import { isOver, stepsOf, tasksOf } from "./today.ts";

export const deskHome = new Hono<StaffEnv>().get("/", home);

async function home(c: StaffContext): Promise<Response> {
  const { deps, lang, institution } = c.var;
  const zone = institution.timeZone;
  const t = say(deskTexts, lang);
  const now = deps.clock.now();
  const today = dayOf(now, zone);
  const decides = may(c.var.actor, "proof.grant-opening") === undefined;
  const [
    alerts,
    dead,
    campaigns,
    { rows: imports },
    purposes,
    lists,
    counts,
    mailings,
    openings,
    tell,
    handed,
    resets,
  ] = await Promise.all([
    readOpenAlerts(deps.db),
    countDeadLetters(deps.db),
    readToday(deps.db),
    readImports(deps.db, { limit: 20 }),
    readPurposes(deps.db),
    readLists(deps.db),
    readListCounts(deps.db),
    readMailings(deps.db, { limit: 1 }),
    decides ? countAsked(deps.db, now, actorLabel(c.var.actor)) : 0,
    may(c.var.actor, "people.export") ? 0 : countToTell(deps.db),
    countHanded(deps.db, c.var.actor.id),
    may(c.var.actor, "access.review") ? [] : readResets(deps.db, now),
  ]);
  const guards = (permission: Permission) => may(c.var.actor, permission) === undefined;
  const [breaches, requests] = await Promise.all([
    guards("breach.decide") ? readOpenBreaches(deps.db) : [],
    guards("request.answer") ? readDueRequests(deps.db, later(today, { days: 14 }), 20) : [],
  ]);
  const open = [...campaigns.running, ...campaigns.paused, ...campaigns.awaiting];
  const numbers = new Map<string, CampaignNumbers>(
    await Promise.all(open.map(async ({ id }) => [id, await readNumbers(deps.db, id)] as const)),
  );
  const held = new Map<string, number>();
  for (const { code, subject } of alerts)
    if (code === "mailing.held") held.set(subject, (await readHeld(deps.db, subject)).people);
  const failed = new Map<string, number>();
  for (const { id } of open)
    if ((numbers.get(id)?.failed ?? 0) > 0) failed.set(id, (await readFailedOfOurs(deps.db, id)).n);
  const me = actorLabel(c.var.actor);
  const forMe = resets.filter(({ askedBy, userId }) => askedBy !== me && userId !== c.var.actor.id).length;
  const tasks = tasksOf({
    breaches,
    requests,
    campaigns,
    numbers,
    imports,
    alerts,
    failed,
    held,
    openings,
    tell,
    handed,
    resets: forMe,
    dead,
    keeping: guards("purpose.change") && !keepingDecided(institution, deps.config.mode),
    today,
  });
  const awaiting = campaigns.awaiting.filter((campaign) => !isOver(campaign, today));
  const running = { campaigns: campaigns.running, imports: imports.filter((i) => i.state === "running") };
  const steps = stepsOf({
    purpose: purposes.some((p) => p.state === "active"),
    list: lists.some((l) => l.state === "active"),
    people: counts.size > 0,
    campaign: mailings.rows.length > 0,
  });
  const beginning = steps.some((s) => !s.done);
  const busy = running.campaigns.length + running.imports.length > 0;
  const day = showDate(now, { lang, zone, form: "nom" });
  const weekday = new Intl.DateTimeFormat(lang === "lv" ? "lv" : "en-GB", { weekday: "long", timeZone: zone }).format(
    now,
  );
  // Somebody at the telephone says "no": recorded in under a minute, from the first page.
  const mayRefuse = may(c.var.actor, "consent.record-refusal") === undefined;
  const lede: Child = (
    <>
      {weekday.charAt(0).toUpperCase() + weekday.slice(1)}, {day}.{" "}
      {(tasks.length > 0 || (!beginning && busy)) && <strong>{t("lede.waiting", { n: tasks.length })}</strong>}
    </>
  );
  const props = { lang, zone, telling: institution.telling, actor: c.var.actor, numbers };
  return deskPage(c, {
    title: t("title"),
    current: "today",
    lede,
    acts: mayRefuse && (
      <LinkButton href="/staff/people/refusal" variant="secondary">
        {t("refusal")}
      </LinkButton>
    ),
    children: (
      <>
        {tasks.length > 0 && <Tasks {...props} tasks={tasks} />}
        {beginning && <Start {...props} steps={steps} first={tasks.length === 0} />}
        {!beginning && tasks.length === 0 && !busy && <Nothing {...props} next={awaiting[0]} />}
        {busy && <Running {...props} {...running} />}
        {awaiting.length > 0 && <Awaiting {...props} campaigns={awaiting} />}
      </>
    ),
  });
}

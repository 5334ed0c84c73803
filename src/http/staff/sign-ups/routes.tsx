/** `/staff/sign-ups`: how many addresses are typed into the public forms, and a person's word when they are unusually many. */
import { Hono } from "hono";
import { letSignUpsGo } from "../../../domain/sign-up-guard/let-go.ts";
import { COUNTED, type Counted } from "../../../domain/sign-up-guard/rules/came.ts";
import { DAY_MS, GUARD, hourOf } from "../../../domain/sign-up-guard/rules/caps.ts";
import { WEEKS_MS } from "../../../domain/sign-up-guard/rules/volume.ts";
import { countWaiting, readGate, readHours, readVolume, type Volume } from "../../../domain/sign-up-guard/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal } from "../../../refusal.ts";
import { showDateTime, showNumber } from "../../../texts/dates.ts";
import { say } from "../../../texts/say.ts";
import { signUpDeskTexts } from "../../../texts/sign-up-desk.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Alert, Button, DataTable, Details, Done, Section } from "../parts.tsx";
import { type Hour, HoursChart } from "./chart.tsx";

const PAGE = "/staff/sign-ups";
const HOUR = 3_600_000;
const SHOWN_HOURS = 48;
/** Hours that the table shows; the rest is folded. */
const NEWEST = 12;
/** Reasons for which a limit held a mail back. */
const CAPPED: readonly Counted[] = ["mailbox", "network", "trap", "late"];

export const signUpDeskRooms = new Hono<StaffEnv>()
  .get("/sign-ups", (c) => page(c))
  .post("/sign-ups", async (c) => {
    const go = (await readForm(c)).text("pace") === "go";
    const done = await letSignUpsGo(c.var.deps, c.var.actor, { go });
    if (isRefusal(done)) return refusedPage(c, done, "desk");
    return c.redirect(`${PAGE}?done=${go ? "go" : "slow"}`, 303);
  });

type Row = Awaited<ReturnType<typeof readHours>>[number];

async function page(c: StaffContext): Promise<Response> {
  const { deps, lang, institution, actor } = c.var;
  const t = say(signUpDeskTexts, lang);
  const now = deps.clock.now();
  const [volume, rows, waiting, gate] = await Promise.all([
    readVolume(deps.db, institution, now),
    readHours(deps.db, COUNTED, hourOf(now) - WEEKS_MS),
    countWaiting(deps.db, now),
    readGate(deps.db),
  ]);
  const hours = hoursOf(rows, now);
  const busy = hours.filter((one) => one.asked + one.mailed + one.confirmed + one.capped + one.nothing > 0);
  const settings = institution.signUpGuard ?? GUARD;
  const done = c.req.query("done");
  return deskPage(c, {
    title: t("title"),
    current: "sign-ups",
    lede: t("lede"),
    children: (
      <>
        {(done === "go" || done === "slow") && <Done>{t(`done.${done}`)}</Done>}
        <Pace c={c} volume={volume} waiting={waiting} gate={gate} now={now} />
        <Section title={t("chart.title")}>
          {busy.length === 0 ? (
            <p>{t("chart.none")}</p>
          ) : (
            <>
              <HoursChart c={c} hours={hours} />
              <HoursTable c={c} hours={busy.toReversed().slice(0, NEWEST)} caption={t("hours.caption")} />
              {busy.length > NEWEST && (
                <Details summary={t("hours.more", { n: busy.length - NEWEST })}>
                  <HoursTable c={c} hours={busy.toReversed().slice(NEWEST)} caption={t("hours.older")} />
                </Details>
              )}
            </>
          )}
        </Section>
        <Section title={t("sums.title")} lede={t("sums.lede")}>
          <Sums c={c} rows={rows} now={now} />
        </Section>
        <Section title={t("limits")}>
          <p>
            {t("limits.text", {
              least: settings.hourAtLeast,
              factor: settings.factor,
              network: settings.networkDay,
            })}
          </p>
          {!may(actor, "institution.change") && (
            <p>
              <a href="/staff/settings#f-signUpGuard.hourAtLeast">{t("limits.change")}</a>
            </p>
          )}
        </Section>
      </>
    ),
  });
}

/** Whether it is unusual, what that means for people, and the one decision there is. */
function Pace(p: {
  c: StaffContext;
  volume: Volume;
  waiting: number;
  gate: Awaited<ReturnType<typeof readGate>>;
  now: number;
}) {
  const { lang, institution, actor } = p.c.var;
  const t = say(signUpDeskTexts, lang);
  const { asked, limit, unusual } = p.volume;
  const decides = may(actor, "delivery.decide") === undefined;
  const when = (ms: number) => showDateTime(ms, { lang, zone: institution.timeZone, form: "loc" });
  const button = (pace: "go" | "slow", label: string) =>
    decides && (
      <form method="post" action={PAGE} class="above-3">
        <input type="hidden" name="pace" value={pace} />
        <Button variant="secondary">{label}</Button>
      </form>
    );
  if (p.gate && p.now < p.gate.goUntil)
    return (
      <Alert color="info" title={t("going.title")}>
        <p>{t("going.text", { at: when(p.gate.at), until: when(p.gate.goUntil) })}</p>
        <p>{t("unusual.caps")}</p>
        {button("slow", t("going.stop"))}
      </Alert>
    );
  if (!unusual)
    return (
      <Section title={t("usual.title")}>
        <p>{t("usual.text", { n: asked.now, limit })}</p>
        {p.waiting > 0 && <p>{t("waiting", { n: p.waiting })}</p>}
      </Section>
    );
  return (
    <Alert color="warning" title={t("unusual.title")}>
      <p>{t("unusual.text", { now: asked.now, before: asked.before, limit })}</p>
      <p>{t("unusual.does", { limit })}</p>
      <p>{t("unusual.caps")}</p>
      <p>
        <strong>{t("waiting", { n: p.waiting })}</strong>
      </p>
      <p>{t("go.why")}</p>
      {button("go", t("go.button"))}
    </Alert>
  );
}

/** The last two days, hour by hour, oldest first. */
function hoursOf(rows: readonly Row[], now: number): Hour[] {
  const first = hourOf(now) - (SHOWN_HOURS - 1) * HOUR;
  const hours = Array.from({ length: SHOWN_HOURS }, (_, i) => ({
    hour: first + i * HOUR,
    asked: 0,
    mailed: 0,
    confirmed: 0,
    capped: 0,
    nothing: 0,
  }));
  for (const { what, hour, n } of rows) {
    const one = hours[(hour - first) / HOUR];
    if (!one) continue;
    if (what === "asked" || what === "links") one.asked += n;
    else if (what === "mailed" || what === "confirmed" || what === "nothing") one[what] += n;
    else if ((CAPPED as readonly string[]).includes(what)) one.capped += n;
  }
  return hours;
}

function HoursTable({ c, hours, caption }: { c: StaffContext; hours: readonly Hour[]; caption: string }) {
  const { lang, institution } = c.var;
  const t = say(signUpDeskTexts, lang);
  const n = (value: number) => showNumber(value, lang);
  const columns = ["asked", "mailed", "confirmed", "capped", "nothing"] as const;
  return (
    <DataTable
      caption={caption}
      columns={[{ head: t("hour") }, ...columns.map((name) => ({ head: t(name), num: true }))]}
      rows={hours.map((one) => ({
        cells: [
          showDateTime(one.hour, { lang, zone: institution.timeZone, form: "table" }),
          ...columns.map((name) => n(one[name])),
        ],
      }))}
    />
  );
}

function Sums({ c, rows, now }: { c: StaffContext; rows: readonly Row[]; now: number }) {
  const { lang } = c.var;
  const t = say(signUpDeskTexts, lang);
  const since = (days: number) => hourOf(now) - days * DAY_MS;
  const sum = (what: Counted, days: number) =>
    rows.filter((r) => r.what === what && r.hour > since(days)).reduce((all, r) => all + r.n, 0);
  return (
    <DataTable
      label={t("sums.title")}
      columns={[
        { head: t("what") },
        { head: t("day"), num: true },
        { head: t("week"), num: true },
        { head: t("month"), num: true },
      ]}
      rows={COUNTED.map((what) => ({
        cells: [t(`w.${what}`), ...[1, 7, 28].map((days) => showNumber(sum(what, days), lang))],
      }))}
    />
  );
}

/** `/staff/settings/keys`: what needs each key, and which may be destroyed from when. Shows ids only; changes nothing. */
import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { hasRows, type KeyStanding, readKeys } from "../../../domain/key-rotation/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { RING_NAMES, type RingName } from "../../../platform/keys.ts";
import { showDate, showNumber } from "../../../texts/dates.ts";
import { keysTexts } from "../../../texts/keys.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext, StaffEnv } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { deskPage } from "../layout.tsx";
import { Section } from "../parts/facts.tsx";
import { Progress } from "../parts/figures.tsx";
import { DataTable } from "../parts/tables.tsx";

/** Rooms of keys. */
export const keyPages = new Hono<StaffEnv>().get("/settings/keys", async (c) => {
  const no = may(c.var.actor, "keys.see");
  if (no) return refusedPage(c, no, "desk");
  const t = say(keysTexts, c.var.lang);
  const keys = await readKeys(c.var.deps);
  return deskPage(c, {
    title: t("title"),
    current: may(c.var.actor, "institution.change") ? "keys" : "settings",
    lede: t("lede"),
    children: (
      <>
        {RING_NAMES.map((ring) => (
          <Ring c={c} ring={ring} keys={keys.filter((key) => key.ring === ring)} />
        ))}
        <Section title={t("how.title")}>
          <p>{t("how.text")}</p>
        </Section>
      </>
    ),
  });
});

function Ring({ c, ring, keys }: { c: StaffContext; ring: RingName; keys: readonly KeyStanding[] }) {
  const t = say(keysTexts, c.var.lang);
  const name = t(`ring.${ring}`);
  const moving = keys.filter(({ fate }) => fate === "moving").reduce((n, { rows }) => n + rows.moved, 0);
  const newest = keys.find(({ fate }) => fate === "newest")?.rows.moved ?? 0;
  return (
    <Section title={name}>
      {moving > 0 && <Progress label={t("progress", { name })} value={newest} max={newest + moving} />}
      <DataTable
        label={name}
        width="stack"
        columns={[
          { head: t("head.key") },
          ...(hasRows(ring) ? [{ head: t("head.rows"), num: true }] : []),
          { head: t("head.since") },
          { head: t("head.state") },
        ]}
        rows={keys.map((key) => ({
          cells: [
            <code>{key.id}</code>,
            ...(hasRows(ring) ? [showNumber(key.rows.moved + key.rows.ends + key.rows.stays, c.var.lang)] : []),
            <Since c={c} of={key} />,
            <State c={c} of={key} />,
          ],
        }))}
      />
    </Section>
  );
}

function Since({ c, of: { fate, newestFrom, newestTo } }: { c: StaffContext; of: KeyStanding }) {
  const t = say(keysTexts, c.var.lang);
  // What stands in front is in use from now on, also before the first turn has noted it.
  const since = fate === "newest" ? (newestFrom ?? c.var.deps.clock.now()) : newestFrom;
  const from = since === null ? "" : day(c, since);
  const to = newestTo === null ? "" : day(c, newestTo);
  const both = from && to ? "since.both" : from ? "since.from" : to ? "since.to" : "since.never";
  return <>{t(both, { from, to })}</>;
}

function State({ c, of: key }: { c: StaffContext; of: KeyStanding }) {
  const t = say(keysTexts, c.var.lang);
  if (key.fate === "log")
    return <>{t.rich<Child>("state.log", { link: (inner) => <a href="/log/keys">{inner as Child}</a> })}</>;
  const at = key.fate === "gone" ? (key.goneAt ?? c.var.deps.clock.now()) : key.day;
  return <>{t(`state.${key.fate}`, { day: at === undefined ? "" : day(c, at) })}</>;
}

const day = (c: StaffContext, at: number | string) =>
  showDate(at, { lang: c.var.lang, zone: c.var.institution.timeZone, form: "table" });

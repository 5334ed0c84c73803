/** The box about time stamps: the last one, by whom and over how many entries; what is missing, since when and why. */
import { coveredSize, missingSince } from "../../domain/time-stamps/rules/due.ts";
import { kindOf } from "../../domain/time-stamps/rules/failure.ts";
import { type LogStanding, readStanding } from "../../domain/time-stamps/views.ts";
import { showDateTime } from "../../texts/dates.ts";
import { say } from "../../texts/say.ts";
import { timeStampTexts } from "../../texts/time-stamps.ts";
import type { StaffContext } from "../env.ts";
import { Facts } from "./parts/facts.tsx";
import { Alert } from "./parts/states.tsx";

export async function TimeStampBox({ c }: { c: StaffContext }) {
  const t = say(timeStampTexts, c.var.lang);
  const { deps } = c.var;
  const standing = await readStanding(deps.db);
  const configured = deps.config.timeStamps.authorities.length > 0;
  return (
    <section aria-labelledby="time-stamps" class="above-6">
      <h2 class="desk-h" id="time-stamps">
        {t("title")}
      </h2>
      {configured ? <Missing c={c} standing={standing} /> : <Unset c={c} />}
      {standing.last ? <Last c={c} standing={standing} /> : configured && <p class="above-4">{t("none")}</p>}
    </section>
  );
}

/** Nobody is asked for stamps: says what that costs. */
function Unset({ c }: { c: StaffContext }) {
  const t = say(timeStampTexts, c.var.lang);
  return (
    <Alert color="info" title={t("unset")}>
      <p>{t("unset.text")}</p>
      <p class="small above-2">{t("unset.who")}</p>
    </Alert>
  );
}

function Missing({ c, standing }: { c: StaffContext; standing: LogStanding }) {
  const t = say(timeStampTexts, c.var.lang);
  const now = c.var.deps.clock.now();
  const since = missingSince(standing, now);
  if (since === undefined) return null;
  const { attempt } = standing;
  return (
    <Alert color="warning" title={t("state.missing", { when: moment(c, since, "gen") })}>
      {attempt && (
        <>
          <p>{t(`why.${kindOf(attempt.code)}`, { code: attempt.code })}</p>
          <p class="small above-2">
            {t("why.asked", { when: moment(c, attempt.at), authority: attempt.authority })}{" "}
            {attempt.nextAt > now && t("again", { when: moment(c, attempt.nextAt) })}
          </p>
        </>
      )}
    </Alert>
  );
}

function Last({ c, standing }: { c: StaffContext; standing: LogStanding }) {
  const t = say(timeStampTexts, c.var.lang);
  const { last, head } = standing;
  if (!last) return null;
  const waiting = standing.uncoveredAt === undefined ? 0 : (head?.size ?? 0) - coveredSize(standing);
  const qualified = last.claimed ? (last.listed ? "listed" : "claimed") : "no";
  return (
    <div class="above-4">
      <Facts
        inline={false}
        items={[
          { term: t("last"), value: moment(c, last.at, "table") },
          { term: t("by"), value: last.subject },
          { term: t("covers"), value: t("covers.n", { n: last.size }) },
          { term: t("qualified"), value: t(`qualified.${qualified}`, { listed: last.listed ?? "" }) },
          { term: t("papers"), value: t(last.cleared ? "papers.good" : "papers.unknown") },
          { term: t("state"), value: waiting > 0 ? t("state.waiting", { n: waiting }) : t("state.covered") },
        ]}
      />
      <p class="small above-3">
        <a href="/log/time-stamps">{t("all")}</a>
      </p>
    </div>
  );
}

const moment = (c: StaffContext, at: number, form: "loc" | "gen" | "table" = "loc") =>
  showDateTime(at, { lang: c.var.lang, zone: c.var.institution.timeZone, form });

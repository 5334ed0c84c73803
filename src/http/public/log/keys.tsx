/** `/log/keys`: the keys that sign the proof log, today and before, for people; `/log/keys.json` says the same to programs. */
import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { readVkey } from "../../../domain/proof-log/rules/note.ts";
import { readPastLogs } from "../../../domain/proof-log/views/copy.ts";
import { type KeyRow, readKeys } from "../../../domain/proof-log/views/keys.ts";
import { type DateForm, showDate, showDateTime } from "../../../texts/dates.ts";
import { logKeysTexts } from "../../../texts/log-keys.ts";
import { say } from "../../../texts/say.ts";
import type { PublicContext, PublicEnv } from "../../env.ts";
import { publicPage } from "../layout.tsx";
import { Facts, Note } from "../parts.tsx";

export const logKeyPages = new Hono<PublicEnv>().get("/log/keys", async (c) => {
  const { lang, deps } = c.var;
  const t = say(logKeysTexts, lang);
  const [keys, past] = [await readKeys(deps.db), await readPastLogs(deps.db)];
  const newestFirst = [...keys].reverse();
  const [now, before] = [newestFirst.filter((k) => k.toAt === null), newestFirst.filter((k) => k.toAt !== null)];
  const when = dates(c);
  return publicPage(c, {
    title: t("title"),
    lead: t("lead"),
    children: (
      <>
        {keys.length === 0 && <p>{t("none")}</p>}
        {now.length > 0 && <Keys c={c} title={t("now")} keys={now} />}
        {before.length > 0 && <Keys c={c} title={t("before")} keys={before} />}
        {past.length > 0 && (
          <>
            <h2>{t("past")}</h2>
            <p>{t("past.text")}</p>
            <Facts
              items={past.map((p) => ({
                term: <Code text={p.origin} />,
                value: t("past.value", { n: p.size, date: when(p.endedAt, "dat") }),
              }))}
            />
          </>
        )}

        <h2>{t("files")}</h2>
        <ul>
          <li>
            <a href="/log/keys.json">{t("files.keys")}</a>
          </li>
          <li>
            <a href="/log/checkpoint">{t("files.checkpoint")}</a>
          </li>
          <li>
            <a href="/log/schema/consent-event-1.json">{t("files.schema")}</a>
          </li>
        </ul>
      </>
    ),
  });
});

function Keys(p: { c: PublicContext; title: string; keys: readonly KeyRow[] }) {
  const { lang, institution } = p.c.var;
  const t = say(logKeysTexts, lang);
  const when = dates(p.c);
  return (
    <>
      <h2>{p.title}</h2>
      {p.keys.map(({ vkey, fromAt, toAt, leakedAt }) => (
        <>
          <h3>{readVkey(vkey)?.id}</h3>
          {leakedAt !== null && (
            <Note tone="warn">
              <strong>{t("leaked")}.</strong>{" "}
              {t("leaked.value", { date: showDateTime(leakedAt, { lang, zone: institution.timeZone, form: "gen" }) })}
            </Note>
          )}
          <Facts
            items={[
              { term: t("key"), value: <Code text={vkey} /> },
              toAt === null
                ? { term: t("since"), value: when(fromAt, "gen") }
                : { term: t("used"), value: t("used.value", { from: when(fromAt, "gen"), to: when(toAt, "dat") }) },
            ]}
          />
        </>
      ))}
    </>
  );
}

/** A long word that may be broken anywhere. */
const Code = (p: { text: string }): Child => <span class="code">{p.text}</span>;

function dates(c: PublicContext) {
  const { lang, institution } = c.var;
  return (ms: number, form: DateForm) => showDate(ms, { lang, zone: institution.timeZone, form });
}

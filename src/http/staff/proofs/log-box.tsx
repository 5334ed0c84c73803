/** The log beside the desk: how many entries, the last checkpoint, where it is published, how anybody verifies it. */
import type { Child } from "hono/jsx";
import { readLogOrigin } from "../../../domain/institution/views.ts";
import { countEntries, readCheckpoint } from "../../../domain/proof-log/views.ts";
import { readSignedAt } from "../../../domain/proofs/views/chain.ts";
import { showNumber } from "../../../texts/dates.ts";
import type { StaffContext } from "../../env.ts";
import { Facts } from "../parts.tsx";
import { moment, voice } from "./shared.tsx";

export async function LogBox({ c }: { c: StaffContext }) {
  const t = voice(c);
  const { deps, lang } = c.var;
  const [entries, head, origin] = await Promise.all([
    countEntries(deps.db),
    readCheckpoint(deps.db),
    readLogOrigin(deps.db),
  ]);
  const at = head && (await readSignedAt(deps.db, head.size));
  const sealed = head?.size ?? 0;
  return (
    <section aria-labelledby="log">
      <h2 class="desk-h" id="log">
        {t("log.title")}
      </h2>
      <Facts
        inline={false}
        items={[
          { term: t("log.origin"), value: <span class="mono">{origin}</span> },
          { term: t("log.entries"), value: showNumber(entries, lang) },
          {
            term: t("log.sealed"),
            value:
              sealed === entries
                ? t("log.all")
                : t("log.some", { sealed: showNumber(sealed, lang), all: showNumber(entries, lang) }),
          },
          {
            term: t("log.checkpoint"),
            value: at === undefined ? t("log.none") : `${showNumber(sealed, lang)}, ${moment(c, at)}`,
          },
          {
            term: t("log.published"),
            value: t.rich<Child>("log.published.value", { a: (inner) => <a href="/log/checkpoint">{inner}</a> }),
          },
          { term: t("log.verify"), value: <a href="/log/verify">/log/verify</a> },
        ]}
      />
      <p class="small quiet above-3">{t("log.note")}</p>
    </section>
  );
}

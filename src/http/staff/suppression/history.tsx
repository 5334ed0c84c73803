/** What has happened around the tags: the nightly look, attempts to come back, lists that were brought in, decisions. */
import type { Purpose } from "../../../domain/purposes/rules.ts";
import { may } from "../../../domain/staff/rules.ts";
import type { ListJob } from "../../../domain/suppressions/views/lists.ts";
import type { Review } from "../../../domain/suppressions/views/review.ts";
import type { Attempts as Attempt, Sweep as SweepRow } from "../../../domain/suppressions/views.ts";
import { showNumber } from "../../../texts/dates.ts";
import { suppressionTexts } from "../../../texts/suppression.ts";
import type { StaffContext } from "../../env.ts";
import { Alert, Button, DataTable, Section } from "../parts.tsx";
import { day, type Key, reasonName, SUPPRESSION, scopeName, voice } from "./shared.tsx";

/** The alarm stands on top; without one a line says that it was looked. */
export function Sweep(p: {
  c: StaffContext;
  sweep: SweepRow | undefined;
  against: readonly { personId: string | null }[];
}) {
  const { c, sweep } = p;
  const t = voice(c);
  const n = (value: number) => showNumber(value, c.var.lang);
  if (sweep && (sweep.lastFound ?? 0) > 0) {
    const people = [...new Set(p.against.flatMap((a) => a.personId ?? []))];
    return (
      <Alert color="danger" title={t("sweep.found.title")}>
        <p>{t("sweep.found.text", { n: sweep.lastFound ?? 0 })}</p>
        {!may(c.var.actor, "people.look-up") && (
          <form method="post" action="/staff/people/open" class="above-3">
            {people.map((id, i) => (
              <Button variant="tertiary" name="person" value={id}>
                {t("sweep.open", { i: i + 1 })}
              </Button>
            ))}
          </form>
        )}
      </Alert>
    );
  }
  const said =
    sweep?.lastEndedAt != null
      ? t("sweep.clean", { day: day(c, sweep.lastEndedAt), n: n(sweep.lastSeen ?? 0) })
      : sweep
        ? t("sweep.running", { n: n(sweep.seen) })
        : t("sweep.never");
  return <p class="small quiet">{said}</p>;
}

export function Attempts({ c, attempts }: { c: StaffContext; attempts: readonly Attempt[] }) {
  const t = voice(c);
  const word = (kind: "door" | "outcome", name: string) =>
    `${kind}.${name}` in suppressionTexts.lv ? t(`${kind}.${name}` as Key) : name;
  return (
    <Section title={t("attempts.title")} lede={t("attempts.lede")} id="attempts">
      {attempts.length === 0 ? (
        <p>{t("attempts.none")}</p>
      ) : (
        <DataTable
          label={t("attempts.title")}
          width="stack"
          columns={[
            { head: t("attempts.door") },
            { head: t("reason") },
            { head: t("attempts.outcome") },
            { head: t("attempts.n"), num: true },
            { head: t("attempts.last"), num: true },
          ]}
          rows={attempts.map((a) => ({
            cells: [
              word("door", a.door),
              reasonName(c, a.reason),
              word("outcome", a.outcome),
              showNumber(a.n, c.var.lang),
              day(c, a.lastDay),
            ],
          }))}
        />
      )}
    </Section>
  );
}

export function Lists({ c, lists }: { c: StaffContext; lists: readonly ListJob[] }) {
  const t = voice(c);
  if (lists.length === 0) return null;
  return (
    <Section title={t("lists.title")} id="lists">
      <DataTable
        label={t("lists.title")}
        width="stack"
        columns={[
          { head: t("lists.source") },
          { head: t("lists.day"), num: true },
          { head: t("lists.state") },
          { head: t("lists.added"), num: true },
        ]}
        rows={lists.map((l) => ({
          cells: [
            <a href={`${SUPPRESSION}/lists/${l.id}`}>{l.source}</a>,
            day(c, l.createdAt),
            t(`state.${l.state}`),
            showNumber(l.written.added ?? 0, c.var.lang),
          ],
        }))}
      />
    </Section>
  );
}

export function Reviews(p: { c: StaffContext; reviews: readonly Review[]; purposes: readonly Purpose[] }) {
  const { c, reviews, purposes } = p;
  const t = voice(c);
  if (reviews.length === 0) return null;
  const n = (value: number) => showNumber(value, c.var.lang);
  return (
    <Section title={t("reviews.title")} id="reviews">
      <DataTable
        label={t("reviews.title")}
        width="stack"
        columns={[
          { head: t("reviews.day"), num: true },
          { head: t("scope") },
          { head: t("reason") },
          { head: t("reviews.decision") },
          { head: t("review.note") },
          { head: t("reviews.done"), num: true },
        ]}
        rows={reviews.map((r) => ({
          cells: [
            day(c, r.at),
            scopeName(c, purposes, r.scope),
            reasonName(c, r.reason),
            r.until ? t("reviews.prolong", { day: day(c, r.until) }) : t("reviews.end"),
            r.note,
            t("reviews.of", { done: n(r.done), n: n(r.n) }),
          ],
        }))}
      />
    </Section>
  );
}

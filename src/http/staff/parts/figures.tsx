/** Figures that must be right: progress of long work, and the balance of a mailing (promise P7). */
import type { Child } from "hono/jsx";
import { showNumber } from "../../../texts/dates.ts";
import { useFrame } from "../../page.tsx";

/** Done of all, in the unit people count in; `left` says what remains and that the page may be closed. */
export function Progress(p: { label: Child; value: number; max: number; left?: Child; id?: string }) {
  const { lang, t } = useFrame();
  const id = p.id ?? "progress";
  return (
    <div class="desk-progress">
      <div>
        <span id={id}>{p.label}</span>
        <span>{t("progress.of", { done: showNumber(p.value, lang), all: showNumber(p.max, lang) })}</span>
      </div>
      <progress aria-labelledby={id} value={p.value} max={Math.max(p.max, 1)} />
      {p.left && <p>{p.left}</p>}
    </div>
  );
}

/**
 * Of a page that asks for itself: hidden until its answers fail to come (assets/polling.ts), and again when they do.
 * `since`: the moment of the figures, as a time of day. The status is there from the beginning, so that it is read out.
 */
export function ConnectionLost(p: { since: string }) {
  const { t } = useFrame();
  return (
    <div role="status">
      <p class="desk-due above-3" data-lost hidden>
        {t("polling.lost", { time: p.since })}
      </p>
    </div>
  );
}

/** How much of a file has gone: hidden until the form is sent by assets/uploading.ts. The status is there from the beginning. */
export function Uploading() {
  const { t } = useFrame();
  return (
    <div role="status">
      <div class="desk-progress" data-sending hidden>
        <div>
          <span id="uploading">{t("upload.sending")}</span>
          <span aria-hidden="true" data-sent />
        </div>
        <progress aria-labelledby="uploading" value="0" max="100" />
        <p>{t("upload.stay")}</p>
      </div>
      <p class="desk-due" data-not-sent hidden>
        {t("upload.lost")}
      </p>
    </div>
  );
}

export interface BalancePart {
  label: Child;
  count: number;
  href?: string | undefined;
}

/**
 * audience = the sum of the parts, on one line. Adds up itself: if the figures do not agree, an alert stands in their
 * place, because a wrong balance must never look like a right one.
 */
export function Balance(p: { audience: BalancePart; parts: readonly BalancePart[] }) {
  const { lang, t } = useFrame();
  const sum = p.parts.reduce((total, part) => total + part.count, 0);
  const item = (part: BalancePart) => (
    <div>
      <dt>{part.href ? <a href={part.href}>{part.label}</a> : part.label}</dt>
      <dd>{showNumber(part.count, lang)}</dd>
    </div>
  );
  const figures = <dl class="desk-balance">{[p.audience, ...p.parts].map(item)}</dl>;
  if (sum === p.audience.count) return figures;
  return (
    <>
      <div class="ds-alert" data-color="danger" role="alert">
        <p>{t("balance.disagrees", { all: showNumber(p.audience.count, lang), sum: showNumber(sum, lang) })}</p>
      </div>
      <dl class="desk-facts above-4" data-inline="">
        {[p.audience, ...p.parts].map(item)}
      </dl>
    </>
  );
}

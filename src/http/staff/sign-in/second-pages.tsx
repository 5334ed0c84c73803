/** The second step of sign-in, setting up an authenticator, and the recovery codes, which are shown once. */
import type { Child } from "hono/jsx";
import { type Lang, say } from "../../../texts/say.ts";
import { secondFactorTexts } from "../../../texts/second-factor.ts";
import type { PublicContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { QrCode } from "../../qr/code.tsx";
import { barePage } from "../layout.tsx";
import { Actions, Button, DeskForm, Done, ErrorSummary, LinkButton, Section, TextField } from "../parts.tsx";

export const SIGN_IN = "/staff/sign-in";
const voice = (c: PublicContext) => say(secondFactorTexts, c.var.lang);

/** Carries where the member wanted to go, without saying it twice. */
export const onward = (path: string, to: string) => `${path}?${new URLSearchParams({ to })}`;

interface Step {
  to: string;
  problems?: Problem[] | undefined;
}

/** The field of a code from the app; the same wherever one is asked for. */
export function CodeField(p: { lang: Lang; name?: string; label: string; problem?: string | undefined }) {
  const t = say(secondFactorTexts, p.lang);
  return (
    <TextField
      name={p.name ?? "code"}
      label={p.label}
      hint={t("show.hint")}
      inputmode="numeric"
      autocomplete="one-time-code"
      size={10}
      maxlength={12}
      problem={p.problem}
    />
  );
}

const Out = ({ c }: { c: PublicContext }) => (
  <form method="post" action="/staff/sign-out" class="above-5">
    <button class="desk-linkish" type="submit">
      {voice(c)("out")}
    </button>
  </form>
);

/** Asks for the code of the app. */
export function showPage(c: PublicContext, p: Step): Promise<Response> {
  const t = voice(c);
  return barePage(c, {
    title: t("show.title"),
    lede: t("show.lede"),
    status: p.problems ? 422 : 200,
    error: p.problems !== undefined,
    children: (
      <>
        <ErrorSummary problems={p.problems} title={t("failed")} />
        <DeskForm action={`${SIGN_IN}/second`}>
          <input type="hidden" name="to" value={p.to} />
          <CodeField lang={c.var.lang} label={t("show.label")} problem={problemFor(p.problems, "code")} />
          <Actions>
            <Button>{t("show.enter")}</Button>
            <a href={onward(`${SIGN_IN}/recovery`, p.to)}>{t("show.recovery")}</a>
          </Actions>
        </DeskForm>
        <p class="quiet small above-5">{t("show.lost")}</p>
        <Out c={c} />
      </>
    ),
  });
}

/** Asks for a recovery code instead. */
export function recoveryPage(c: PublicContext, p: Step): Promise<Response> {
  const t = voice(c);
  return barePage(c, {
    title: t("recovery.title"),
    lede: t("recovery.lede"),
    status: p.problems ? 422 : 200,
    error: p.problems !== undefined,
    children: (
      <>
        <ErrorSummary problems={p.problems} title={t("failed")} />
        <DeskForm action={`${SIGN_IN}/recovery`}>
          <input type="hidden" name="to" value={p.to} />
          <TextField
            name="code"
            label={t("recovery.label")}
            hint={t("recovery.hint")}
            autocomplete="off"
            spellcheck={false}
            size={14}
            maxlength={20}
            problem={problemFor(p.problems, "code")}
          />
          <Actions>
            <Button>{t("recovery.enter")}</Button>
            <a href={onward(`${SIGN_IN}/second`, p.to)}>{t("recovery.back")}</a>
          </Actions>
        </DeskForm>
        <Out c={c} />
      </>
    ),
  });
}

export interface EnrolPage extends Step {
  /** He gets no further without. */
  must: boolean;
  /** `otpauth://totp/…` once a secret waits for its first code. */
  uri?: string | undefined;
}

/** Why, with one button; then the secret as a code, as letters and as a link, and the field for the first code. */
export function enrolPage(c: PublicContext, p: EnrolPage): Promise<Response> {
  const t = voice(c);
  const leave: Child = p.must ? <Out c={c} /> : undefined;
  return barePage(c, {
    title: t("enrol.title"),
    lede: p.must ? t("enrol.must") : t("enrol.may"),
    status: p.problems ? 422 : 200,
    error: p.problems !== undefined,
    children: p.uri ? (
      <>
        <ErrorSummary problems={p.problems} title={t("enrol.failed")} />
        <Secret c={c} uri={p.uri} />
        <DeskForm action={`${SIGN_IN}/enrol`}>
          <input type="hidden" name="to" value={p.to} />
          <CodeField lang={c.var.lang} label={t("enrol.code")} problem={problemFor(p.problems, "code")} />
          <Actions>
            <Button>{t("enrol.confirm")}</Button>
            {!p.must && <a href={p.to}>{t("enrol.later")}</a>}
          </Actions>
        </DeskForm>
        <form method="post" action={`${SIGN_IN}/enrol/begin`} class="above-5">
          <input type="hidden" name="to" value={p.to} />
          <button class="desk-linkish" type="submit">
            {t("enrol.again")}
          </button>
        </form>
        {leave}
      </>
    ) : (
      <>
        <ErrorSummary problems={p.problems} title={t("enrol.failed")} />
        <p>{t("enrol.need")}</p>
        <DeskForm action={`${SIGN_IN}/enrol/begin`}>
          <input type="hidden" name="to" value={p.to} />
          <Actions>
            <Button>{t("enrol.begin")}</Button>
            {!p.must && <a href={p.to}>{t("enrol.later")}</a>}
          </Actions>
        </DeskForm>
        {leave}
      </>
    ),
  });
}

function Secret({ c, uri }: { c: PublicContext; uri: string }) {
  const t = voice(c);
  const key = new URL(uri).searchParams.get("secret") ?? "";
  return (
    <Section title={t("enrol.scan")}>
      <div class="desk-secret">
        <QrCode text={uri} label={t("enrol.qr")} />
        <div>
          <h3>{t("enrol.key")}</h3>
          <p>
            <code class="desk-key-groups" translate="no">
              {(key.match(/.{1,4}/g) ?? []).join(" ")}
            </code>
          </p>
          <p class="small quiet">{t("enrol.key.note")}</p>
          <p>
            <a href={uri}>{t("enrol.open")}</a>
          </p>
        </div>
      </div>
    </Section>
  );
}

/** The ten codes, this once. `renewed`: those before them are dead. */
export function codesPage(c: PublicContext, p: { codes: readonly string[]; to: string; renewed?: boolean }) {
  const t = voice(c);
  return barePage(c, {
    title: t("codes.title"),
    children: (
      <>
        <Done>{p.renewed ? t("codes.renewed") : t("codes.set")}</Done>
        <p class="above-4">{t("codes.lede")}</p>
        <ol class="desk-codes" aria-label={t("codes.label")} translate="no">
          {p.codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <p class="small quiet no-print">{t("codes.print")}</p>
        <div class="no-print above-4">
          <Actions>
            <LinkButton href={p.to}>{t("codes.done")}</LinkButton>
          </Actions>
        </div>
      </>
    ),
  });
}

/** What sign-in shows. Everything here is also shown for an address that we do not know. */
import { say } from "../../../texts/say.ts";
import { staffTexts } from "../../../texts/staff.ts";
import type { PublicContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { barePage } from "../layout.tsx";
import { Actions, Alert, Button, DeskForm, Done, ErrorSummary, LinkButton, TextField } from "../parts.tsx";

const voice = (c: PublicContext) => say(staffTexts, c.var.lang);

interface AddressPage {
  email?: string;
  to: string;
  problems?: Problem[];
  /** Why the person is here. */
  note?: "ended" | "out";
}

/** Asks for the address. */
export function addressPage(c: PublicContext, p: AddressPage): Promise<Response> {
  const t = voice(c);
  return barePage(c, {
    title: t("in.title"),
    lede: t("in.lede"),
    status: p.problems ? 422 : 200,
    error: p.problems !== undefined,
    children: (
      <>
        {p.note === "out" && <Done>{t("in.out")}</Done>}
        {p.note === "ended" && (
          <Alert color="warning">
            <p>{t("in.ended")}</p>
          </Alert>
        )}
        <ErrorSummary problems={p.problems} title={t("in.failed")} />
        <div class={p.note && "above-4"}>
          <DeskForm action="/staff/sign-in">
            <input type="hidden" name="to" value={p.to} />
            <TextField
              name="email"
              label={t("in.email")}
              type="email"
              autocomplete="email"
              value={p.email}
              problem={problemFor(p.problems, "email")}
            />
            <Actions>
              <Button>{t("in.send")}</Button>
            </Actions>
          </DeskForm>
        </div>
      </>
    ),
  });
}

/** Asks for the code. The address stays in the page, never in its URL. */
export function codePage(c: PublicContext, p: { email: string; to: string; problems?: Problem[] }): Promise<Response> {
  const t = voice(c);
  const kept = (
    <>
      <input type="hidden" name="email" value={p.email} />
      <input type="hidden" name="to" value={p.to} />
    </>
  );
  return barePage(c, {
    title: t("code.title"),
    lede: t("code.lede", { email: p.email }),
    status: p.problems ? 422 : 200,
    error: p.problems !== undefined,
    children: (
      <>
        <ErrorSummary problems={p.problems} title={t("in.failed")} />
        <DeskForm action="/staff/sign-in/code">
          {kept}
          <TextField
            name="code"
            label={t("code.label")}
            hint={t("code.hint")}
            inputmode="numeric"
            autocomplete="one-time-code"
            size={10}
            maxlength={12}
            problem={problemFor(p.problems, "code")}
          />
          <Actions>
            <Button>{t("code.enter")}</Button>
          </Actions>
        </DeskForm>
        <form method="post" action="/staff/sign-in" class="above-5">
          {kept}
          <Actions>
            <Button variant="secondary">{t("code.again")}</Button>
            <a href="/staff/sign-in">{t("code.other")}</a>
          </Actions>
        </form>
      </>
    ),
  });
}

/** The page of a link: one button. Opening the page uses nothing up. */
export function linkPage(c: PublicContext): Promise<Response> {
  const t = voice(c);
  return barePage(c, {
    title: t("link.title"),
    lede: t("link.lede"),
    children: (
      // Without an action the form goes to the address of this page, so the token is written nowhere else.
      <form method="post">
        <Actions>
          <Button>{t("link.enter")}</Button>
        </Actions>
      </form>
    ),
  });
}

/** A link that is old, used or invented. */
export function spentPage(c: PublicContext): Promise<Response> {
  const t = voice(c);
  return barePage(c, {
    title: t("link.spent.title"),
    lede: t("link.spent.lede"),
    status: 410,
    children: (
      <Actions>
        <LinkButton href="/staff/sign-in">{t("link.spent.again")}</LinkButton>
      </Actions>
    ),
  });
}

/** Too many tries. */
export function waitPage(c: PublicContext, waitSeconds: number): Promise<Response> {
  const t = voice(c);
  c.header("Retry-After", String(waitSeconds));
  return barePage(c, {
    title: t("wait.title"),
    lede: t("wait.lede", { minutes: Math.ceil(waitSeconds / 60) }),
    status: 429,
    children: <p>{t("wait.help")}</p>,
  });
}

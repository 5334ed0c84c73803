/** The form of a new key, and the one page that ever shows it. */
import { grantable, PERSONAL } from "../../../domain/api-keys/rules.ts";
import { permissionTexts } from "../../../texts/permissions.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import {
  Actions,
  Button,
  Checkbox,
  DeskForm,
  ErrorSummary,
  Facts,
  Fieldset,
  LinkButton,
  TextField,
} from "../parts.tsx";
import { KEYS, voice } from "./shared.ts";

export interface NewKeyPage {
  values?: Readonly<Record<string, string>>;
  permissions?: readonly string[];
  problems?: Problem[];
}

export function newKeyPage(
  c: StaffContext,
  { values = {}, permissions = [], problems }: NewKeyPage,
): Promise<Response> {
  const t = voice(c);
  const words = say(permissionTexts, c.var.lang);
  return deskPage(c, {
    title: t("new.title"),
    current: "access",
    back: { href: KEYS, label: t("title") },
    lede: t("new.lede"),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary
          problems={problems}
          title={t("new.failed")}
          labels={{
            name: t("new.name"),
            purpose: t("new.purpose"),
            permissions: t("new.permissions"),
            until: t("new.until"),
            code: t("new.code"),
          }}
        />
        <DeskForm action={`${KEYS}/new`}>
          <TextField
            name="name"
            label={t("new.name")}
            hint={t("new.name.hint")}
            value={values.name}
            autocomplete="off"
            maxlength={80}
            problem={problemFor(problems, "name")}
          />
          <TextField
            name="purpose"
            label={t("new.purpose")}
            hint={t("new.purpose.hint")}
            value={values.purpose}
            autocomplete="off"
            maxlength={300}
            problem={problemFor(problems, "purpose")}
          />
          <Fieldset
            name="permissions"
            legend={t("new.permissions")}
            hint={t("new.permissions.hint")}
            problem={problemFor(problems, "permissions")}
          >
            {grantable(c.var.actor).map((one) => (
              <Checkbox
                name="permissions"
                value={one}
                label={words(one)}
                hint={PERSONAL.includes(one) ? t("new.personal") : undefined}
                checked={permissions.includes(one)}
              />
            ))}
          </Fieldset>
          <TextField
            name="until"
            type="date"
            label={t("new.until")}
            hint={t("new.until.hint")}
            value={values.until}
            size={12}
            problem={problemFor(problems, "until")}
          />
          <TextField
            name="code"
            label={t("new.code")}
            hint={t("new.code.hint")}
            optional
            inputmode="numeric"
            autocomplete="one-time-code"
            size={12}
            problem={problemFor(problems, "code")}
          />
          <Actions>
            <Button>{t("new.act")}</Button>
          </Actions>
        </DeskForm>
      </>
    ),
  });
}

/** Shown once: the answer to the making, kept by no cache, reached by no address. */
export function madePage(c: StaffContext, p: { name: string; key: string }): Promise<Response> {
  const t = voice(c);
  return deskPage(c, {
    title: t("made.title"),
    current: "access",
    lede: t("made.lede"),
    children: (
      <>
        <Facts inline={false} items={[{ term: t("made.key", { name: p.name }), value: <code>{p.key}</code> }]} />
        <p>{t("made.how")}</p>
        <Actions>
          <LinkButton href={KEYS} variant="secondary">
            {t("made.back")}
          </LinkButton>
        </Actions>
      </>
    ),
  });
}

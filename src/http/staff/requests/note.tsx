/** The note of a request: one form, under a minute, also for what was said by telephone. */
import { dayOf } from "../../../domain/consent/rules/days.ts";
import { CHANNELS, RIGHTS } from "../../../domain/rights-requests/rules.ts";
import { may } from "../../../domain/staff/rules.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, DeskForm, ErrorSummary, Select, TextArea, TextField } from "../parts.tsx";
import { REQUESTS, rightWords, voice } from "./shared.tsx";

export async function notePage(
  c: StaffContext,
  typed: Record<string, string> = {},
  problems?: Problem[],
): Promise<Response> {
  const no = may(c.var.actor, "request.note");
  if (no) return refusedPage(c, no, "desk");
  const t = voice(c);
  const today = dayOf(c.var.deps.clock.now(), c.var.institution.timeZone);
  const values: Record<string, string> = { day: today, ...typed };
  const field = (name: string) => ({ name, value: values[name], problem: problemFor(problems, name) });
  const labels = {
    address: t("note.address"),
    channel: t("note.channel"),
    day: t("note.day"),
    right: t("note.right"),
  };
  return deskPage(c, {
    title: t("note.title"),
    current: "requests",
    back: { href: REQUESTS, label: t("back") },
    lede: t("note.lede"),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} labels={labels} title={t("note.problem")} />
        <DeskForm action={`${REQUESTS}/new`}>
          <TextField
            {...field("address")}
            inputmode="email"
            autocomplete="off"
            spellcheck={false}
            label={labels.address}
            hint={t("note.address.hint")}
            optional="group"
          />
          <TextField {...field("contact")} autocomplete="off" label={t("note.contact")} optional />
          <Select
            {...field("right")}
            label={labels.right}
            options={[
              { value: "", label: "" },
              ...RIGHTS.map((right) => ({ value: right, label: rightWords(t, right) })),
            ]}
          />
          <Select
            {...field("channel")}
            label={labels.channel}
            options={[
              { value: "", label: "" },
              ...CHANNELS.map((channel) => ({ value: channel, label: t(`channel.${channel}`) })),
            ]}
          />
          <TextField {...field("day")} type="date" label={labels.day} />
          <TextArea {...field("words")} label={t("note.words")} hint={t("note.words.hint")} rows={4} optional />
          <TextArea {...field("doubt")} label={t("note.doubt")} hint={t("note.doubt.hint")} rows={2} optional />
          <Actions>
            <Button>{t("note.act")}</Button>
            <a href={REQUESTS}>{t("cancel")}</a>
          </Actions>
        </DeskForm>
      </>
    ),
  });
}

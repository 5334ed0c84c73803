/**
 * Hands one alert to every channel that the institution has chosen and that has not taken it yet: a mail to each named
 * person, and a POST to the web address; what concerns breaches and requests, to the data-protection officer. What goes out is a code, an id, the title of a mailing, a link to the desk and a
 * time; nothing of any recipient.
 */
import type { Deps } from "../../../deps.ts";
import type { StaffUser } from "../../../platform/auth/users.ts";
import type { Institution } from "../../institution/rules.ts";
import type { AlertMail } from "../rules/mail.ts";
import { type Channel, channelsOf, markOf, NOBODY, officerChannels, webhookProblem } from "../rules/telling.ts";
import { isForOfficer, isForOwner, placeOf } from "../rules.ts";

/** What is told. `code` is an alert's, or `test`. */
export interface Notice {
  id: string;
  code: string;
  subject: string;
  at: number;
  mailing?: AlertMail["mailing"];
}

/** What became of one channel: `to` is the person's name, or `webhook`; `mark` names it. `code` where it was not taken. */
export interface Heard {
  channel: "mail" | "webhook";
  to: string;
  mark: string;
  code?: string;
}

type TellDeps = Pick<Deps, "post" | "call" | "render" | "config" | "auth">;

/** Tries every channel once, side by side; not those whose mark is in `told`. Never throws for what a channel does. */
export async function handOn(
  deps: TellDeps,
  institution: Institution,
  notice: Notice,
  told: Readonly<Record<string, number>> = {},
): Promise<Heard[]> {
  const telling = institution.telling ?? NOBODY;
  const owner = isForOwner(notice.code) ? await deps.auth.users.byId(notice.subject) : undefined;
  if (isForOwner(notice.code))
    return owner && !owner.disabledAt ? [await tellOwner(deps, institution, notice, owner)] : [];
  const all = isForOfficer(notice.code)
    ? officerChannels(institution.dataProtectionOfficer, await deps.auth.users.list(), telling)
    : channelsOf(telling);
  const channels = all.filter((channel) => !(markOf(channel) in told));
  return Promise.all(channels.map((channel) => tell(deps, institution, notice, channel)));
}

/** In his own language; the button leads to his own account. */
async function tellOwner(
  deps: TellDeps,
  institution: Institution,
  { id, code, at }: Notice,
  { name, email, language }: Pick<StaffUser, "name" | "email" | "language">,
): Promise<Heard> {
  const mark = markOf({ kind: "mail", name, address: email });
  const url = `${deps.config.publicUrl}/staff/account`;
  const mail = deps.render.alert({ institution, to: email, language: language === "en" ? "en" : "lv", code, url, at });
  const done = await deps.post(mail, `alert/${id}/${mark}`);
  return { channel: "mail", to: name, mark, ...(done.outcome !== "accepted" && { code: done.code }) };
}

async function tell(deps: TellDeps, institution: Institution, notice: Notice, channel: Channel): Promise<Heard> {
  const { code, subject, at, mailing } = notice;
  const { kind, address } = channel;
  const mark = markOf(channel);
  const url = `${deps.config.publicUrl}${placeOf(code, subject)}`;
  if (kind === "webhook") {
    const no = await callOf(deps, address, JSON.stringify({ code, subject, url, at: new Date(at).toISOString() }));
    return { channel: kind, to: kind, mark, ...(no !== undefined && { code: no }) };
  }
  const language = institution.languages[0] ?? "lv";
  const mail = deps.render.alert({ institution, to: address, language, code, url, at, ...(mailing && { mailing }) });
  // One key for one alert and one person: a second try of a provider that remembers keys sends nothing new.
  const done = await deps.post(mail, `alert/${notice.id}/${mark}`);
  return { channel: kind, to: channel.name, mark, ...(done.outcome !== "accepted" && { code: done.code }) };
}

/** What was allowed when it was saved may not be by now: settings made in development, taken along to production. */
async function callOf(deps: TellDeps, webhook: string, json: string): Promise<string | undefined> {
  const forbidden = webhookProblem(webhook, deps.config.mode !== "production") && "webhook.inside";
  return forbidden ?? deps.call(webhook, json);
}

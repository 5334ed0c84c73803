/**
 * Hands one alert to every channel that the institution has chosen: a mail to each named person, and a POST to the web
 * address. What goes out is a code, an id, a link to the desk and a time; nothing personal.
 */
import type { Deps } from "../../../deps.ts";
import type { Institution } from "../../institution/rules.ts";
import { NOBODY, webhookProblem } from "../rules/telling.ts";
import { placeOf } from "../rules.ts";

/** What is told. `code` is an alert's, or `test`. */
export interface Notice {
  id: string;
  code: string;
  subject: string;
  at: number;
}

/** What became of one channel: `to` is the person's name, or `webhook`. `code` where it was not taken. */
export interface Heard {
  channel: "mail" | "webhook";
  to: string;
  code?: string;
}

type TellDeps = Pick<Deps, "post" | "call" | "render" | "config">;

/** Tries every channel once, side by side. Never throws for what a channel does. Empty: nobody is to be told. */
export async function handOn(deps: TellDeps, institution: Institution, notice: Notice): Promise<Heard[]> {
  const { people, webhook } = institution.telling ?? NOBODY;
  const { code, subject, at } = notice;
  const url = `${deps.config.publicUrl}${placeOf(code, subject)}`;
  const language = institution.languages[0] ?? "lv";
  const mails = people.map(async ({ name, address }): Promise<Heard> => {
    const mail = deps.render.alert({ institution, to: address, language, code, url, at });
    // One key for one alert and one person: a second try of a provider that remembers keys sends nothing new.
    const done = await deps.post(mail, `alert/${notice.id}/${people.findIndex((p) => p.address === address)}`);
    return { channel: "mail", to: name, ...(done.outcome !== "accepted" && { code: done.code }) };
  });
  const json = JSON.stringify({ code, subject, url, at: new Date(at).toISOString() });
  return Promise.all([...mails, ...(webhook ? [callOf(deps, webhook, json)] : [])]);
}

/** What was allowed when it was saved may not be by now: settings made in development, taken along to production. */
async function callOf(deps: TellDeps, webhook: string, json: string): Promise<Heard> {
  const forbidden = webhookProblem(webhook, deps.config.mode !== "production") && "webhook.inside";
  const code = forbidden ?? (await deps.call(webhook, json));
  return { channel: "webhook", to: "webhook", ...(code !== undefined && { code }) };
}

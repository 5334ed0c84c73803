/**
 * What Resend remembers of mails and of the events it told, read back: `GET /emails` (a page of up to 100, newest first,
 * `after` is the id of the last one seen), `GET /emails/:id` for our own tag, `GET /webhooks/:id/events` with the payloads
 * as they were sent (api-reference/pagination, emails/list-emails, webhooks/list-events, webhooks/get-event). In the
 * provider's pace, together with a server that sends at the same time. Addresses are read and dropped.
 */
import { USER_AGENT } from "../../../delivery/call.ts";
import type { Deps } from "../../../deps.ts";
import { timeOf } from "../../../domain/messages/rules/event.ts";
import { takeSlot } from "../../../domain/messages/take-slot.ts";

export interface LoggedMail {
  id: string;
  at: number;
  /** `delivered`, `bounced` … */
  lastEvent: string;
}

export interface LoggedEvent {
  id: string;
  type: string;
  at: number;
}

/** The provider says no: `status` is its answer, 0 where none came; `sendOnly` if the key may only send. */
export class ReadRefused extends Error {
  constructor(
    readonly status: number,
    readonly sendOnly: boolean,
  ) {
    super("the provider's log cannot be read");
    this.name = "ReadRefused";
  }
}

const PAGE = 100;
const TRIES = 5;
const TIMEOUT_MS = 20_000;
type Fields = Record<string, unknown>;

export function openResendLog(deps: Deps, settings: { apiKey: string; baseUrl: string }) {
  const get = (path: string) => getJson(deps, settings, path);

  /** A list page by page, newest first, as long as its items are not older than `since`. */
  async function* list<T extends { id: string; at: number }>(path: string, since: number, read: (item: Fields) => T) {
    for (let after = ""; ; ) {
      const page = await get(`${path}?limit=${PAGE}${after && `&after=${encodeURIComponent(after)}`}`);
      const items = ((page.data ?? []) as Fields[]).map(read);
      yield items.filter((item) => item.at >= since);
      const last = items.at(-1);
      if (!last || page.has_more !== true || last.at < since || last.id === after) return;
      after = last.id;
    }
  }
  const common = (item: Fields) => ({ id: String(item.id ?? ""), at: timeOf(item.created_at) ?? 0 });

  return {
    mails: (since: number) =>
      list(`/emails`, since, (item): LoggedMail => ({ ...common(item), lastEvent: String(item.last_event ?? "") })),
    /** One mail with its tags and its recipient, as the provider gives them. */
    mail: (id: string): Promise<unknown> => get(`/emails/${encodeURIComponent(id)}`),
    /** Ids of the webhooks that tell this address. */
    async webhooks(endpoint: string): Promise<string[]> {
      const { data } = await get(`/webhooks?limit=${PAGE}`);
      return ((data ?? []) as Fields[]).filter((hook) => hook.endpoint === endpoint).map((hook) => String(hook.id));
    },
    events: (webhookId: string, since: number) =>
      list(
        `/webhooks/${encodeURIComponent(webhookId)}/events`,
        since,
        (item): LoggedEvent => ({ ...common(item), type: String(item.type ?? "") }),
      ),
    /** The body that was, or should have been, posted to us. */
    payload: async (webhookId: string, eventId: string): Promise<unknown> =>
      (await get(`/webhooks/${encodeURIComponent(webhookId)}/events/${encodeURIComponent(eventId)}`)).payload,
  };
}

async function getJson(deps: Deps, settings: { apiKey: string; baseUrl: string }, path: string): Promise<Fields> {
  for (let tries = TRIES; ; ) {
    for (let wait = await takeSlot(deps, "bulk"); wait > 0; wait = await takeSlot(deps, "bulk"))
      await deps.clock.pause(wait);
    const answer = await fetch(`${settings.baseUrl}${path}`, {
      headers: { Authorization: `Bearer ${settings.apiKey}`, "User-Agent": USER_AGENT },
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => undefined);
    const said = (await answer?.json().catch(() => undefined)) as Fields | undefined;
    if (answer?.ok && said) return said;
    const status = answer?.status ?? 0;
    const again = status === 0 || status === 429 || status >= 500;
    if (!again || --tries === 0) throw new ReadRefused(status, said?.name === "restricted_api_key");
    await deps.clock.pause(Math.max(1_000, Number(answer?.headers.get("retry-after") ?? 1) * 1_000 || 1_000));
  }
}

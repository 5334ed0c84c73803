/** The fake Resend as a drill's provider: limits, chaos from the seed, events out of order and repeated. */

import { startFakeResend } from "../../fakes/resend.ts";
import type { Odds } from "../../fakes/resend-chaos.ts";
import { counted } from "../counted.ts";
import { isRefusedAddress, type Provider, type ProviderOptions, type Taken } from "./provider.ts";

export const WEBHOOK_SECRET = "whsec_ZHJpbGwtb25seS1zZWNyZXQtb2YtdGhlLWZha2U=";

/** Silence lasts until the program gives up, 20 seconds: rare, or a drill would be a long wait. */
const ODDS: Odds = {
  busy: 0.04,
  inFlight: 0.02,
  fault: 0.03,
  faultAfter: 0.04,
  cut: 0.03,
  cutAfter: 0.04,
  silent: 0.002,
  silentAfter: 0.003,
  slow: 0.1,
};
const BOUNCED = 0.01;
const COMPLAINED = 0.0004;

export async function startResendProvider(options: ProviderOptions): Promise<Provider> {
  const { seed, now, watch, eventShare } = options;
  const odds = options.silence ? ODDS : { ...ODDS, silent: 0, silentAfter: 0 };
  const resend = await startFakeResend({
    now,
    watch,
    refuses: isRefusedAddress,
    withoutBodies: true,
    requestsPerSecond: 20,
    ...(options.chaos ? { chaos: { seed, odds, slowMs: 1_500 } } : {}),
    events: {
      url: options.webhookUrl,
      secret: WEBHOOK_SECRET,
      seed,
      share: eventShare,
      bounced: BOUNCED,
      complained: COMPLAINED,
      repeated: 0.2,
      retryMs: [500, 1_000, ...Array.from({ length: 100 }, () => 2_000)],
    },
  });
  const addressOf = (mail: { to: string | string[] }) => [mail.to].flat().join(", ");
  const taken: Taken[] = [];
  const doubts = () => new Set(resend.requests.filter((r) => r.doubt).map((r) => r.key));
  const told = (ids: ReadonlySet<string>) =>
    new Set(resend.mails.filter((mail) => ids.has(mail.id)).map((mail) => addressOf(mail)));
  return {
    env: {
      MAILER: "resend",
      RESEND_API_KEY: resend.apiKey,
      RESEND_BASE_URL: resend.url,
      RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET,
    },
    get taken() {
      for (const mail of resend.mails.slice(taken.length))
        taken.push({ to: addressOf(mail), id: mail.id, key: mail.key, arrival: mail.request });
      return taken;
    },
    get arrivals() {
      return resend.requests.length;
    },
    leftInDoubt: (_, batchId) => doubts().has(`batch/${batchId}`),
    refuses: isRefusedAddress,
    get said() {
      const { bounced, complained } = resend.events?.told ?? { bounced: new Set(), complained: new Set() };
      return { bounced: told(bounced), complained: told(complained), share: eventShare };
    },
    get waiting() {
      return resend.events?.waiting ?? 0;
    },
    get givenUp() {
      return resend.events?.givenUp ?? 0;
    },
    figures() {
      const count = (wanted: (status: number) => boolean) =>
        resend.requests.filter(({ status }) => wanted(status)).length;
      return {
        requests: resend.requests.length,
        "answered 200": count((s) => s === 200),
        "answered 409": count((s) => s === 409),
        "answered 429": count((s) => s === 429),
        "answered 422": count((s) => s === 422),
        "answered 500": count((s) => s >= 500),
        "never answered": count((s) => s === 0),
        ...counted(
          (resend.events?.answers ?? []).map((a) => `events ${a.status ? `answered ${a.status}` : "not heard"}`),
        ),
      };
    },
    stop: resend.stop,
  };
}

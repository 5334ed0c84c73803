/** A mailing that went out through a provider which tells what became of it. */
import { createHash } from "node:crypto";
import { createApp } from "../../../src/app.ts";
import type { Handover } from "../../../src/deps.ts";
import type { CampaignDraft } from "../../../src/domain/campaigns/rules.ts";
import { fakeWebhooks, type KnownMail, SECRET, type Webhooks } from "../../fakes/resend-webhooks.ts";
import { openScene, type Scene } from "../consent/scene.ts";

export interface Hooked extends Scene {
  hooks: Webhooks;
  mailingId: string;
  /** The mail to this address in the newest mailing, as the provider knows it. */
  known(address: string): KnownMail;
  /** Tells one event of the mail to this address; answers the status. */
  tell(type: string, address: string, more?: Record<string, unknown>, at?: number): Promise<number>;
  /** State, reason and way of the messages to this address, oldest mailing first. */
  message(address: string): Promise<Record<string, unknown>>;
  rows(sql: string): Promise<Record<string, unknown>[]>;
}

export const people = (n: number, domain = "pasts.example") => Array.from({ length: n }, (_, i) => `p${i}@${domain}`);

const uuidOf = (text: string) => {
  const hash = createHash("sha256").update(text).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
};

/** Sends a campaign to these people. `answers` is what the provider says to the first hand-overs. */
export const hooked = (addresses: readonly string[], ...answers: Handover[]) => hookedAs({}, addresses, answers);

/** The same; `draft`: what the campaign's draft says besides. */
export async function hookedAs(
  draft: Partial<CampaignDraft>,
  addresses: readonly string[],
  answers: Handover[] = [],
): Promise<Hooked> {
  const scene = await openScene();
  const { deps, mailer, mails } = scene;
  mailer.handOver = async (sent, key) => {
    scene.keys.push(key);
    const answer = scene.answers.shift() ?? {
      outcome: "accepted",
      ids: sent.map((m) => uuidOf(m.tags?.message ?? m.to)),
    };
    if (answer.outcome !== "refused" && answer.outcome !== "later") mails.push(...sent);
    return answer;
  };
  scene.answers.push(...answers);
  deps.config.resendWebhookSecret = SECRET;
  const app = createApp(() => deps);
  const hooks = fakeWebhooks({ now: deps.clock.now, to: (request) => app.request(request) });
  await scene.importList([...addresses]);
  const mailingId = await scene.campaign(undefined, draft);
  const made = new Map<string, number>();
  const rows: Hooked["rows"] = async (sql) =>
    (await scene.client.execute(sql)).rows.map((row) => ({ ...row }) as Record<string, unknown>);
  const known = (address: string): KnownMail => {
    const tag = mails.findLast((m) => m.to === address && m.tags?.message)?.tags?.message;
    if (!tag) throw new Error(`no mail to ${address}`);
    const at = made.get(tag) ?? deps.clock.now();
    made.set(tag, at);
    return { id: uuidOf(tag), to: address, tag, at };
  };
  return {
    ...scene,
    hooks,
    mailingId,
    known,
    rows,
    async tell(type, address, more, at) {
      return (await hooks.send(hooks.event(type, known(address), more, at))).status;
    },
    async message(address) {
      const [, personId] = known(address).tag?.split("_") ?? [];
      const found = await rows(`SELECT state, reason, way FROM message WHERE person_id='${personId}'`);
      return found.at(-1) ?? {};
    },
  };
}

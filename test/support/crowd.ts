/** Many people, and programs, at the sign-up form of one world: each with its network, with or without a proof of work. */
import type { SignUpWorld } from "./sign-up-house.ts";
import { cheapWork } from "./work.ts";

export interface Sent {
  address: string;
  ip?: string;
  /** The proof of work as it is sent; `true`: a fresh one. */
  work?: string | true;
  trap?: string;
  lists?: string[];
}

export interface Crowd extends SignUpWorld {
  /** Sends the form once, as it stands on the page. */
  send(sent: Sent): Promise<Response>;
  /** What was counted, over all hours. */
  counted(): Promise<Record<string, number>>;
}

/** `ip` as the edge of the Worker says it. */
export async function crowdAt(of: SignUpWorld): Promise<Crowd> {
  const { world, lists } = of;
  const page = await (await world.request("/subscribe?lang=lv")).text();
  const form = /name="form" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? "";
  return {
    ...of,
    async send({ address, ip, work = "", trap = "", lists: wanted = [lists[0]] }) {
      const body = new URLSearchParams({ email: address, form, lang: "lv", language: "lv", website: trap });
      for (const id of wanted) body.append("list", id);
      body.set("altcha", work === true ? await cheapWork(world.deps) : work);
      const headers = { Origin: world.deps.config.publicUrl, ...(ip !== undefined && { "cf-connecting-ip": ip }) };
      return world.request("/subscribe", { method: "POST", body, headers });
    },
    async counted() {
      const rows = await world.rows("SELECT what, sum(n) AS n FROM sign_up_hour GROUP BY what");
      return Object.fromEntries(rows.map((r) => [String(r.what), Number(r.n)]));
    },
  };
}

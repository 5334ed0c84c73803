/**
 * Every way in which an address can stand with the house, and the doors at which anybody may type it. What the doors answer must
 * tell nobody how it stands (promise P5, PROOF 5).
 */
import { recordEvent } from "../../../src/domain/messages/record-event.ts";
import type { SignUpWorld } from "../../support/sign-up-house.ts";

export const STATES = [
  "new",
  "pending",
  "subscribed",
  "withdrawn",
  "refused",
  "no_answer",
  "complained",
  "never",
] as const;
export type State = (typeof STATES)[number];

/** The n-th address in this state; all are of one length, because a page that comes back with an error may show what was typed. */
export const addressOf = (state: State, n: number) =>
  `${state.padEnd(10, "x").replace("_", "-")}${1000 + n}@pasts.example`;

/** Brings so many addresses into each state by the doors, as people would; `new` has none. */
export async function populate(house: SignUpWorld, per: number): Promise<void> {
  const { world } = house;
  for (let n = 0; n < per; n++)
    for (const state of STATES) {
      const address = addressOf(state, n);
      if (state === "new") continue;
      if (state === "refused" || state === "no_answer") {
        // Answers to a campaign of long ago: of them only the tag is left.
        const [tag] = world.deps.vault.suppressionTags(address);
        await world.client.execute({
          sql: "INSERT INTO suppression VALUES (?, ?, ?, ?, '2026-01-01', '2029-01-01')",
          args: [tag?.tag as Uint8Array, tag?.keyId as string, house.purposes[0], state],
        });
        continue;
      }
      const link = await house.asked(address);
      if (state === "subscribed" || state === "withdrawn") await house.press(link, "yes");
      if (state === "never") await world.browser().post(`${link}/never`, { lang: "lv" });
      if (state === "complained") {
        const at = world.deps.clock.now();
        await recordEvent(world.deps, { id: `evt_${n}`, type: "email.complained", at, to: address, letter: "confirm" });
      }
      if (state === "withdrawn") {
        const [row] = await world.rows(
          "SELECT id FROM subscription WHERE state = 'active' ORDER BY created_at DESC LIMIT 1",
        );
        const mailingId = "00000000-0000-0000-0000-000000000000";
        const token = world.deps.tokens.make("u", { subscriptionId: row?.id as string, mailingId });
        await world.browser().post(`/u/${token}`, { scope: "everything" });
      }
      await world.work();
    }
}

export interface Door {
  name: string;
  send(address: string): Promise<Response>;
}

/** Every public door at which an address may be typed. `SITE` is one that the institution has named. */
export const SITE = "https://skola.example";

export async function doorsOf({ world, lists }: SignUpWorld): Promise<Door[]> {
  await world.client.execute({
    sql: "UPDATE institution SET profile = json_set(profile, '$.signUpSites', json(?))",
    args: [JSON.stringify([SITE])],
  });
  const page = await (await world.request("/subscribe?lang=lv")).text();
  const form = /name="form" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? "";
  const call = (await (await world.request("/subscribe.json?language=lv", { headers: { Origin: SITE } })).json()) as {
    form: string;
  };
  const here = { Origin: world.deps.config.publicUrl };
  const post = (path: string, fields: Record<string, string>) =>
    world.request(path, { method: "POST", body: new URLSearchParams(fields), headers: here });
  const list = lists[0];
  return [
    {
      name: "/subscribe",
      send: (email) => post("/subscribe", { email, list, form, lang: "lv", language: "lv", website: "", altcha: "" }),
    },
    {
      name: "/subscribe.json",
      send: (email) =>
        world.request("/subscribe.json", {
          method: "POST",
          body: JSON.stringify({ email, lists: [list], form: call.form, language: "lv" }),
          headers: { Origin: SITE, "Content-Type": "application/json" },
        }),
    },
    { name: "/me", send: (email) => post("/me", { email, lang: "lv", website: "", altcha: "" }) },
    { name: "/campaigns", send: (email) => post("/campaigns", { email, lang: "lv", website: "", altcha: "" }) },
  ];
}

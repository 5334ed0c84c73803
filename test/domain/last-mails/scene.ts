/** People who were asked by an institution that has switched the last mail on, and their "no". */
import { handleJob } from "../../../src/runtime/consume.ts";
import { type Asked, askedPeople } from "../../http/public/asked.ts";
import type { World } from "../../support/world.ts";

export const ANNA = "anna@pasts.example";
export const JANIS = "janis@pasts.example";

export async function switchOn(world: World): Promise<void> {
  await world.client.execute("UPDATE institution SET profile = json_set(profile, '$.lastMail', json('true'))");
}

export async function asked(people = [ANNA, JANIS], alsoOn: string[] = []): Promise<Asked> {
  const house = await askedPeople(people, alsoOn);
  await switchOn(house.world);
  return house;
}

/** The page after the "no" to the campaign's question. */
export async function sayNo({ world, path, notice }: Asked, address = ANNA): Promise<string> {
  const link = path("r", address);
  const page = await (await world.request(link)).text();
  return (await world.browser().post(link, { answer: "no", notice: notice(page), lang: "lv" })).text();
}

/** The log is sealed at most once a second. */
export async function seal(world: World): Promise<void> {
  world.clock.pass({ seconds: 2 });
  await handleJob(world.deps, { kind: "seal" });
}

/** Mails and rows as the table holds them, and what was counted. */
export const lastMails = (world: World) =>
  world.mailbox.mails.filter(({ mail }) => mail.tags?.kind === "last-mail").map(({ mail }) => mail);
export const states = async (world: World) => (await world.rows("SELECT state FROM last_mail")).map((r) => r.state);
export const counted = async (world: World) =>
  Object.fromEntries(
    (await world.rows("SELECT outcome, sum(n) AS n FROM last_mail_count GROUP BY 1 ORDER BY 1")).map((r) => [
      r.outcome,
      r.n,
    ]),
  );

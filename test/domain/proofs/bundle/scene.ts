/** Somebody who was asked by a campaign and answered on the page of its link. */
import { type Asked, askedPeople } from "../../../http/public/asked.ts";

export const ANNA = "anna@pasts.example";

export interface Answered extends Asked {
  /** Id of the person's record. */
  record(): Promise<string>;
  press(answer: "yes" | "no", address?: string): Promise<Response>;
}

/** Asks Anna (and others), and presses these answers for her, one after the other; everything that follows is done. */
export async function answered(...answers: ("yes" | "no")[]): Promise<Answered> {
  return answeredBy([ANNA], ...answers);
}

export async function answeredBy(addresses: string[], ...answers: ("yes" | "no")[]): Promise<Answered> {
  const house = await askedPeople(addresses);
  const { world } = house;
  async function press(answer: "yes" | "no", address = ANNA) {
    const link = house.path("r", address);
    const page = await (await world.request(link)).text();
    return world.browser().post(link, { answer, notice: house.notice(page), lang: "lv" });
  }
  for (const answer of answers) {
    await press(answer);
    await world.work();
    world.clock.pass({ hours: 1 });
  }
  return {
    ...house,
    press,
    async record() {
      const [row] = await world.rows("SELECT id FROM consent_record ORDER BY created_at");
      return String(row?.id);
    },
  };
}

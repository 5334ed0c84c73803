import { describe, expect, it } from "vitest";
import { closeCampaign } from "../../../src/domain/campaigns/close.ts";
import { annulCampaign } from "../../../src/domain/campaigns/ending/annul.ts";
import { postponeEnding } from "../../../src/domain/campaigns/ending/postpone.ts";
import { recordEndingOpinion } from "../../../src/domain/campaigns/ending/record-opinion.ts";
import { tendCampaigns } from "../../../src/domain/campaigns/ending/tend.ts";
import { readMailing } from "../../../src/domain/campaigns/views.ts";
import { must, openScene, type Scene } from "../consent/scene.ts";
import { admin, DAY, daysPass, officer } from "./days.ts";

const REASON = "Vēstule dažiem pienāca vēlu.";

/** The last day is over and was announced: the next look at it closes it. */
async function due(): Promise<{ s: Scene; id: string }> {
  const s = await openScene();
  await s.importList(["anna@pasts.example", "janis@pasts.example"]);
  const id = await s.campaign();
  await daysPass(s, 23);
  s.clock.set(s.clock.now() + DAY);
  return { s, id };
}

/** Somebody acts in the moment between the reading of the campaign and the commit that begins its closing. */
function meanwhile({ client }: Scene, act: () => Promise<unknown>): void {
  const { batch } = client;
  let once = true;
  client.batch = async (...args: Parameters<typeof batch>) => {
    if (once && JSON.stringify(args[0]).includes("state='closing'")) {
      once = false;
      must((await act()) as object);
    }
    return batch.apply(client, args);
  };
}

describe("a word that comes while the closing begins is heard", () => {
  const words = {
    "the officer's objection": ({ s, id }: Awaited<ReturnType<typeof due>>) =>
      recordEndingOpinion(s.deps, officer, { id, verdict: "objects", text: "Izvērtēts." }),
    "a postponement": ({ s, id }: Awaited<ReturnType<typeof due>>) =>
      postponeEnding(s.deps, admin, { id, to: "2026-12-29", reason: REASON }),
    "an annulment": ({ s, id }: Awaited<ReturnType<typeof due>>) =>
      annulCampaign(s.deps, admin, { id, reason: REASON }),
  };
  for (const [name, say] of Object.entries(words))
    for (const by of ["the calendar", "a person"] as const)
      it(`${name}, against ${by}`, async () => {
        const made = await due();
        const { s, id } = made;
        meanwhile(s, () => say(made));
        if (by === "the calendar") await tendCampaigns(s.deps);
        else expect(await closeCampaign(s.deps, admin, { id })).toMatchObject({ refused: true });
        await s.run();
        expect((await readMailing(s.deps.db, id))?.state).not.toBe("closing");
        expect(await s.count("SELECT count(*) FROM address")).toBe(2);
        expect(await s.count("SELECT count(*) FROM event WHERE typ='mailing.closed'")).toBe(0);
      });
});

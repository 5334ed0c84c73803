/** Who has been told of an alert: by name and time, who has not, and whether that is still tried. */
import { expect, it } from "vitest";
import { channelsOf, markOf } from "../../../../src/domain/alerts/rules/telling.ts";
import { toldSentences } from "../../../../src/http/staff/delivery/told.ts";

const telling = {
  people: [
    { name: "Ilze Paraudziņa", address: "ilze@ministrija.example" },
    { name: "Jānis Paraugs", address: "janis@ministrija.example" },
  ],
  webhook: "https://zinas.ministrija.example/pieteka",
};
const [ilze = "", janis = "", web = ""] = channelsOf(telling).map(markOf);
const AT = Date.UTC(2026, 10, 22, 8, 0);
const style = { lang: "en", zone: "Europe/Riga" } as const;
const said = (told: Record<string, number>, more: { tryAt?: number; toldAt?: number } = {}, chosen = telling) =>
  toldSentences({ told, tryAt: more.tryAt ?? null, toldAt: more.toldAt ?? null }, chosen, style).replaceAll(
    "\u00a0",
    " ",
  );

it("names who heard and when, who did not, and says whether it is still tried", () => {
  expect(said({ [ilze]: AT, [janis]: AT + 60_000, [web]: AT })).toBe(
    "Told: Ilze Paraudziņa (22 November 2026, 10:00), the web address (22 November 2026, 10:00), Jānis Paraugs (22 November 2026, 10:01).",
  );
  expect(said({ [ilze]: AT }, { tryAt: AT + 1 })).toBe(
    "Told: Ilze Paraudziņa (22 November 2026, 10:00). Not reached yet: Jānis Paraugs, the web address. We keep trying.",
  );
  expect(said({ [ilze]: AT })).toContain("Not reached: Jānis Paraugs, the web address. We tried for a day.");
  expect(said({}, { tryAt: AT })).toBe("Nobody has been told yet.");
  expect(said({})).toBe(
    "Nobody has been told yet. Not reached: Ilze Paraudziņa, Jānis Paraugs, the web address. We tried for a day.",
  );
});

it("does not forget whom it told when he is no longer named, and says where nobody is", () => {
  expect(said({ "mail/0000000000000000": AT })).toContain("Told: somebody who is no longer named (");
  expect(said({}, {}, { people: [], webhook: "" })).toBe(
    "Nobody has been told, because the settings name nobody to tell.",
  );
  expect(said({}, { toldAt: AT })).toBe("Reported on 22 November 2026, 10:00.");
});

import { describe, expect, it } from "vitest";
import { commit } from "../../../src/domain/commit.ts";
import { loadStanding } from "../../../src/domain/consent/views/standing.ts";
import { pauseProblem } from "../../../src/domain/me/rules.ts";
import { pauseListWrites } from "../../../src/domain/me/store.ts";
import { shareWrite } from "../../../src/domain/people/acts/share.ts";
import { sealNames } from "../../support/names.ts";
import { openScene, type Scene } from "../consent/scene.ts";

const at = (i: number) => `p${i}@pasts.example`;

async function subscriptionOf(s: Scene, address: string): Promise<string> {
  const standing = await loadStanding(s.deps, { normalised: address });
  return standing?.subscriptions[0]?.id ?? "";
}

const states = (s: Scene) =>
  s.client
    .execute("SELECT state, reason, count(*) AS n FROM message GROUP BY state, reason ORDER BY state")
    .then((found) => found.rows.map((row) => [row.state, row.reason, Number(row.n)]));

describe("a pause of a list", () => {
  it("keeps its mail back, accounted for with its own reason; on its day the next mailing goes out", async () => {
    const s = await openScene();
    await s.importList([at(0), at(1)]);
    await commit(s.deps, { change: pauseListWrites(await subscriptionOf(s, at(0)), "2026-12-24"), proof: [] });
    await s.campaign();
    expect(s.mails.map((mail) => mail.to)).toEqual([at(1)]);
    expect(await states(s)).toEqual([
      ["sent", null, 1],
      ["skipped", "paused", 1],
    ]);
    const later = await openScene();
    await later.importList([at(0)]);
    const today = new Date(later.deps.clock.now()).toISOString().slice(0, 10);
    await commit(later.deps, { change: pauseListWrites(await subscriptionOf(later, at(0)), today), proof: [] });
    await later.campaign();
    expect(later.mails.map((mail) => mail.to)).toEqual([at(0)]);
  });

  it("takes a batch apart that waits to be handed over, and the others go out without him", async () => {
    const s = await openScene();
    await s.importList([at(0), at(1), at(2)]);
    s.answers.push({ outcome: "later", code: "provider.busy", retryAfterMs: 60_000 });
    await s.campaign();
    expect(s.mails).toEqual([]);
    expect(await s.client.execute("SELECT state FROM batch").then(({ rows }) => rows.map((row) => row.state))).toEqual([
      "frozen",
    ]);
    await commit(s.deps, { change: pauseListWrites(await subscriptionOf(s, at(0)), "2026-12-24"), proof: [] });
    expect(
      await s.client
        .execute("SELECT state, sealed FROM batch")
        .then(({ rows }) => rows.map((row) => [row.state, row.sealed])),
    ).toEqual([["thawed", null]]);
    const { rows } = await s.client.execute(
      "SELECT count(*) AS n FROM message WHERE state = 'planned' AND batch_id IS NULL",
    );
    expect(rows[0]?.n).toBe(3);
  });

  it.each([
    ["", true],
    ["2026-11-23", true],
    ["2027-11-22", true],
    ["2026-11-22", false],
    ["2027-11-23", false],
    ["2026-02-30", false],
    ["rīt", false],
  ])("until “%s”: %s", (typed, fine) => {
    expect(pauseProblem(typed, "2026-11-22") === undefined).toBe(fine);
  });
});

it("a shared address is mailed without a name, whatever was sealed beside it; others keep theirs", async () => {
  const s = await openScene();
  await s.importList([at(0), at(1)]);
  await sealNames(s.deps, "Jānis Kalniņš");
  const standing = await loadStanding(s.deps, { normalised: at(0) });
  if (!standing) throw new Error("nobody there");
  await commit(s.deps, { change: [shareWrite(s.deps, standing, true)], proof: [] });
  // An import or an older row may bring a name again: the mail does not show it.
  await sealNames(s.deps, "Jānis Kalniņš");
  await s.campaign();
  const named = s.mails.map((mail) => [mail.to, mail.text.includes("Jānis Kalniņš")]).sort();
  expect(named).toEqual([
    [at(0), false],
    [at(1), true],
  ]);
});

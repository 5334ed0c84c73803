/** "My proofs", before the page around them: what a person reads about himself, and the file that he takes along. */
import { expect, it } from "vitest";
import { findPerson } from "../../../../src/domain/people/views.ts";
import { ownBundle, readOwnProofs } from "../../../../src/domain/proofs/acts/own.ts";
import { isProblem } from "../../../../src/domain/proofs/rules/bundle/problem.ts";
import { verifyBundle } from "../../../../src/domain/proofs/rules/verify/verify.ts";
import { OwnProofs } from "../../../../src/http/public/me/proofs.tsx";
import { answeredBy } from "../../../domain/proofs/bundle/scene.ts";
import { wordsOf } from "../asked.ts";

const [ANNA, JANIS] = ["anna@pasts.example", "janis@pasts.example"];

async function people() {
  const house = await answeredBy([ANNA, JANIS], "yes");
  const { world } = house;
  const own = async (email: string) => ({ personId: (await findPerson(world.deps, email)) ?? "", email });
  return { ...house, anna: await own(ANNA), janis: await own(JANIS) };
}

it("tells each record in plain words with who stands behind it, and how the address came to the list", async () => {
  const { world, anna, janis } = await people();
  const shown = async (own: typeof anna, lang: "lv" | "en") => {
    const proofs = await readOwnProofs(world.deps, own);
    const fileOf = (id: string) => `/me/proofs/${id}`;
    return String(OwnProofs({ lang, zone: "Europe/Riga", proofs, fileOf }));
  };
  const lv = await shown(anna, "lv");
  expect(wordsOf(lv)).toMatch(/2026\. gada 22\. novembrī plkst\.\s[0-9.]+: piekrišana dota/);
  expect(wordsOf(lv)).toContain("Atbildi deva tas, kam bija saite no vēstules");
  expect(wordsOf(lv)).toContain("Iepriekšējās sistēmas eksports");
  expect(lv.match(/href="\/me\/proofs\/[0-9a-f-]{36}"/g)).toHaveLength(1);
  expect(lv.match(/href="\/me\/proofs\/[0-9a-f-]{36}\/receipt"/g)).toHaveLength(1);
  expect(lv).toMatch(/href="\/privacy\/[0-9a-f]{64}"/);
  expect(wordsOf(lv)).toContain("Saraksts: „Nedēļas apskats”");
  expect(wordsOf(await shown(anna, "en"))).toMatch(/: consent given\s+A button was pressed/);
  const untold = await shown(janis, "lv");
  expect([untold.includes("/me/proofs/"), wordsOf(untold).includes("Tā apgalvo iestāde")]).toEqual([false, true]);
  expect(
    wordsOf(await shown({ personId: "00000000-0000-4000-8000-000000000000", email: "x@y.example" }, "en")),
  ).toContain("The log holds nothing about you.");
});

it("hands out the file of his own record, with his address disclosed, and of nobody else's", async () => {
  const { world, record, anna, janis } = await people();
  const file = await ownBundle(world.deps, anna, await record());
  const report = await verifyBundle(file instanceof Uint8Array ? file : new Uint8Array());
  if (isProblem(report)) throw new Error(report.problem);
  expect(report.verdicts.bytes.status).toBe("valid");
  expect(report.records[0]?.events[0]?.details).toContainEqual(expect.objectContaining({ name: "email", value: ANNA }));
  expect(await ownBundle(world.deps, janis, await record())).toBeUndefined();
});

/**
 * The office of all simulations: the demo institution, and two newsletters more. One is of the same purpose as the first,
 * so that a "no" ends both; one is of another purpose, so that a "no" leaves a reason to hold the address.
 */
import type { Deps } from "../../../src/deps.ts";
import { createList } from "../../../src/domain/lists/create.ts";
import { readLists } from "../../../src/domain/lists/views.ts";
import { publishNotice } from "../../../src/domain/notices/publish.ts";
import { activatePurpose } from "../../../src/domain/purposes/activate.ts";
import { savePurpose } from "../../../src/domain/purposes/save.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import { isRefusal, type Refusal } from "../../../src/refusal.ts";
import { type DemoPurpose, demoPurposes } from "../../../src/runtime/node/demo/content.ts";
import { seedDemo } from "../../../src/runtime/node/demo.ts";

export const ADMIN: StaffActor = {
  kind: "staff",
  id: "11111111-1111-4111-8111-111111111111",
  role: "admin",
  via: "desk",
};

export function must<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`refused: ${value.code} ${JSON.stringify(value.fields ?? value.values ?? {})}`);
  return value;
}

export async function furnish(deps: Deps): Promise<void> {
  await seedDemo(deps);
  const [news] = demoPurposes as [DemoPurpose];
  const first = (await readLists(deps.db)).find((list) => list.kind === "newsletter");
  if (!first) throw new Error("the demo has no newsletter");
  const promise = { lv: "Reizi mēnesī.", en: "Once a month." };
  const one = { kind: "newsletter", promise } as const;
  const names = { lv: "Mēneša apskats", en: "Monthly overview" };
  must(await createList(deps, ADMIN, { ...one, names, purposeId: first.purposeId }));

  const events = { lv: "Pasākumu kalendārs", en: "Calendar of events" };
  const made = must(await savePurpose(deps, ADMIN, { basis: "a", sheet: { ...news.sheet, names: events } }));
  must(await publishNotice(deps, ADMIN, { kind: "consent", purposeId: made.id, texts: news.statement }));
  must(await activatePurpose(deps, ADMIN, made));
  must(await createList(deps, ADMIN, { ...one, names: events, purposeId: made.id }));
}

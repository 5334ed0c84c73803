/**
 * The contract: every call that the document shows is made, in the order in which an office would, against one house, and what comes
 * back is what the document says. Ids of the examples are replaced by those of this house.
 */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { recordOpinion } from "../../../src/domain/campaigns/review/record-opinion.ts";
import type { KeyPermission } from "../../../src/domain/staff/rules.ts";
import { examplePath } from "../../../src/http/api/docs/curl.ts";
import type { Operation } from "../../../src/http/api/frame/operation.ts";
import { operations } from "../../../src/http/api/operations.ts";
import { CAMPAIGN, IMPORT, ISSUE, LIST, NOTICE, PERSON, PURPOSE } from "../../../src/http/api/schemas/examples.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { OPERATOR } from "../../../src/runtime/cli/command.ts";
import type { ApiOperationId } from "../../../src/texts/api-docs.ts";
import { type Program, programOf } from "../../support/api.ts";
import { createWorld, type World } from "../../support/world.ts";

interface House {
  world: World;
  keys: Program[];
  /** Id in the examples → id here. */
  ids: Map<string, string>;
  made: Set<ApiOperationId>;
}

const byId = (id: ApiOperationId): Operation => operations.find((op) => op.id === id) as Operation;

/** The example with the ids of this house; `instead` for what only the house knows. */
function filled(house: House, value: unknown, instead: Record<string, unknown> = {}): Record<string, unknown> {
  let text = JSON.stringify(value ?? {});
  for (const [example, here] of house.ids) text = text.replaceAll(example, here);
  return { ...(JSON.parse(text) as Record<string, unknown>), ...instead };
}

/** The owner of the address presses the button of the last mail. */
async function confirm(world: World): Promise<void> {
  const text = world.mailbox.mails.at(-1)?.mail.text ?? "";
  const link = /\/c\/[A-Za-z0-9_-]+/.exec(text)?.[0] ?? "";
  const page = world.browser();
  await page.get(link);
  await page.post(link, { answer: "yes" });
  await world.work();
}

function formOf(fields: Record<string, unknown>): FormData {
  const form = new FormData();
  const { file, ...rest } = fields;
  for (const [name, value] of Object.entries(rest)) form.append(name, String(value));
  form.append("file", new File([String(file)], "people.csv", { type: "text/csv" }));
  return form;
}

/** Makes the call of the example and holds the answer to the description. */
// biome-ignore lint/suspicious/noExplicitAny: the answer of whichever call
async function make(house: House, id: ApiOperationId, instead?: Record<string, unknown>): Promise<any> {
  const op = byId(id);
  house.made.add(id);
  const may = (key: Program) => !op.permission || key.permissions.includes(op.permission);
  const program = house.keys.find((key) => may(key as Program)) as Program;
  let path = examplePath(op).replace("/api/v1", "");
  for (const [example, here] of house.ids) path = path.replaceAll(example, here);
  const sent = filled(house, op.example.body, instead);
  const body = op.form ? formOf(sent) : op.body ? sent : undefined;
  const response = await program.call(op.method.toUpperCase(), path, body);
  const said = response.status === op.answer.status ? undefined : await response.text();
  expect([id, response.status, said]).toEqual([id, op.answer.status, undefined]);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.getSetCookie()).toEqual([]);
  if ("file" in op.answer) {
    expect(response.headers.get("content-type")).toBe(op.answer.file);
    return new Uint8Array(await response.arrayBuffer());
  }
  const answer = (await response.json()) as { version?: number };
  expect([id, z.safeParse(op.answer.schema, answer).error?.issues ?? []]).toEqual([id, []]);
  if (op.versioned) expect(response.headers.get("etag")).toBe(`"${answer.version}"`);
  return answer;
}

describe("the contract", () => {
  it("every documented example is a call that works and answers as described", { timeout: 60_000 }, async () => {
    const world = await createWorld();
    const admin = await programOf(world);
    const officer = await programOf(world, { role: "dpo", permissions: ["proof.look-up", "proof.export"] });
    const house: House = { world, keys: [admin, officer], ids: new Map(), made: new Set() };

    await make(house, "readOwnKey");
    const purpose = await make(house, "createPurpose");
    house.ids.set(PURPOSE, purpose.id);
    await make(house, "listPurposes");
    await make(house, "readPurpose");
    await make(house, "changePurpose");
    expect((await make(house, "readStatement")).notices).toEqual([]);
    const statement = await make(house, "publishStatement");
    house.ids.set(NOTICE, statement.notices.find((n: { language: string }) => n.language === "lv").sha256);
    await make(house, "readNotice");
    expect((await make(house, "activatePurpose")).state).toBe("active");
    await make(house, "publishPrivacyNotice");
    await make(house, "readPrivacyNotice");

    const list = await make(house, "createList");
    house.ids.set(LIST, list.id);
    await make(house, "listLists");
    await make(house, "readList");
    expect((await make(house, "changeList")).version).toBe(2);

    const { items } = await make(house, "readOffer");
    expect(items.map((one: { list: { id: string } }) => one.list.id)).toContain(list.id);
    await make(house, "handOnSignUp");
    await world.work();
    expect(world.mailbox.mails.map(({ mail }) => mail.to)).toEqual(["liga@post.example"]);
    await confirm(world);

    const first = await make(house, "uploadImport");
    house.ids.set(IMPORT, first.id);
    await make(house, "readImport");
    await make(house, "dropImport");
    house.ids.set(IMPORT, (await make(house, "uploadImport")).id);
    await make(house, "listImports");
    await make(house, "runImport");
    await world.work();
    const counted = await make(house, "countLists");
    expect(counted.lists).toContainEqual({ listId: list.id, active: 1, unproven: 1, ended: 0 });

    const campaign = await make(house, "createCampaign");
    house.ids.set(CAMPAIGN, campaign.id);
    await make(house, "changeCampaign");
    const words = { verdict: "agrees", text: "Pamatojums ir pietiekams.", writtenDay: "2026-11-21" } as const;
    const said = await recordOpinion(world.deps, OPERATOR, { id: campaign.id, version: 2, ...words });
    expect(isRefusal(said) ? said : undefined).toBeUndefined();
    const preview = await make(house, "previewCampaign");
    expect([preview.audience, preview.problems]).toEqual([1, []]);
    const { version } = await make(house, "readCampaign");
    await make(house, "sendCampaign", { version });
    const { heldAt } = await make(house, "pauseCampaign");
    await make(house, "resumeCampaign", { heldAt });
    await make(house, "cancelCampaign");
    await make(house, "readCampaignNumbers");
    await make(house, "listCampaigns");

    const issue = await make(house, "createIssue");
    house.ids.set(ISSUE, issue.id);
    expect((await make(house, "changeIssue")).version).toBe(2);
    await make(house, "readIssue");
    await make(house, "listIssues");
    const looked = await make(house, "previewIssue");
    expect(looked.findings.filter((one: { level: string }) => one.level === "stop")).toEqual([]);
    const { startsAt, version: planned } = await make(house, "scheduleIssue");
    expect([startsAt, planned]).toEqual(["2026-12-01T07:30:00.000Z", 2]);
    await make(house, "takeBackIssue");
    const now = await make(house, "readIssue");
    await make(house, "sendIssue", { version: now.version });
    const stood = await make(house, "pauseIssue");
    expect((await admin.json("POST", `/campaigns/${issue.id}/resume`, { heldAt: stood.heldAt })).status).toBe(404);
    await make(house, "resumeIssue", { heldAt: stood.heldAt });
    await make(house, "cancelIssue");
    await make(house, "readIssueNumbers");

    await make(house, "lookUpPerson");
    await make(house, "lookUpSuppression");
    const ilze = await admin.json("POST", "/people/look-up", { email: "ilze@post.example", why: "asked" });
    house.ids.set(PERSON, ilze.body.person.id);
    await make(house, "lookUpProofs");
    await make(house, "exportProofs");
    await make(house, "recordWithdrawal");

    const second = await admin.json("POST", "/lists", filled(house, byId("createList").example.body));
    house.ids.set(LIST, second.body.id);
    await make(house, "endList", { version: 1 });
    const draft = await admin.json("POST", "/purposes", filled(house, byId("createPurpose").example.body));
    const texts = filled(house, byId("publishStatement").example.body);
    await admin.json("POST", `/purposes/${draft.body.id}/statement`, texts);
    await admin.json("POST", `/purposes/${draft.body.id}/activate`, { version: 1 });
    house.ids.set(PURPOSE, draft.body.id);
    await make(house, "endPurpose", { version: 2 });

    expect(operations.map((op) => op.id).filter((id) => !house.made.has(id))).toEqual([]);
    await world.check();
  });

  it("an operation that changes something takes an Idempotency-Key, and one that changes a version asks which", () => {
    const writes = operations.filter((op) => op.method !== "get" && op.body && !/look-up$|bundle$/.test(op.path));
    expect(writes.filter((op) => !op.repeatable || !op.show).map((op) => op.id)).toEqual([]);
    const changes = operations.filter((op) => op.method === "put");
    expect(changes.filter((op) => !op.versioned).map((op) => op.id)).toEqual([]);
    const asking: (KeyPermission | undefined)[] = operations.filter((op) => !op.permission).map((op) => op.permission);
    expect(asking).toHaveLength(1);
  });
});

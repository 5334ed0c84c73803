/** Purposes: why data are used, on which basis, how long (GDPR Art. 5, 6, 30). */
import { z } from "zod";
import { activatePurpose } from "../../../domain/purposes/activate.ts";
import { endPurpose } from "../../../domain/purposes/end.ts";
import { SPECIAL_TOPICS } from "../../../domain/purposes/rules/people.ts";
import { BASES, DATA_CATEGORIES, type Purpose, type PurposeSheet } from "../../../domain/purposes/rules.ts";
import { savePurpose } from "../../../domain/purposes/save.ts";
import { readPurpose, readPurposes } from "../../../domain/purposes/views.ts";
import { isRefusal, refuse } from "../../../refusal.ts";
import { type Call, type Handled, operation } from "../frame/operation.ts";
import { pageOf, pageQuery, pageWhole } from "../frame/paging.ts";
import { Both, byId, Day, Id, Time, time, Version } from "../schemas/common.ts";
import { exampleSheet, PURPOSE } from "../schemas/examples.ts";

const Basis = z.enum(BASES).meta({ id: "Basis" });

const Retention = z
  .strictObject({
    kind: z.enum(["until-withdrawal", "months", "until-event"]),
    months: z.int().optional(),
    event: Both.optional(),
    from: z.enum(["joined", "last-act", "day"]).optional(),
    days: z.int().optional(),
    day: Day.optional(),
  })
  .meta({ id: "Retention" });

const line = z.string().max(2_000);
const Sheet = z
  .strictObject({
    names: Both,
    description: Both,
    basisReason: line,
    whyNotOther: line,
    norm: Both,
    interests: Both,
    outsideTasks: line,
    subjects: Both,
    dataCategories: z.array(z.enum(DATA_CATEGORIES)),
    source: Both,
    duty: Both,
    recipients: Both,
    transfers: Both,
    retention: Retention,
    ageFrom: z.int().optional(),
    special: z.array(z.enum(SPECIAL_TOPICS)).optional(),
    reviewDay: Day.optional(),
    owner: line,
  })
  .meta({ id: "PurposeSheet" });
// A member that the sheet has and a call cannot say would be lost with every change: this does not compile without it.
Sheet.shape satisfies Record<keyof PurposeSheet, z.ZodType>;

const PurposeSchema = z
  .strictObject({
    id: Id,
    slug: z.string(),
    state: z.enum(["draft", "active", "ended"]),
    basis: Basis.nullable(),
    sheet: Sheet,
    version: Version,
    createdAt: Time,
    updatedAt: Time,
  })
  .meta({ id: "Purpose" });

const shown = ({ createdAt, updatedAt, ...rest }: Purpose) => ({
  ...rest,
  createdAt: time(createdAt),
  updatedAt: time(updatedAt),
});

async function one({ deps }: Pick<Call<unknown, unknown, unknown>, "deps">, id: string | null): Promise<Handled> {
  const found = id === null ? undefined : await readPurpose(deps.db, id);
  return found ? { value: shown(found), version: found.version } : refuse("purposes.unknown");
}

/** A sheet as it came: members that were left out are absent. */
const asSheet = (sheet: z.output<typeof Sheet>) => sheet as PurposeSheet;
const step = z.strictObject({ version: Version.optional() });

export const purposeOperations = [
  operation({
    id: "listPurposes",
    tag: "purposes",
    method: "get",
    path: "/purposes",
    permission: "desk.see",
    query: pageQuery,
    answer: { status: 200, schema: pageOf(PurposeSchema) },
    example: { query: { limit: 50 } },
    async handle({ deps, query }) {
      const page = pageWhole(await readPurposes(deps.db), (p) => `${p.createdAt}/${p.id}`, query);
      return isRefusal(page) ? page : { value: { items: page.rows.map(shown), next: page.next } };
    },
  }),
  operation({
    id: "readPurpose",
    tag: "purposes",
    method: "get",
    path: "/purposes/{id}",
    permission: "desk.see",
    params: byId,
    answer: { status: 200, schema: PurposeSchema },
    refusals: ["purposes.unknown"],
    example: { params: { id: PURPOSE } },
    handle: (call) => one(call, call.params.id),
  }),
  operation({
    id: "createPurpose",
    tag: "purposes",
    method: "post",
    path: "/purposes",
    permission: "purpose.change",
    body: z.strictObject({ basis: Basis.nullable(), sheet: Sheet }),
    answer: { status: 201, schema: PurposeSchema },
    refusals: ["form.invalid"],
    repeatable: { makes: true },
    example: { body: { basis: "a", sheet: exampleSheet } },
    async handle(call) {
      const done = await savePurpose(call.deps, call.actor, { ...call.body, sheet: asSheet(call.body.sheet) });
      return isRefusal(done) ? done : one(call, done.id);
    },
    show: one,
  }),
  operation({
    id: "changePurpose",
    tag: "purposes",
    method: "put",
    path: "/purposes/{id}",
    permission: "purpose.change",
    params: byId,
    body: z.strictObject({ basis: Basis.nullable(), sheet: Sheet, version: Version.optional() }),
    answer: { status: 200, schema: PurposeSchema },
    refusals: ["form.invalid", "form.stale", "purposes.unknown", "purposes.ended"],
    versioned: true,
    repeatable: {},
    example: { params: { id: PURPOSE }, body: { basis: "a", sheet: exampleSheet, version: 1 } },
    async handle(call) {
      const { basis, sheet } = call.body;
      const existing = { id: call.params.id, version: call.version ?? 0 };
      const done = await savePurpose(call.deps, call.actor, { existing, basis, sheet: asSheet(sheet) });
      return isRefusal(done) ? done : one(call, done.id);
    },
    show: (call) => one(call, call.params.id),
  }),
  operation({
    id: "activatePurpose",
    tag: "purposes",
    method: "post",
    path: "/purposes/{id}/activate",
    permission: "purpose.change",
    params: byId,
    body: step,
    answer: { status: 200, schema: PurposeSchema },
    refusals: ["form.invalid", "form.stale", "purposes.unknown", "purposes.already_active"],
    versioned: true,
    repeatable: {},
    example: { params: { id: PURPOSE }, body: { version: 2 } },
    async handle(call) {
      const done = await activatePurpose(call.deps, call.actor, { id: call.params.id, version: call.version ?? 0 });
      return isRefusal(done) ? done : one(call, call.params.id);
    },
    show: (call) => one(call, call.params.id),
  }),
  operation({
    id: "endPurpose",
    tag: "purposes",
    method: "post",
    path: "/purposes/{id}/end",
    permission: "purpose.change",
    params: byId,
    body: step,
    answer: { status: 200, schema: PurposeSchema },
    refusals: ["form.stale", "purposes.unknown", "purposes.ended", "purposes.not_active"],
    versioned: true,
    repeatable: {},
    example: { params: { id: PURPOSE }, body: { version: 3 } },
    async handle(call) {
      const done = await endPurpose(call.deps, call.actor, { id: call.params.id, version: call.version ?? 0 });
      return isRefusal(done) ? done : one(call, call.params.id);
    },
    show: (call) => one(call, call.params.id),
  }),
];

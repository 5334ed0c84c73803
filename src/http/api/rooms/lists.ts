/** Lists: people who get one kind of mail for one purpose. Who they are is not told here. */
import { z } from "zod";
import { changeList } from "../../../domain/lists/change.ts";
import { createList } from "../../../domain/lists/create.ts";
import { endList } from "../../../domain/lists/end.ts";
import { LIST_KINDS, type List } from "../../../domain/lists/rules.ts";
import { readList, readListCounts, readLists } from "../../../domain/lists/views.ts";
import { isRefusal, refuse } from "../../../refusal.ts";
import { type Call, type Handled, operation } from "../frame/operation.ts";
import { pageOf, pageQuery, pageWhole } from "../frame/paging.ts";
import { Both, byId, Count, Id, Time, time, Version } from "../schemas/common.ts";
import { exampleList, LIST, PURPOSE } from "../schemas/examples.ts";

const ListSchema = z
  .strictObject({
    id: Id,
    slug: z.string(),
    kind: z.enum(LIST_KINDS),
    purposeId: Id,
    names: Both,
    promise: Both,
    state: z.enum(["active", "ended"]),
    version: Version,
    createdAt: Time,
  })
  .meta({ id: "List" });

const shown = ({ createdAt, ...rest }: List) => ({ ...rest, createdAt: time(createdAt) });

async function one({ deps }: Pick<Call<unknown, unknown, unknown>, "deps">, id: string | null): Promise<Handled> {
  const found = id === null ? undefined : await readList(deps.db, id);
  return found ? { value: shown(found), version: found.version } : refuse("lists.unknown");
}

const Counts = z.strictObject({ listId: Id, active: Count, unproven: Count, ended: Count }).meta({ id: "ListCounts" });

export const listOperations = [
  operation({
    id: "listLists",
    tag: "lists",
    method: "get",
    path: "/lists",
    permission: "desk.see",
    query: pageQuery,
    answer: { status: 200, schema: pageOf(ListSchema) },
    example: { query: { limit: 50 } },
    async handle({ deps, query }) {
      const page = pageWhole(await readLists(deps.db), (l) => `${l.createdAt}/${l.id}`, query);
      return isRefusal(page) ? page : { value: { items: page.rows.map(shown), next: page.next } };
    },
  }),
  operation({
    id: "readList",
    tag: "lists",
    method: "get",
    path: "/lists/{id}",
    permission: "desk.see",
    params: byId,
    answer: { status: 200, schema: ListSchema },
    refusals: ["lists.unknown"],
    example: { params: { id: LIST } },
    handle: (call) => one(call, call.params.id),
  }),
  operation({
    id: "createList",
    tag: "lists",
    method: "post",
    path: "/lists",
    permission: "list.change",
    body: z.strictObject({ kind: z.enum(LIST_KINDS), purposeId: Id, names: Both, promise: Both }),
    answer: { status: 201, schema: ListSchema },
    refusals: ["form.invalid"],
    repeatable: { makes: true },
    example: { body: { ...exampleList, purposeId: PURPOSE } },
    async handle(call) {
      const done = await createList(call.deps, call.actor, call.body);
      return isRefusal(done) ? done : one(call, done.id);
    },
    show: one,
  }),
  operation({
    id: "changeList",
    tag: "lists",
    method: "put",
    path: "/lists/{id}",
    permission: "list.change",
    params: byId,
    body: z.strictObject({ names: Both, promise: Both, version: Version.optional() }),
    answer: { status: 200, schema: ListSchema },
    refusals: ["form.invalid", "form.stale", "lists.unknown", "lists.ended"],
    versioned: true,
    repeatable: {},
    example: {
      params: { id: LIST },
      body: { names: exampleList.names, promise: exampleList.promise, version: 1 },
    },
    async handle(call) {
      const { names, promise } = call.body;
      const input = { id: call.params.id, version: call.version ?? 0, names, promise };
      const done = await changeList(call.deps, call.actor, input);
      return isRefusal(done) ? done : one(call, call.params.id);
    },
    show: (call) => one(call, call.params.id),
  }),
  operation({
    id: "endList",
    tag: "lists",
    method: "post",
    path: "/lists/{id}/end",
    permission: "list.change",
    params: byId,
    body: z.strictObject({ version: Version.optional() }),
    answer: { status: 200, schema: ListSchema },
    refusals: ["form.stale", "lists.unknown", "lists.ended", "lists.not_empty"],
    versioned: true,
    repeatable: {},
    example: { params: { id: LIST }, body: { version: 2 } },
    async handle(call) {
      const done = await endList(call.deps, call.actor, { id: call.params.id, version: call.version ?? 0 });
      return isRefusal(done) ? done : one(call, call.params.id);
    },
    show: (call) => one(call, call.params.id),
  }),
  operation({
    id: "countLists",
    tag: "counts",
    method: "get",
    path: "/counts",
    permission: "desk.see",
    answer: { status: 200, schema: z.strictObject({ lists: z.array(Counts) }) },
    example: {},
    async handle({ deps }) {
      const [lists, counts] = await Promise.all([readLists(deps.db), readListCounts(deps.db)]);
      const none = { active: 0, unproven: 0, ended: 0 };
      return { value: { lists: lists.map(({ id }) => ({ listId: id, ...none, ...counts.get(id) })) } };
    },
  }),
];

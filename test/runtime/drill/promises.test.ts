/** The judge of the drill sees what it is there to see: each way of breaking a promise, made by hand. */
import { expect, it } from "vitest";
import type { MessageRow } from "../../drill/books.ts";
import { brokenPromises, type Evidence, type Leaver } from "../../drill/promises.ts";

const people = ["a", "b", "c"].map((id) => ({
  personId: id,
  subscriptionId: `s-${id}`,
  address: `${id}@pasts.example`,
}));
const row = (personId: string, change: Partial<MessageRow> = {}): MessageRow => ({
  personId,
  state: "sent",
  reason: null,
  batchId: "b1",
  providerId: `id-${personId}`,
  ended: null,
  ...change,
});
const mail = (person: string, change: Partial<Evidence["taken"][number]> = {}) => ({
  to: `${person}@pasts.example`,
  id: `id-${person}`,
  key: "batch/b1",
  arrival: 5,
  ...change,
});

/** Three people, three mails, everything as it should be. */
function evidence(change: Partial<Evidence> = {}): Evidence {
  const messages = change.messages ?? ["a", "b", "c"].map((id) => row(id));
  const count = (...states: string[]) => messages.filter((m) => states.includes(m.state)).length;
  return {
    people,
    messages,
    taken: ["a", "b", "c"].map((id) => mail(id)),
    leavers: [],
    mailingState: "sent",
    numbers: {
      audience: messages.length,
      sent: count("sent", "delivered", "bounced", "complained"),
      skipped: count("skipped"),
      failed: count("failed"),
      unknown: count("unknown"),
      waiting: count("planned", "claimed"),
    },
    mayBeUnknown: () => false,
    refuses: () => false,
    leftOver: {},
    said: undefined,
    ...change,
  };
}

const rows = (b: Partial<MessageRow>) => [row("a"), row("b", b), row("c")];
const without = (person: string) => ["a", "b", "c"].filter((id) => id !== person).map((id) => mail(id));
const left = (change: Partial<Leaver> = {}): Leaver => ({
  personId: "b",
  arrivals: 5,
  standing: { state: "claimed", batchId: "b1", batchState: "attempted", attempt: 1 },
  attemptsInTheEnd: 1,
  ...change,
});
const gone = rows({ ended: "withdrawn", providerId: null });

it("finds nothing where all is well, also with somebody who left while his mail was handed over", () => {
  expect(brokenPromises(evidence())).toEqual([]);
  expect(brokenPromises(evidence({ messages: gone, leavers: [left()] }))).toEqual([]);
  const skipped = rows({ state: "skipped", reason: "left", ended: "withdrawn", batchId: null, providerId: null });
  expect(brokenPromises(evidence({ messages: skipped, taken: without("b"), leavers: [left()] }))).toEqual([]);
});

it.each<[string, Partial<Evidence>]>([
  ["mailed twice", { taken: [...evidence().taken, mail("b")] }],
  ["never planned", { messages: [row("a"), row("c")], taken: without("b") }],
  ["still waiting", { messages: rows({ state: "claimed" }) }],
  ["the provider has nothing", { taken: without("b") }],
  ["the provider has it", { messages: rows({ state: "failed", reason: "provider.invalid", providerId: null }) }],
  ["skipped without having left", { messages: rows({ state: "skipped", reason: "left" }), taken: without("b") }],
  ["the provider refuses nobody", { messages: rows({ state: "failed", reason: "x" }), taken: without("b") }],
  ["unknown, though", { messages: rows({ state: "unknown", reason: "no-outcome" }) }],
  ["says no reason", { messages: rows({ state: "unknown" }), mayBeUnknown: () => true }],
  ["another id", { messages: rows({ providerId: "id-c" }) }],
  ["does not add up", { numbers: { ...evidence().numbers, sent: 2 } }],
  ["the mailing is not sent", { mailingState: "sending" }],
  ["left over", { leftOver: { "sealed batches": 1 } }],
  ["to somebody else", { taken: [...evidence().taken, mail("z")] }],
  ["mailed after a withdrawal", { messages: gone, leavers: [left({ attemptsInTheEnd: 2 })] }],
  ["mailed after a withdrawal", { messages: gone, leavers: [left({ standing: undefined })] }],
  [
    "mailed after a withdrawal",
    { messages: gone, leavers: [left()], taken: [...without("b"), mail("b", { key: "k" })] },
  ],
  ["live after a withdrawal", { leavers: [left({ arrivals: 6 })] }],
  ["it bounced", { said: { bounced: new Set(["b@pasts.example"]), complained: new Set(), share: 0.5 } }],
  ["he complained", { said: { bounced: new Set(), complained: new Set(["b@pasts.example"]), share: 0.5 } }],
  ["delivered by the provider's word", { said: { bounced: new Set(), complained: new Set(), share: 1 } }],
])("finds that a promise is broken: %s", (words, change) => {
  expect(brokenPromises(evidence(change)).join("\n")).toContain(words);
});

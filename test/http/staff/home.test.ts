import { describe, expect, it } from "vitest";
import type { CampaignNumbers, MailingRow } from "../../../src/domain/campaigns/views.ts";
import type { Import } from "../../../src/domain/imports/views.ts";
import { stepsOf, tasksOf } from "../../../src/http/staff/today.ts";
import { handleJob } from "../../../src/runtime/consume.ts";
import { createWorld } from "../../support/world.ts";
import { askedPeople, DEADLINE, wordsOf } from "../public/asked.ts";

const today = "2026-12-16";
const campaign = (id: string, deadlineDay: string | null): MailingRow => ({
  id,
  kind: "reconsent",
  title: id,
  state: "sent",
  heldFrom: null,
  heldReason: null,
  listId: "l",
  listNames: { lv: "Saraksts", en: "List" },
  deadlineDay,
  namedDay: deadlineDay,
  lastDay: deadlineDay,
  createdAt: 0,
  sentAt: 0,
  waitsForPerson: id === "over",
});
const numbers = (silent: number, unknown: number) => ({ silent, unknown }) as CampaignNumbers;
const job = (id: string, state: Import["state"]) => ({ id, state, findings: { rows: 7 } }) as Import;

describe("what waits for a person", () => {
  it("is what only a person can decide, most urgent first, and nothing that runs by itself", () => {
    const tasks = tasksOf({
      campaigns: {
        drafts: [campaign("draft", null)],
        running: [campaign("running", "2026-12-31")],
        paused: [{ ...campaign("paused", "2026-12-31"), state: "paused", heldReason: "outage" }],
        awaiting: [campaign("over", "2026-12-15"), campaign("last-day", today), campaign("later", "2026-12-20")],
      },
      numbers: new Map([
        ["over", numbers(3, 0)],
        ["last-day", numbers(5, 0)],
        ["later", numbers(9, 2)],
        ["running", numbers(0, 0)],
        ["paused", { ...numbers(0, 1), waiting: 9, handed: 1 }],
      ]),
      alerts: [
        {
          id: "1",
          code: "provider.setup",
          subject: "resend",
          at: 0,
          toldAt: null,
          tryAt: null,
          told: {},
          detail: {},
          title: null,
        },
        {
          id: "2",
          code: "mailing.paused",
          subject: "paused",
          at: 0,
          toldAt: null,
          tryAt: null,
          told: {},
          detail: {},
          title: "paused",
        },
        {
          id: "3",
          code: "mailing.held",
          subject: "later",
          at: 0,
          toldAt: null,
          tryAt: null,
          told: {},
          detail: {},
          title: "later",
        },
        {
          id: "4",
          code: "mailing.held",
          subject: "draft",
          at: 0,
          toldAt: null,
          tryAt: null,
          told: {},
          detail: {},
          title: "draft",
        },
        {
          id: "5",
          code: "job.dead",
          subject: "deliver",
          at: 0,
          toldAt: null,
          tryAt: null,
          told: {},
          detail: {},
          title: null,
        },
      ],
      failed: new Map([
        ["later", 6],
        ["over", 2],
      ]),
      held: new Map([["later", 4]]),
      openings: 2,
      tell: 3,
      dead: 1,
      imports: [job("checked", "checked"), job("running", "running"), job("done", "done"), job("dropped", "dropped")],
      today,
    });
    const about = (t: (typeof tasks)[number]) =>
      "campaign" in t
        ? [t.n, t.campaign.id]
        : "job" in t
          ? [t.n, t.job.id]
          : "alert" in t
            ? [t.alert.code]
            : "n" in t
              ? [t.n]
              : [];
    expect(tasks.map((t) => [t.kind, ...about(t)])).toEqual([
      ["alert", "provider.setup"],
      ["paused", 8, "paused"],
      ["over", 3, "over"],
      ["unknown", 1, "paused"],
      ["unknown", 2, "later"],
      ["failed", 6, "later"],
      ["held", 4, "later"],
      ["openings", 2],
      ["tell", 3],
      ["dead", 1],
      ["import", 7, "checked"],
      ["draft", 1, "draft"],
    ]);
  });

  it("is told step by step in a new house", () => {
    const steps = stepsOf({ purpose: true, list: true, people: false, campaign: false });
    expect(steps).toEqual([
      { step: "purpose", done: true },
      { step: "list", done: true },
      { step: "import", done: false },
      { step: "campaign", done: false },
    ]);
  });
});

describe("the home page of the desk", () => {
  it("says in a new house what to do next, with links that lead somewhere", async () => {
    const world = await createWorld();
    const desk = await world.signIn("admin");
    const answer = await desk.get("/staff/");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    const page = await answer.text();
    expect(wordsOf(page)).toContain("Kā sākt");
    const main = page.slice(page.indexOf("<main"));
    const links = [...main.matchAll(/href="(\/staff\/[^"#?]*)"/g)].map(([, href = ""]) => href);
    expect(links.length).toBeGreaterThanOrEqual(4);
    for (const href of new Set(links)) expect((await desk.get(href)).status, href).toBe(200);
  });

  it("shows every role only the places it may see, and each of them opens", async () => {
    const world = await createWorld();
    for (const role of ["admin", "editor", "press", "dpo", "auditor"] as const) {
      const desk = await world.signIn(role);
      const page = await (await desk.get("/staff/")).text();
      const rail = page.slice(page.indexOf("<nav"), page.indexOf("</nav>"));
      const places = [...rail.matchAll(/href="(\/staff\/[^"?]*)"/g)].map(([, href = ""]) => href);
      expect(places).toContain("/staff/");
      expect(places.includes("/staff/settings"), role).toBe(role === "admin");
      for (const place of places) expect((await desk.get(place)).status, `${role} ${place}`).toBe(200);
    }
  });

  it("tells of the deletion three days before it begins by itself, and asks where only a person can close", async () => {
    const { world } = await askedPeople(["anna@pasts.example", "janis@pasts.example"]);
    const before = wordsOf(await (await (await world.signIn("admin")).get("/staff/")).text());
    expect(before).toContain("Gaida atbildes");
    expect(before).not.toContain("drīz dzēsīsim");
    world.clock.reach(Date.parse(`${DEADLINE}T10:00:00Z`));
    await handleJob(world.deps, { kind: "recover" });
    const soon = wordsOf(await (await (await world.signIn("admin")).get("/staff/")).text());
    expect(soon).toContain("drīz dzēsīsim neatbildējušo adreses");
    await world.client.execute(
      "UPDATE mailing SET ending=json_set(ending, '$.opinion', json('{\"verdict\":\"objects\"}'))",
    );
    world.clock.reach(Date.parse(`${DEADLINE}T22:30:00Z`));
    const after = wordsOf(await (await (await world.signIn("admin")).get("/staff/")).text());
    expect(after).toContain("termiņš ir beidzies");
    expect(after).toContain("Atbildes nav no 2 cilvēkiem.");
    expect(after).toContain("Lēmumu gaida 1 lieta.");
  });
});

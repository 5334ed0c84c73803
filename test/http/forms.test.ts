import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { statusOf } from "../../src/http/failures.tsx";
import { type Form, problemFor, problemsOf, readForm } from "../../src/http/forms.ts";
import { refuse, refuseForm } from "../../src/refusal.ts";

async function formOf(body: URLSearchParams | FormData): Promise<Form> {
  let form: Form | undefined;
  const app = new Hono().post("/", async (c) => {
    form = await readForm(c);
    return c.body(null, 204);
  });
  await app.request("/", { method: "POST", body });
  if (!form) throw new Error("no form");
  return form;
}

describe("a posted form", () => {
  it("gives first values trimmed, all values of boxes, and keeps what was typed for the next page", async () => {
    const form = await formOf(new URLSearchParams("name=%20Anna%20&box=a&box=b&text=x%0D%0Ay"));
    expect(form.text("name")).toBe("Anna");
    expect(form.values.name).toBe(" Anna ");
    expect(form.all("box")).toEqual(["a", "b"]);
    expect(form.text("text")).toBe("x\ny");
    expect(form.text("missing")).toBe("");
    expect(form.all("missing")).toEqual([]);
  });

  it("gives a chosen file, and none where nothing was chosen", async () => {
    const body = new FormData();
    body.append("list", new File(["a,b"], "list.csv"));
    body.append("other", new File([], ""));
    const form = await formOf(body);
    expect(form.file("list")?.name).toBe("list.csv");
    expect(form.file("other")).toBeUndefined();
    expect(form.text("list")).toBe("");
  });

  it("does not take names of objects for fields", async () => {
    const form = await formOf(new URLSearchParams("toString=x&__proto__=y"));
    expect(form.text("constructor")).toBe("");
    expect(form.text("toString")).toBe("x");
  });
});

describe("a refusal", () => {
  it("becomes one sentence for each field, in the reader's language", () => {
    const no = refuseForm([
      { field: "name.lv", code: "form.required" },
      { field: "lead", code: "form.too_long", values: { max: 400 } },
    ]);
    const problems = problemsOf(no, "lv");
    expect(problemFor(problems, "name.lv")).toBe("Aizpildiet šo lauku.");
    expect(problemFor(problems, "lead")).toContain("400");
    expect(problemFor(problems, "other")).toBeUndefined();
    expect(problemsOf(refuse("form.stale"), "en")).toEqual([
      { field: "", text: expect.stringContaining("changed meanwhile") },
    ]);
  });

  it("has the status that its code says", () => {
    const status = (code: `${string}.${string}`) => statusOf(refuse(code));
    expect([status("lists.unknown"), status("consent.link_unknown"), status("page.not_found")]).toEqual([
      404, 404, 404,
    ]);
    expect([status("staff.forbidden"), status("form.stale"), status("form.invalid"), status("page.fault")]).toEqual([
      403, 409, 422, 500,
    ]);
  });
});

/** Imports at the desk: all of them are reached, page by page; a file of unknown encoding is shown both ways and read again. */
import { describe, expect, it } from "vitest";
import type { Browser } from "../../support/people.ts";
import { encode } from "../../support/people-list.ts";
import { createWorld, type World } from "../../support/world.ts";

async function upload(world: World, desk: Browser, content: Uint8Array): Promise<string> {
  const list = String((await world.rows("SELECT id FROM list WHERE kind='newsletter'"))[0]?.id);
  const file = new File([content as BlobPart], "saraksts.csv", { type: "text/csv" });
  const claim = { source: "Vecā sistēma", since: "2019-03-01", basis: "consent", origin: "themselves", proof: "" };
  const sent = await desk.post("/staff/imports", { list, ...claim, file });
  return sent.headers.get("location") ?? "";
}
const filesOn = (html: string) => [...html.matchAll(/>(fails-\d+\.csv)</g)].map(([, name]) => name);
const linkOf = (html: string, label: string) =>
  new RegExp(`<a [^>]*href="([^"]+)"[^>]*>\\s*${label}\\s*</a>`).exec(html)?.[1]?.replaceAll("&amp;", "&");

describe("the list of imports", () => {
  it("shows every import, newest first, fifty on a page, also where many were made in one moment", async () => {
    const world = await createWorld();
    const desk = await world.signIn("editor");
    await upload(world, desk, new TextEncoder().encode("email\nanna@pasts.example\n"));
    const columns = (await world.rows("SELECT name FROM pragma_table_info('import')")).map(({ name }) => String(name));
    for (let n = 0; n < 119; n++) {
      const values = columns.map((name) =>
        name === "id" ? "?1" : name === "file_name" ? "?2" : name === "created_at" ? "?3" : `"${name}"`,
      );
      await world.client.execute({
        sql: `INSERT INTO import (${columns.map((name) => `"${name}"`).join(", ")})
              SELECT ${values.join(", ")} FROM import WHERE file_name='saraksts.csv'`,
        args: [`id-${String(n).padStart(3, "0")}`, `fails-${n}.csv`, 1_000 + Math.floor(n / 60)],
      });
    }
    const seen: (string | undefined)[] = [];
    const sizes: number[] = [];
    let path: string | undefined = "/staff/imports";
    while (path) {
      const html: string = await (await desk.get(path)).text();
      sizes.push(filesOn(html).length);
      seen.push(...filesOn(html));
      path = linkOf(html, "Vecāki importi");
      if (sizes.length > 1) expect(linkOf(html, "Jaunākie importi")).toBe("/staff/imports");
    }
    expect(sizes).toEqual([49, 50, 20]);
    expect(seen).toEqual(Array.from({ length: 119 }, (_, i) => `fails-${118 - i}.csv`));
    expect((await desk.get("/staff/imports?before=nonsense")).status).toBe(200);
  });
});

describe("a file that does not say its encoding", () => {
  it("is guessed, shown in both, and read again in the one that a person chooses", async () => {
    const world = await createWorld();
    const desk = await world.signIn("editor");
    const own = await upload(
      world,
      desk,
      encode("Эл. почта;Имя\r\nivan@pasts.example;Иван Щукин\r\nanna@pasts.example;Анна Цой\r\n", "windows-1251"),
    );
    const page = await (await desk.get(own)).text();
    expect(page).toContain("Kurā kodējumā vārdi ir pareizi?");
    expect(page).toMatch(/value="windows-1251"[^>]*checked/);
    expect(page).toContain("Ив•• Щу••, Ан•• Ц••");
    expect(page).toContain("Čā•• Łó••, Ąķ•• Ö••");
    expect(page).toContain("Имя");

    expect((await desk.post(`${own}/encoding`, { encoding: "windows-1257" })).headers.get("location")).toBe(own);
    const other = await (await desk.get(own)).text();
    expect(other).toMatch(/value="windows-1257"[^>]*checked/);
    expect(other).not.toContain("Имя");
    expect((await desk.post(`${own}/encoding`, { encoding: "utf-7" })).status).toBe(422);
    await desk.post(`${own}/encoding`, { encoding: "windows-1251" });
    expect(await (await desk.get(own)).text()).toContain("Имя");
    expect((await desk.post(`${own}/run`, {})).status).toBe(303);
    await world.work();
    expect((await world.rows("SELECT count(*) AS n FROM person"))[0]?.n).toBe(2);
    await world.check();
  });

  it("is not asked about where the file says it, and only by who may import", async () => {
    const world = await createWorld();
    const desk = await world.signIn("editor");
    const own = await upload(world, desk, new TextEncoder().encode("email,name\nivan@pasts.example,Иван\n"));
    expect(await (await desk.get(own)).text()).not.toContain("Kurā kodējumā");
    const known = await desk.post(`${own}/encoding`, { encoding: "windows-1251" });
    expect([known.status, (await known.text()).includes("kodējums ir zināms")]).toEqual([422, true]);
    const head = await world.signIn("head");
    expect((await head.post(`${own}/encoding`, { encoding: "windows-1251" })).status).toBe(403);
  });
});

/** Notes of requests and records of breaches end by themselves: first who asked, then the note; a breach with all its versions. */
import { expect, it } from "vitest";
import { openScene, type Scene } from "../retention/scene.ts";

const years = (s: Scene, n: number) => s.clock.pass({ days: Math.ceil(365.25 * n) + 1 });

it("ninety days after the answer nobody is named any more, three years after it the note is gone; an open one stays", async () => {
  const s = await openScene();
  const officer = await s.signIn("dpo");
  const note = { address: "x@pasts.example", right: "access", channel: "letter", day: "2026-11-22", words: "Parādiet" };
  const done = await officer.post("/staff/requests/new", note);
  const path = (done.headers.get("location") ?? "").replace(/\?.*/, "");
  await officer.post("/staff/requests/new", { ...note, address: "y@pasts.example" });
  await officer.post(`${path}/answer`, { outcome: "met", day: "2026-11-22" });
  await s.night();
  const held = () =>
    s.rows(
      "SELECT n, sealed IS NOT NULL AS said, tag IS NOT NULL AS tag, tag_key IS NOT NULL AS k FROM rights_request ORDER BY n",
    );
  const both = { said: 1, tag: 1, k: 1 };
  expect(await held()).toEqual([
    { n: 1, ...both },
    { n: 2, ...both },
  ]);
  s.clock.pass({ days: 91 });
  await s.night();
  expect(await held()).toEqual([
    { n: 1, said: 0, tag: 0, k: 0 },
    { n: 2, ...both },
  ]);
  years(s, 3);
  await s.night();
  expect(await held()).toEqual([{ n: 2, ...both }]);
  await s.check();
});

it("five years after it was closed the record of a breach is gone with its versions; an open one stays", async () => {
  const s = await openScene();
  const officer = await s.signIn("dpo");
  for (const what of ["Viens", "Otrs"]) await officer.post("/staff/breaches/report", { what });
  const [row] = await s.rows("SELECT id FROM breach WHERE n=1");
  const path = `/staff/breaches/${row?.id}`;
  await officer.post(`${path}/facts`, { version: "1", consequences: "x", measures: "y" });
  await officer.post(`${path}/authority`, { version: "2", risk: "unlikely", decision: "not", reason: "z" });
  await officer.post(`${path}/persons`, { version: "3", decision: "not", why: "not-high", reason: "z" });
  expect((await officer.post(`${path}/closing`, { version: "4" })).status).toBe(303);
  const held = () =>
    s.rows("SELECT b.n, count(*) AS versions FROM breach b JOIN breach_version v ON v.breach_id = b.id GROUP BY b.n");
  years(s, 4);
  await s.night();
  expect(await held()).toEqual([
    { n: 1, versions: 5 },
    { n: 2, versions: 1 },
  ]);
  years(s, 1);
  await s.night();
  expect(await held()).toEqual([{ n: 2, versions: 1 }]);
  expect(await s.rows("SELECT count(*) AS n FROM breach_version")).toEqual([{ n: 1 }]);
  await s.check();
});

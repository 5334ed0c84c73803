import { expect, it } from "vitest";
import { betrays, CANARY, watch } from "../../support/canary.ts";
import { formsOf, submit } from "../../support/forms.ts";
import { createWorld, type World } from "../../support/world.ts";
import { campaign, confirmation, imported, links, ONE_CLICK, ownPageLink, signUp } from "./life.ts";

const form = { "Content-Type": "application/x-www-form-urlencoded" };
const inAddress = encodeURIComponent(CANARY.address);

it("an import, a campaign with its preview and trial, a look-up, a refusal and an opened proof at the desk leave no trace of him", async () => {
  const world = await createWorld();
  const eyes = watch(world);
  const desk = await world.signIn("admin");
  await imported(world, desk);
  const path = await campaign(world, desk);
  await world.work();
  links(world, eyes);
  for (const page of ["", "/preview", "/preview/mail", "/numbers", "/unknown", "/held"]) await desk.get(path + page);
  await desk.post(`${path}/trial`, { lang: "lv" });

  const found = await desk.post("/staff/people", { address: CANARY.address, why: "asked" });
  expect(await found.text()).toContain("Kanārijputns");
  for (const address of [CANARY.address.replace("@", ""), `x${CANARY.address}`, "x".repeat(300) + CANARY.address])
    await desk.post("/staff/people", { address, why: "asked" });
  for (const role of ["editor", "press", "auditor"] as const)
    await (await world.signIn(role)).post("/staff/people", { address: CANARY.address, why: "asked" });
  const page = await (await desk.get("/staff/people/refusal")).text();
  const purpose = /name="purpose" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? "everything";
  const said = { address: CANARY.address, purpose, who: "person", how: "phone", day: "2026-11-20" };
  await desk.post("/staff/people/refusal", { ...said, day: "2030-01-01" });
  expect((await desk.post("/staff/people/refusal", said)).status).toBe(200);
  await desk.post("/staff/people/refusal", said);
  const officer = await world.signIn("dpo");
  const why = { ground: "complaint", reason: "Sūdzība Nr. 7 par vēstuli" };
  await officer.post("/staff/proofs", { address: CANARY.address });
  await officer.post("/staff/proofs/open", { address: CANARY.address, ...why, reason: `Par ${CANARY.address}` });
  const opened = await officer.post("/staff/proofs/open", { address: CANARY.address, ...why });
  const opening = /name="opening" value="([0-9a-f-]{36})"/.exec(await opened.text())?.[1] ?? "";
  const bundle = await officer.post("/staff/proofs/export/person", { opening, address: CANARY.address, ...why });
  expect(bundle.headers.get("content-type")).toBe("application/zip");
  await world.work();
  await eyes.expectSilence();
  await world.check();
});

it("signing up, confirming, answering, leaving and coming back leave no trace of him", async () => {
  const world = await createWorld();
  const eyes = watch(world);
  await signUp(world, { email: CANARY.address.replace("@", " ") });
  await signUp(world, { email: `${CANARY.name} <${CANARY.address}>` });
  await signUp(world, { website: CANARY.name });
  expect((await signUp(world)).status).toBe(200);
  await eyes.expectSilence();
  await world.work();
  const link = confirmation(world, eyes);
  const reader = world.browser();
  for (const method of ["GET", "HEAD"]) await world.request(link, { method });
  expect((await submit(reader, link, { answer: "yes" })).status).toBe(200);
  await reader.post(link, { answer: "not-me" });

  const desk = await world.signIn("admin");
  await imported(world, desk);
  await world.client.execute("UPDATE subscription SET state='unproven'");
  await campaign(world, desk, { asksProven: "yes" });
  await world.work();
  const { r, u } = links(world, eyes);
  expect((await submit(reader, r, { answer: "yes" })).status).toBe(200);
  const left = await (await reader.post(u, { scope: "everything" })).text();
  const back = formsOf(left, u).find((f) => f.action === "/return");
  const seal = eyes.secret(back?.values.seal ?? "");
  await eyes.expectSilence();
  await reader.post("/return", { ...back?.values, seal: `${seal}x` });
  expect((await reader.post("/return", back?.values ?? {})).status).toBe(200);
  expect((await world.request(u, ONE_CLICK)).status).toBe(200);
  for (const path of [r, u, link]) await reader.get(path);
  await signUp(world);
  await world.work();
  await eyes.expectSilence();
  await world.check();
});

it("his own page, while he is on a list and after he left, its files and its end leave no trace of him", async () => {
  const world = await createWorld();
  const eyes = watch(world);
  const reader = world.browser();
  await reader.post("/me", { email: CANARY.address.replace("@", " "), lang: "lv", website: "" });
  await reader.post("/me", { email: CANARY.address, lang: "lv", website: CANARY.name });
  await signUp(world);
  await world.work();
  expect((await submit(reader, confirmation(world, eyes), { answer: "yes" })).status).toBe(200);
  await world.work();
  for (const held of [true, false]) {
    const link = await ownPageLink(world, eyes);
    for (const method of ["GET", "HEAD"]) await world.request(link, { method });
    await eyes.expectSilence();
    const entered = await reader.post(link, {});
    expect(entered.status).toBe(303);
    const visit = /__Host-me=([A-Za-z0-9_-]{43})/.exec(entered.headers.get("set-cookie") ?? "")?.[1] ?? "";
    const page = await (await reader.get("/me")).text();
    expect(page.includes("kanarijputns")).toBe(true);
    const file = /href="(\/me\/proofs\/[0-9a-f-]{36})"/.exec(page)?.[1] ?? "";
    for (const path of [file, `${file}/receipt`]) expect((await reader.get(path)).status).toBe(200);
    await reader.post(link, {});
    await world.request(`/me/proofs/${inAddress}`);
    // Its cookie stands in the answer that sets it, and nowhere else: what is stored is its hash.
    const kept = await world.rows(
      "SELECT lower(hex(hash)) AS bytes FROM token UNION SELECT lower(hex(sealed)) FROM intake",
    );
    const bytes = Buffer.from(visit, "base64url").toString("hex");
    expect(kept.some((row) => String(row.bytes).includes(bytes))).toBe(false);
    expect(world.lines.join()).not.toContain(visit);
    // Everything that he can do there, with what should not stand in an address or a field.
    for (const file of ["/me/data.json", "/me/data.html"])
      expect((await (await reader.get(file)).text()).includes("kanarijputns")).toBe(true);
    await reader.get(`/me/lists/${inAddress}`);
    for (const path of ["/me/name", "/me/language", "/me/off", "/me/pause", `/me/lists/${inAddress}`])
      await reader.post(path, {
        name: CANARY.name,
        language: CANARY.address,
        purpose: CANARY.address,
        list: CANARY.name,
        until: CANARY.name,
      });
    await reader.post("/me/correct", { words: `${CANARY.name} ${CANARY.address}` });
    expect(page.includes('href="/me/erase"')).toBe(held);
    if (held) expect((await reader.post("/me/erase", {})).status).toBe(200);
    else await reader.post("/me/sign-out", {});
    await world.work();
    await eyes.expectSilence();
  }
  await world.check();
});

/** What nobody should send, and somebody will. */
const STRANGE: [string, (world: World, token: string) => Promise<unknown>][] = [
  [
    "him in a path",
    async (w) =>
      each(
        w,
        ["/", "/u/", "/r/", "/c/", "/me/", "/me/proofs/", "/privacy/", "/log/", "/assets/", "/staff/"].map(
          (p) => p + inAddress,
        ),
      ),
  ],
  [
    "him in a query",
    async (w) =>
      each(
        w,
        ["/", "/subscribe", "/me", "/privacy", "/nowhere", "/staff/sign-in"].map(
          (p) => `${p}?to=${inAddress}&lang=${inAddress}&email=${inAddress}`,
        ),
      ),
  ],
  [
    "him in every header",
    async (w) => {
      const value = CANARY.address;
      const names = [
        "User-Agent",
        "Referer",
        "Cookie",
        "Origin",
        "X-Request-Id",
        "X-Forwarded-For",
        "Accept-Language",
        "If-None-Match",
        "Authorization",
      ];
      const headers = Object.fromEntries(names.map((name) => [name, name === "Cookie" ? `lang=${value}` : value]));
      for (const path of ["/", "/nowhere", "/subscribe", "/me", "/staff/", "/webhooks/resend"]) {
        await w.request(path, { headers });
        await w.request(path, { method: "POST", headers: { ...headers, ...form }, body: `email=${inAddress}` });
      }
    },
  ],
  [
    "his link with another method",
    async (w, token) => {
      for (const kind of ["u", "r", "c", "me"])
        for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"])
          await w.request(`/${kind}/${token}`, {
            method,
            headers: form,
            body: method === "OPTIONS" ? undefined : `email=${inAddress}`,
          });
    },
  ],
  [
    "his link from another site",
    async (w, token) => {
      for (const path of [
        `/u/${token}`,
        `/r/${token}`,
        `/c/${token.slice(0, 43)}`,
        `/me/${token.slice(0, 43)}`,
        "/me",
        "/subscribe",
        "/return",
      ])
        await w.request(path, {
          method: "POST",
          headers: { ...form, Origin: "https://mail.example" },
          body: `scope=list&answer=yes&email=${inAddress}`,
        });
    },
  ],
  [
    "his link cut, changed and of another kind",
    async (w, token) =>
      each(
        w,
        ["/u/", "/r/", "/c/", "/me/"].flatMap((kind) =>
          [token.slice(0, -1), `${token}x`, token.toLowerCase(), token.slice(0, 43)].map((t) => kind + t),
        ),
      ),
  ],
  [
    "a body without end",
    async (w, token) => {
      for (const path of [`/u/${token}`, `/r/${token}`, "/subscribe", "/me", "/webhooks/resend", "/staff/sign-in"])
        await w.request(path, {
          method: "POST",
          headers: { ...form, Origin: w.deps.config.publicUrl },
          body: `email=${inAddress}&x=${"x".repeat(90_000)}`,
        });
    },
  ],
  [
    "a body that is no form",
    async (w, token) => {
      for (const type of ["multipart/form-data; boundary=x", "application/json", "text/plain", form["Content-Type"]])
        for (const path of [`/u/${token}`, `/r/${token}`, "/subscribe", "/me", "/webhooks/resend"])
          await w.request(path, {
            method: "POST",
            headers: { "Content-Type": type, Origin: w.deps.config.publicUrl },
            body: `--x\r\n{"${CANARY.address}`,
          });
    },
  ],
  [
    "him as somebody who wants to sign in at the desk",
    async (w) => {
      const browser = w.browser();
      await browser.post("/staff/sign-in", { email: CANARY.address, to: `/staff/${inAddress}` });
      for (let i = 0; i < 7; i++) await browser.post("/staff/sign-in/code", { email: CANARY.address, code: "123456" });
    },
  ],
];
const each = async (world: World, paths: string[]) => {
  for (const path of paths) await world.request(path);
};

it.each(STRANGE)("%s is not repeated by any page that says no, and in no line", async (_, send) => {
  const world = await createWorld();
  const eyes = watch(world);
  const desk = await world.signIn("admin");
  await imported(world, desk);
  await campaign(world, desk);
  await world.work();
  const { u } = links(world, eyes);
  await send(world, u.slice(3));
  await world.work();
  await eyes.expectSilence();
});

it("the search for him finds him in whatever way he is written", () => {
  const { address, name } = CANARY;
  const token = "AbCdEfGhIjKlMnOpQrStUvWx".repeat(3).slice(0, 71);
  for (const text of [
    address,
    address.toUpperCase(),
    inAddress,
    name.normalize("NFD"),
    JSON.stringify(name).replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
    name.replace(/[^\x20-\x7e]/g, (c) => `&#${c.codePointAt(0)};`),
    Buffer.from(`x ${address}`).toString("base64"),
    Buffer.from(address).toString("hex"),
    [...Buffer.from(name)].map((b) => `=${b.toString(16).toUpperCase().padStart(2, "0")}`).join(""),
  ])
    expect([text, betrays(`{"what":"${text}"}`)]).toEqual([text, true]);
  expect(betrays(`/u/${token}`, [token])).toBe(true);
  expect(betrays(`/u/${token.slice(0, 30)}`, [token])).toBe(true);
  expect(betrays('{"at":"2026-11-22","what":"job","kind":"seal"}', [token])).toBe(false);
});

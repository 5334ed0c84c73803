import { expect, it } from "vitest";
import { png } from "../../support/pictures.ts";
import { openDesk } from "./campaigns/desk.ts";

const PAGE = "/staff/settings/logo";

it("an administrator chooses the picture of newsletters, sees what is wrong with a file, and takes it away again", async () => {
  const desk = await openDesk();
  const admin = await desk.signIn("admin");
  const page = async () => (await admin.get(`${PAGE}?lang=en`)).text();
  expect(await (await admin.get("/staff/settings?lang=en")).text()).toContain(`href="${PAGE}"`);
  expect(await page()).toContain("There is no image.");
  const send = async (fields: Record<string, string>, bytes?: Uint8Array) => {
    const version = /name="version" value="(\d+)"/.exec(await page())?.[1] ?? "";
    const file = bytes && new File([bytes.slice()], "zime.png", { type: "image/png" });
    return admin.post(PAGE, { version, ...fields, ...(file && { file }) });
  };
  const wrong = await send({}, new TextEncoder().encode("<svg/>"));
  expect([wrong.status, (await wrong.text()).includes("PNG, JPEG")]).toEqual([422, true]);
  expect((await send({}, png(400, 120))).headers.get("location")).toBe(`${PAGE}?saved`);
  const shown = await page();
  const [, sha] = /src="\/media\/([0-9a-f]{64})" alt="" width="200"/.exec(shown) ?? [];
  expect((await admin.get(`/media/${sha}`)).headers.get("content-type")).toBe("image/png");
  expect((await send({ act: "remove" })).headers.get("location")).toBe(`${PAGE}?removed`);
  expect(await page()).toContain("There is no image.");
  const editor = await desk.signIn("editor");
  expect((await editor.get(PAGE)).status).toBe(403);
});

/**
 * A mailing stopped in the middle, over HTTP: paused while a hand-over is under way and let go on; cancelled while one is under
 * way. The balance is exact at every moment, nobody is mailed twice, and nobody after the cancel.
 */
import { expect, it } from "vitest";
import { balanceOf, type Stage, stage } from "../http/staff/campaigns/stage.ts";

const path = (id: string, page = "") => `/staff/mailings/${id}${page && `/${page}`}`;
const balance = async (s: Stage, id: string) => balanceOf(await (await s.editor.get(path(id))).text());
/** Of the mailing; a receipt for an answer belongs to no list. */
const receivers = (s: Stage) =>
  s.mailbox.mails.flatMap(({ mail }) => (mail.headers["List-Unsubscribe"] ? [mail.to] : []));

it("paused in the middle: what is under way is counted, nothing more goes out for days; going on sends the rest once", async () => {
  const s = await stage(50);
  const press = await s.signIn("press");
  const id = await s.begin();
  // While the second ten are on their way, somebody of the press office presses "pause".
  s.at.set(2, async () => {
    expect((await press.post(path(id, "pause"), {})).status).toBe(303);
    const asked = await s.read(s.editor, id);
    expect(asked).toContain("Vēl 10 vēstules ir nodotas e-pasta pakalpojumam, un to iznākums nav zināms.");
    expect(asked).toContain("Atsākt un nosūtīt vēl 30 vēstuļu");
    return undefined;
  });
  await s.work();
  expect([receivers(s).length, await balance(s, id)]).toEqual([20, [50, 20, 0, 0, 0, 30]]);
  expect(await s.rows("SELECT id FROM batch WHERE sealed IS NOT NULL")).toEqual([]);
  await s.check();

  // Somebody who has the mail answers meanwhile.
  await s.answer(Number(/\d+/.exec(receivers(s)[0] ?? "")?.[0]), "yes");
  for (let n = 0; n < 3; n++) {
    s.clock.pass({ minutes: 50 });
    await s.deps.queue.enqueue({ kind: "recover" });
    await s.work();
  }
  expect(receivers(s)).toHaveLength(20);

  expect((await press.post(path(id, "resume"), { heldAt: "1" })).status).toBe(403);
  expect((await s.press(s.editor, id, "resume")).status).toBe(303);
  await s.work();
  expect(new Set(receivers(s)).size).toBe(50);
  expect([receivers(s).length, await balance(s, id)]).toEqual([50, [50, 50, 0, 0, 0]]);
  const words = await s.read(s.editor, id);
  expect(words).toContain("Saņemtās atbildes: 1 no 50.");
  expect(words).toMatch(/Sūtīšana pabeigta.*Sūtīšana atsākta.*Sūtīšana apturēta.*Sākta sūtīšana/);
  await s.check();
});

it("cancelled in the middle: the question told it all, who has the mail can answer, nobody else is ever mailed", async () => {
  const s = await stage(40);
  const id = await s.begin();
  s.at.set(3, async () => {
    const asked = await s.read(s.editor, id, "cancel");
    expect(asked).toContain("10 cilvēku, kam vēstule vēl nav nosūtīta");
    expect(asked).toContain("20 vēstuļu, kas jau ir nosūtītas");
    expect(asked).toContain("10 vēstuļu, par kurām atbildes vēl nav; tās var pienākt");
    expect((await s.press(s.editor, id, "cancel")).headers.get("location")).toBe(`${path(id)}?done=cancelled`);
    return undefined;
  });
  await s.work();
  // The third ten were taken by the mail service; their answer came after the cancel and is still written.
  expect([receivers(s).length, await balance(s, id)]).toEqual([30, [40, 30, 10, 0, 0]]);
  const page = await s.read(s.editor, id);
  expect(page).toContain("Nosūtītās vēstules: 30 no 40. Sūtījums atcelts 2026. gada 22. novembrī plkst. 10.00");
  expect(page).toContain("Sūtījums ir atcelts 10 Izlaista");
  expect(page).toContain("Paliek sarakstā kā līdz šim; atbildēt var joprojām");

  for (let n = 0; n < 5; n++) {
    s.clock.pass({ hours: 10 });
    await s.deps.queue.enqueue({ kind: "recover" });
    await s.deps.queue.enqueue({ kind: "deliver", mailingId: id });
    await s.work();
  }
  expect([receivers(s).length, s.handed]).toEqual([30, 3]);

  const [yes, no] = receivers(s).map((to) => Number(/\d+/.exec(to)?.[0]));
  const mail = s.mailbox.mails[2]?.mail.text ?? "";
  const link = new URL(/https?:\/\/[^"\s]*\/r\/[\w-]+/.exec(mail)?.[0] ?? "").pathname;
  expect(await (await s.browser().get(link)).text()).toContain("Šī jautājuma sūtīšanu esam pārtraukuši");
  await s.answer(yes as number, "yes");
  await s.answer(no as number, "no");
  const after = await s.read(s.editor, id);
  expect(after).toContain("Piekrita 1, atteicās 1, atgrieztas 0, nav atbildējuši 28");
  expect(await s.rows("SELECT count(*) AS n FROM subscription WHERE state='active'")).toEqual([{ n: 1 }]);
  expect((await (await s.signIn("admin")).post(path(id, "close"), {})).status).toBe(422);
  await s.check();
});

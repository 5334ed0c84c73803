/** "This was not me, never write again", from a confirmation mail. */
import { describe, expect, it } from "vitest";
import { wordsOf } from "../asked.ts";
import { type SignUpWorld, signUpWorld } from "../sign-up-desk.ts";

const ANNA = "anna@pasts.example";
const never = (house: SignUpWorld, path: string) => house.world.browser().post(`${path}/never`, { lang: "lv" });
const state = async ({ world }: SignUpWorld) =>
  JSON.stringify(
    await Promise.all(["intake", "token", "suppression", "log_entry"].map((t) => world.rows(`SELECT * FROM ${t}`))),
  );

describe("never again", () => {
  it("stands in the mail as a link of its own, which changes nothing when it is opened", async () => {
    const house = await signUpWorld();
    const link = await house.asked(ANNA);
    expect(house.world.mailbox.mails.at(-1)?.mail.text).toContain(`${link}/never`);
    const before = await state(house);
    for (const method of ["GET", "HEAD", "GET"]) {
      const answer = await house.world.request(`${link}/never`, { method });
      expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
    }
    const page = await (await house.world.request(`${link}/never`)).text();
    expect(page.match(/<button class="ds-button"/g)).toHaveLength(1);
    expect(page).not.toContain(ANNA);
    expect(await state(house)).toBe(before);
  });

  it("silences every list, now and later: whoever types the address, no mail goes out, and the pages stay the same", async () => {
    const house = await signUpWorld();
    const link = await house.asked(ANNA);
    const page = await (await never(house, link)).text();
    expect(wordsOf(page)).toContain("Vairs Jums nerakstīsim");
    expect(await house.suppressions()).toEqual(["never *"]);
    expect(await house.world.rows("SELECT 1 FROM intake")).toHaveLength(0);
    const other = await (await house.signUp("cita@pasts.example", house.lists)).text();
    expect(await (await house.signUp(ANNA, house.lists)).text()).toBe(other);
    await house.world.work();
    expect(house.mailsTo(ANNA)).toBe(1);
    await house.world.browser().post("/me", { email: ANNA, lang: "lv" });
    await house.world.work();
    expect(house.world.mailbox.mails.filter(({ mail }) => mail.to === ANNA)).toHaveLength(1);
    await house.world.check();
  });

  it("leaves the lists that the person is on, and silences all others", async () => {
    const house = await signUpWorld();
    await house.press(await house.asked(ANNA), "yes");
    house.world.clock.pass({ days: 1, minutes: 1 });
    const link = await house.asked(ANNA, [house.lists[1]]);
    expect(wordsOf(await (await house.world.request(`${link}/never`)).text())).toContain("Tas nemainīsies");
    expect(wordsOf(await (await never(house, link)).text())).toContain("Jaunus sarakstus vairs nepiedāvāsim");
    const silenced = await house.suppressions();
    expect(silenced).toContain(`never ${house.purposes[1]}`);
    expect(silenced.some((s) => s.endsWith("*") || s.endsWith(house.purposes[0]))).toBe(false);
    expect(await house.world.rows("SELECT 1 FROM subscription WHERE state = 'active'")).toHaveLength(1);
    await house.world.check();
  });

  it("raced by a yes to another request of the address, leaves nothing live under a suppression", async () => {
    const house = await signUpWorld();
    const first = await house.asked(ANNA);
    house.world.clock.pass({ days: 1, minutes: 1 });
    const second = await house.asked(ANNA, [house.lists[1]]);
    const { client } = house.world.deps.db;
    const batch = client.batch.bind(client);
    let armed = true;
    client.batch = async (statements, mode) => {
      const texts = statements.map((one) => (typeof one === "string" ? one : "sql" in one ? one.sql : one[0]));
      if (armed && texts.some((text) => /INSERT INTO suppression/.test(text))) {
        armed = false;
        expect((await house.press(first, "yes")).status).toBe(200);
      }
      return batch(statements, mode);
    };
    expect((await never(house, second)).status).toBe(200);
    expect(armed).toBe(false);
    expect(await house.world.rows("SELECT 1 FROM subscription WHERE state = 'active'")).toHaveLength(1);
    const silenced = await house.suppressions();
    expect(silenced).toContain(`never ${house.purposes[1]}`);
    expect(silenced.some((s) => s.endsWith("*") || s.endsWith(house.purposes[0]))).toBe(false);
    await house.world.check();
  });

  it("pressed again, after another answer, or on a link that is over, does nothing more", async () => {
    const house = await signUpWorld();
    const first = await house.asked(ANNA);
    await never(house, first);
    const before = await house.suppressions();
    expect(wordsOf(await (await never(house, first)).text())).toContain("jau ir izdzēsts");
    expect(await house.suppressions()).toEqual(before);
    const second = await house.asked("berzins@pasts.example");
    await house.press(second, "yes");
    expect(wordsOf(await (await never(house, second)).text())).toContain("Jūsu piekrišana jau ir ierakstīta");
    expect(await house.suppressions()).toEqual(before);
    const third = await house.asked("liepa@pasts.example");
    house.world.clock.pass({ days: 7, minutes: 1 });
    expect((await never(house, third)).status).toBe(404);
    expect(await house.suppressions()).toEqual(before);
  });
});

/** Staff in workerd: an authenticator is set up and shown there, and whoever has lost his account is out at the next request. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { disableStaff } from "../../../src/domain/staff/disable.ts";
import { inviteStaff } from "../../../src/domain/staff/invite.ts";
import { signInLink } from "../../../src/domain/staff/sign-in-link.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { OPERATOR } from "../../../src/runtime/cli/command.ts";
import { codesOn, keyOn } from "../../support/authenticator.ts";
import { KEY_SET } from "../../support/settings.ts";
import { codeNow } from "../../support/totp.ts";
import { startWorkerHouse } from "../../support/worker-house.ts";

it("an authenticator works in the Worker, and an account that ends is out of every browser at once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-worker-"));
  const house = await startWorkerHouse({ folder, keys: KEY_SET });
  const browser = () => {
    let cookie = "";
    return async (path: string, form?: Record<string, string>) => {
      const answer = await fetch(`${house.url}${path}`, {
        redirect: "manual",
        headers: { cookie, Origin: house.url },
        ...(form && { method: "POST", body: new URLSearchParams(form) }),
      });
      for (const line of answer.headers.getSetCookie()) cookie = line.split(";")[0] ?? cookie;
      return answer;
    };
  };
  try {
    // Somebody must be left who can let people in.
    const boss = { email: "vaditaja@ministrija.example", name: "Ilze Paraugs", role: "admin", language: "lv" };
    expect(isRefusal(await inviteStaff(house.deps, OPERATOR, boss))).toBe(false);
    const email = "anna@ministrija.example";
    const invited = await inviteStaff(house.deps, OPERATOR, {
      email,
      name: "Anna Paraugs",
      role: "editor",
      language: "lv",
    });
    if (isRefusal(invited)) throw new Error(invited.code);
    const one = browser();
    await one(new URL(invited.signInUrl).pathname, {});
    expect((await one("/staff/")).status).toBe(200);
    await one("/staff/sign-in/enrol/begin", { to: "" });
    const key = keyOn(await (await one("/staff/sign-in/enrol")).text());
    expect(codesOn(await (await one("/staff/sign-in/enrol", { code: codeNow(key), to: "" })).text())).toHaveLength(10);

    const link = await signInLink(house.deps, OPERATOR, { email });
    if (isRefusal(link)) throw new Error(link.code);
    const two = browser();
    await two(new URL(link.url).pathname, {});
    expect((await two("/staff/")).headers.get("Location")).toMatch(/^\/staff\/sign-in\/second/);
    // The code after the one that was used up; an app whose clock is half a minute ahead shows it already.
    expect((await two("/staff/sign-in/second", { code: codeNow(key, -1), to: "" })).status).toBe(303);
    expect((await two("/staff/")).status).toBe(200);

    expect(await disableStaff(house.deps, OPERATOR, { userId: invited.userId })).toEqual({ userId: invited.userId });
    for (const mine of [one, two])
      expect((await mine("/staff/")).headers.get("Location")).toMatch(/^\/staff\/sign-in\?/);
  } finally {
    await house.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

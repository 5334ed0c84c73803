/** The second factor below the pages: keys that are changed, the log of sign-ins, and roles that must have one. */
import { describe, expect, it } from "vitest";
import { needsSecondFactor } from "../../../src/domain/staff/rules/second-factor.ts";
import { ROLES, type Role } from "../../../src/domain/staff/rules.ts";
import { authSecret, authSecrets, createAuth } from "../../../src/platform/auth/index.ts";
import { tidyRecoveryCode } from "../../../src/platform/auth/recovery.ts";
import { networkOf } from "../../../src/platform/auth/sign-ins.ts";
import { systemClock } from "../../../src/platform/clock.ts";
import { type KeyRing, makeKey } from "../../../src/platform/keys.ts";
import { totp, unbase32 } from "../../support/totp.ts";
import { asBrowser, type SignInWorld, signInWorld } from "./sign-in-world.ts";

const ring = (...seeds: number[]): KeyRing => {
  const all = seeds.map((seed) => makeKey(Uint8Array.from({ length: 32 }, (_, i) => (i * 7 + seed) % 256)));
  return { newest: all[0] as (typeof all)[number], all, get: (id) => all.find((key) => key.id === id) };
};

function authOver(world: SignInWorld, keys: KeyRing) {
  return createAuth({
    db: world.db,
    publicUrl: "https://news.ministry.example",
    secret: authSecret(keys),
    secrets: authSecrets(keys),
    clock: systemClock,
    onSignInMail: async () => true,
    defer: (work) => work(),
  });
}

/** In by an operator's link. */
async function inBy(auth: ReturnType<typeof authOver>, email: string): Promise<Headers> {
  const url = await auth.makeSignInLink(email);
  const entry = await auth.completeByLink({ token: url?.split("/").at(-1) ?? "", client: "203.0.113.7" });
  if (entry.outcome !== "in") throw new Error(entry.outcome);
  return asBrowser(entry.cookies);
}

const email = "anna@ministry.example";

async function enrolled(keys: KeyRing) {
  const world = await signInWorld();
  const id = await world.member(email, "admin");
  const auth = authOver(world, keys);
  const headers = await inBy(auth, email);
  await auth.second.begin(headers);
  const key = unbase32(new URL((await auth.second.uri(headers)) ?? "").searchParams.get("secret") ?? "");
  const done = await auth.second.confirm({ headers, code: totp(key, Date.now()), client: "203.0.113.7" });
  if (done.outcome !== "in") throw new Error(done.outcome);
  return { world, id, auth, key, codes: done.codes, headers: asBrowser(done.cookies) };
}

describe("keys", () => {
  it("an authenticator and its recovery codes outlive a new TOKEN key in front of the old one", async () => {
    const { world, key, codes } = await enrolled(ring(1));
    world.pass(2);
    const auth = authOver(world, ring(9, 1));
    const headers = await inBy(auth, email);
    expect(await auth.session(headers)).toBeUndefined();
    expect(await auth.second.show({ headers, code: totp(key, Date.now()), client: "" })).toMatchObject({
      outcome: "in",
    });
    expect(await auth.session(headers)).toMatchObject({ email, second: true });
    const other = await inBy(auth, email);
    expect(await auth.second.recover({ headers: other, code: codes[3] ?? "", client: "" })).toMatchObject({
      outcome: "in",
    });
  });

  it("without the key that encrypted it, nothing is opened and nobody is let in", async () => {
    const { world, key } = await enrolled(ring(1));
    world.pass(2);
    const auth = authOver(world, ring(9));
    const headers = await inBy(auth, email);
    const shown = () => auth.second.show({ headers, code: totp(key, Date.now()), client: "" });
    await expect(shown()).rejects.toThrow();
    expect(await auth.session(headers)).toBeUndefined();
  });
});

describe("the log of sign-ins", () => {
  it("keeps who, when, how and the network, never an address of anybody", async () => {
    const { world, auth, id } = await enrolled(ring(1));
    for (let i = 0; i < 3; i++)
      await auth.completeByCode({ email: "nobody@elsewhere.example", code: "000000", client: "198.51.100.23" });
    await auth.completeByCode({ email, code: "000000", client: "2001:db8:1:2" });
    const rows = await auth.signIns({ limit: 20 });
    expect(rows.map(({ userId, outcome, network, n }) => [userId, outcome, network, n])).toEqual(
      expect.arrayContaining([
        [id, "in", "203.0.113.0/24", 1],
        [id, "in-second", "203.0.113.0/24", 1],
        [undefined, "code-wrong", "198.51.100.0/24", 3],
        [id, "code-wrong", "2001:db8:1::/48", 1],
      ]),
    );
    expect(world.bytes()).not.toContain("elsewhere.example");
    expect(world.bytes()).not.toContain("198.51.100.23");
    expect((await auth.lastSignIns()).get(id)).toBeGreaterThan(0);
    expect((await auth.signIns({ userId: id, limit: 20 })).every(({ userId }) => userId === id)).toBe(true);
  });

  it("an attempt at an account that has ended is told apart", async () => {
    const { world, auth, id } = await enrolled(ring(1));
    await world.member("second@ministry.example", "admin");
    const user = await auth.users.byId(id);
    if (user) await world.run(auth.users.disable(user));
    await auth.completeByCode({ email, code: "000000", client: "" });
    const tries = (await auth.signIns({ userId: id, limit: 20 })).map(({ outcome, network }) => [outcome, network]);
    expect(tries).toContainEqual(["ended", ""]);
  });

  it.each([
    ["203.0.113.7", "203.0.113.0/24"],
    ["2001:db8:1:2", "2001:db8:1::/48"],
    ["", ""],
  ])("of the client %s the network %s", (client, network) => {
    expect(networkOf(client)).toBe(network);
  });
});

it("recovery codes are read as people write them", () => {
  for (const typed of ["7k3qd-0mx91", "7K3QD 0MX91", " 7k3qdOmx9l ", "7k3qd–0mx9I".replace("–", "-")])
    expect(tidyRecoveryCode(typed)).toBe("7k3qd-0mx91");
});

it("whoever lets people in, opens or takes out proofs or lists, or is the second of two people, must have one; the others need not", () => {
  const asked: Record<Role, boolean> = {
    admin: true,
    head: true,
    editor: false,
    press: false,
    dpo: true,
    auditor: true,
  };
  for (const role of ROLES) expect([role, needsSecondFactor(role)]).toEqual([role, asked[role]]);
});

import { describe, expect, it } from "vitest";
import { type Actor, may, PERMISSIONS, type Permission, ROLES, type Role } from "../../../src/domain/staff/rules.ts";

/** The table as agreed, written a second time on purpose: a change must be made in both places. */
const AGREED: Record<Permission, string> = {
  "desk.see": "admin head editor press dpo auditor",
  "institution.change": "admin",
  "keys.see": "admin dpo auditor",
  "staff.manage": "admin",
  "access.see": "admin head dpo auditor",
  "access.review": "admin head dpo",
  "api-key.make": "admin dpo",
  "purpose.change": "admin dpo",
  "notice.publish": "admin dpo",
  "list.change": "admin editor",
  "list.move": "admin head",
  "people.look-up": "admin editor dpo",
  "people.import": "admin editor",
  "people.export": "admin dpo",
  "consent.record-refusal": "admin editor press dpo",
  "sign-up.hand-on": "admin editor dpo",
  "campaign.write": "admin editor",
  "campaign.send": "admin editor",
  "campaign.approve": "admin head editor dpo",
  "campaign.opinion": "admin dpo",
  "campaign.postpone": "admin head",
  "campaign.close": "admin head",
  "campaign.unreached": "admin head editor",
  "mailing.pause": "admin head editor press dpo",
  "mailing.resume": "admin editor",
  "mailing.cancel": "admin head editor",
  "delivery.decide": "admin editor",
  "alert.close": "admin head editor dpo",
  "proof.see": "admin head dpo auditor",
  "proof.look-up": "dpo auditor",
  "proof.open": "dpo auditor",
  "proof.grant-opening": "admin head dpo",
  "proof.export": "dpo auditor",
  "reading.see": "dpo auditor",
  "reading.name": "dpo",
  "suppression.see": "admin head editor dpo auditor",
  "suppression.look-up": "admin editor dpo",
  "suppression.add": "admin editor dpo",
  "suppression.review": "head dpo",
  "request.note": "admin head editor press dpo",
  "request.see": "admin head editor press dpo auditor",
  "request.read": "admin editor dpo",
  "request.answer": "admin editor dpo",
  "breach.report": "admin head editor press dpo auditor",
  "breach.see": "admin head dpo",
  "breach.decide": "admin head dpo",
  "retention.see": "admin head dpo auditor",
  "retention.change": "admin dpo",
  "retention.decide": "admin head dpo",
  "retention.hold": "admin head dpo",
};
const permissions = Object.keys(PERMISSIONS) as Permission[];
const cases = permissions.flatMap((permission) => ROLES.map((role) => [role, permission] as [Role, Permission]));

describe("the permission table", () => {
  it("names every permission that was agreed and no other", () => {
    expect(permissions.sort()).toEqual(Object.keys(AGREED).sort());
  });

  it.each(cases)("%s and %s are as agreed, at every door", (role, permission) => {
    for (const via of ["desk", "cli", "api"] as const) {
      const no = may({ kind: "staff", id: "x", role, via }, permission);
      expect(no === undefined).toBe(AGREED[permission].split(" ").includes(role));
      if (no) expect(no).toEqual({ refused: true, code: "staff.forbidden", values: { permission } });
    }
  });

  it.each(permissions)("%s is for staff only, never for a person with a link or a job", (permission) => {
    const others: Actor[] = [
      { kind: "person", via: "reconsent-page" },
      { kind: "system", job: "plan" },
    ];
    for (const actor of others) expect(may(actor, permission)).toBeDefined();
  });

  it("gives an auditor nothing that changes anything", () => {
    const his = permissions.filter(
      (permission) => may({ kind: "staff", id: "x", role: "auditor", via: "desk" }, permission) === undefined,
    );
    // Looking at proofs, opening and exporting them changes nothing; each time is on record. A breach is reported by everybody.
    expect(his.every((permission) => /\.see$|^proof\.(look-up|open|export)$|^breach\.report$/.test(permission))).toBe(
      true,
    );
  });
});

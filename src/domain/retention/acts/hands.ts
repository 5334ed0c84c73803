/** Which hand does which rule: those that age by a column need none of their own. */
import { endedBreaches } from "../../breaches/acts/ended.ts";
import { endedExports } from "../../exports/acts/ended.ts";
import { readings } from "../../read-log/acts/aged.ts";
import { formerAddresses } from "../../staff/acts/former-addresses.ts";
import { endedTags } from "../../suppressions/acts/ended-tags.ts";
import { type OwnRule, type RuleName, ruleOf } from "../rules.ts";
import { agedHand } from "./aged.ts";
import type { Hand } from "./hand.ts";
import { messages } from "./messages.ts";
import { purposes, unjustified } from "./people.ts";
import { proofs } from "./proofs.ts";
import { records } from "./records.ts";

/** A rule `by: "own"` without a hand does not compile. */
const OWN: Record<OwnRule, Hand> = {
  purposes,
  unjustified,
  proofs,
  messages,
  records,
  "read-log": readings,
  breaches: endedBreaches,
  exports: endedExports,
  "former-addresses": formerAddresses,
  tags: endedTags,
};

export function handOf(name: RuleName): Hand {
  const rule = ruleOf(name);
  return rule.by === "own" ? OWN[name as OwnRule] : agedHand(rule, rule.by);
}

/**
 * Every rule of retention, whole: what ends, from when the period counts, how long it is, why that long, and how it goes. What
 * no act of a person ends is ended by a rule of this table, or it is a record of the institution (record_file). The form of a
 * rule, and how to add one: rules/rule.ts; the rules themselves stand in rules/catalogue.
 *
 * The order is that of the run: people first, then what is kept about them, then rows of nobody.
 */
import { mail } from "./rules/catalogue/mail.ts";
import { order } from "./rules/catalogue/order.ts";
import { own } from "./rules/catalogue/own.ts";
import { people } from "./rules/catalogue/people.ts";
import { rights } from "./rules/catalogue/rights.ts";
import { staff } from "./rules/catalogue/staff.ts";
import type { Rule } from "./rules/rule.ts";

/** The rules by whom they are about, in the order of the run. */
export const GROUPS = { people, mail, staff, rights, own, order } as const;
export const RULES = { ...people, ...mail, ...staff, ...rights, ...own, ...order } as const;

export type RuleName = keyof typeof RULES;
export const RULE_NAMES = Object.keys(RULES) as RuleName[];

/** A rule in its general form. */
export const ruleOf = (name: RuleName): Rule => RULES[name];

/** Rules of the night, in the order of its run. */
export const NIGHTLY = RULE_NAMES.filter((name) => ruleOf(name).turn === "night");

/** A name that this version knows; rows of another version may hold others. */
export const isRuleName = (name: string): name is RuleName => Object.hasOwn(RULES, name);

/** Rules whose count and page are not read from a column: each has a hand in acts/hands.ts. */
export type OwnRule = { [N in RuleName]: (typeof RULES)[N]["by"] extends "own" ? N : never }[RuleName];

/** Largest number that one night deletes without a person; the institution sets its own. */
export const DEFAULT_CEILING = 10_000;

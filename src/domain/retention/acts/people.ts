/** The hands of the two rules that end people: the term of a purpose, and what nobody justified. */
import { readPurposeTargets, readUnjustifiedTargets } from "../views/targets.ts";
import { leavingHand } from "./leaving.ts";

export const purposes = leavingHand("purposes", readPurposeTargets);
export const unjustified = leavingHand("unjustified", readUnjustifiedTargets);

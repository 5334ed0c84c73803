/**
 * The register of personal data: every table and column of the database, whole (GDPR Art. 30(1), 5(1)(e)). What searches,
 * erases or lists what is held of people reads it here; test/domain/personal-data/register.test.ts holds it against the
 * schema and against what the program really does.
 */
import type { Holding } from "./holding.ts";
import { mail } from "./register/mail.ts";
import { office } from "./register/office.ts";
import { people } from "./register/people.ts";
import { proof } from "./register/proof.ts";
import { retention } from "./register/retention.ts";
import { rights } from "./register/rights.ts";

export const REGISTER: readonly Holding[] = [...people, ...proof, ...mail, ...office, ...retention, ...rights];

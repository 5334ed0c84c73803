/** A crowd at the form of a world of its own. */
import { type Crowd, crowdAt } from "../../../support/crowd.ts";
import { signUpWorld } from "../sign-up-desk.ts";

export type { Crowd } from "../../../support/crowd.ts";

export const crowd = async (): Promise<Crowd> => crowdAt(await signUpWorld());

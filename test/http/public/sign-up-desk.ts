/** A whole world with two newsletters of two purposes, and people who sign up at its form. */
import { type SignUpWorld, signUpHouse } from "../../support/sign-up-house.ts";
import { createWorld, type WorldOptions } from "../../support/world.ts";

export type { SignUpWorld } from "../../support/sign-up-house.ts";

export const signUpWorld = async (options: WorldOptions = {}): Promise<SignUpWorld> =>
  signUpHouse(await createWorld(options));

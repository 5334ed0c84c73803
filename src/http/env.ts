/** What every handler finds in its context. */
import type { Context } from "hono";
import type { Deps } from "../deps.ts";
import type { Institution } from "../domain/institution/rules.ts";
import type { StaffActor } from "../domain/staff/rules.ts";
import type { Lang } from "../texts/say.ts";

export interface PublicVariables {
  deps: Deps;
  /** Language of this page: `?lang=`, then the person's or browser's, then the institution's default. */
  lang: Lang;
  institution: Institution;
}

export interface PublicEnv {
  Variables: PublicVariables;
}

/** Staff pages: somebody is signed in. */
export interface StaffEnv {
  Variables: PublicVariables & { actor: StaffActor; staffName: string };
}

export type PublicContext = Context<PublicEnv>;
export type StaffContext = Context<StaffEnv>;

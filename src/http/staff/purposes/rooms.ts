/** All rooms of purposes, the named addresses before `:id`. */
import { Hono } from "hono";
import type { StaffEnv } from "../../env.ts";
import { purposeForms } from "./edit.tsx";
import { purposePages } from "./pages.tsx";
import { registerPage } from "./register.tsx";
import { purposeSteps } from "./steps.tsx";

export const purposeRooms = new Hono<StaffEnv>()
  .route("/", registerPage)
  .route("/", purposeForms)
  .route("/", purposeSteps)
  .route("/", purposePages);

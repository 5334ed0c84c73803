/** All rooms of lists, the named addresses before `:id`. */
import { Hono } from "hono";
import type { StaffEnv } from "../../env.ts";
import { listForms } from "./forms.tsx";
import { movePages } from "./move.tsx";
import { listPages } from "./pages.tsx";

export const listRooms = new Hono<StaffEnv>().route("/", listForms).route("/", movePages).route("/", listPages);

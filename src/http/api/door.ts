/** `/api/v1`: every operation at its address. What no operation takes is refused here, in the manner of the API. */
import { Hono } from "hono";
import { refuse } from "../../refusal.ts";
import type { ApiEnv } from "./frame/env.ts";
import { problem } from "./frame/problem.ts";
import { runs } from "./frame/run.ts";
import { operations } from "./operations.ts";

export const API = "/api/v1";

/** `/lists/{id}` → `/lists/:id`. */
export const routeOf = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");

export const apiDoor = new Hono<ApiEnv>();
for (const op of operations) apiDoor.on(op.method.toUpperCase(), routeOf(op.path), runs(op));
apiDoor.all("*", (c) => problem(c, refuse("page.not_found")));

/** All rooms of notices. */
import { Hono } from "hono";
import type { StaffEnv } from "../../env.ts";
import { noticePages } from "./pages.tsx";
import { statementPages } from "./statement.tsx";

export const noticeRooms = new Hono<StaffEnv>().route("/", noticePages).route("/", statementPages);

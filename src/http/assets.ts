/** `GET /assets/theme.css`: the institution's colours as a style sheet. All other assets are files of the runtime. */
import { Hono } from "hono";
import type { Institution } from "../domain/institution/rules.ts";
import { DEFAULT_LOOK, themeSheet, themeVersion } from "./assets/theme.ts";
import type { PublicEnv } from "./env.ts";

const FOR_EVER = "public, max-age=31536000, immutable";

/** Needs `c.var.institution`; before set-up it gives the default colours. */
export const assetsDoor = new Hono<PublicEnv>().get("/assets/theme.css", (c) => {
  const look = (c.var.institution as Institution | undefined)?.look ?? DEFAULT_LOOK;
  c.header("Content-Type", "text/css; charset=utf-8");
  c.header("Cache-Control", c.req.query("v") === themeVersion(look) ? FOR_EVER : "no-cache");
  return c.body(themeSheet(look));
});

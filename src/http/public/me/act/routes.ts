/** What can be done on one's own page. Each act is a POST; what cannot be undone has a page of its own before it. */
import { Hono } from "hono";
import type { PublicEnv } from "../../../env.ts";
import { freshPost } from "./fresh.ts";
import { offPost, onPage, onPost, pausePost } from "./lists.tsx";
import {
  correctPage,
  correctPost,
  erasePage,
  erasePost,
  languagePost,
  namePage,
  namePost,
  restrictPage,
  restrictPost,
  sharedPage,
  sharedPost,
} from "./rights.tsx";
import { takeHtml, takeJson } from "./take.tsx";

export const actPages = new Hono<PublicEnv>()
  .get("/me/lists/:list", (c) => onPage(c))
  .post("/me/lists/:list", onPost)
  .post("/me/off", offPost)
  .post("/me/pause", pausePost)
  .post("/me/language", languagePost)
  .get("/me/name", namePage)
  .post("/me/name", namePost)
  .get("/me/correct", correctPage)
  .post("/me/correct", correctPost)
  .get("/me/restrict", restrictPage)
  .post("/me/restrict", restrictPost)
  .get("/me/shared", sharedPage)
  .post("/me/shared", sharedPost)
  .get("/me/erase", erasePage)
  .post("/me/erase", erasePost)
  .get("/me/data.html", takeHtml)
  .get("/me/data.json", takeJson)
  .post("/me/fresh", freshPost);

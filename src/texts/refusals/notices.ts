import { texts } from "../say.ts";

export const noticesRefusals = texts({
  lv: {},
  en: {},
});

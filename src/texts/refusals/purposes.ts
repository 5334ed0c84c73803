import { texts } from "../say.ts";

export const purposesRefusals = texts({
  lv: {},
  en: {},
});

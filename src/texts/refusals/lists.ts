import { texts } from "../say.ts";

export const listsRefusals = texts({
  lv: {},
  en: {},
});

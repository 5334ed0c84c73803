import { texts } from "../say.ts";

export const peopleRefusals = texts({
  lv: {},
  en: {},
});

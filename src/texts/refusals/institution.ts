import { texts } from "../say.ts";

export const institutionRefusals = texts({
  lv: {},
  en: {},
});

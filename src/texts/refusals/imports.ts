import { texts } from "../say.ts";

export const importsRefusals = texts({
  lv: {},
  en: {},
});

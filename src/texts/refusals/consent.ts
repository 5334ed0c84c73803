import { texts } from "../say.ts";

export const consentRefusals = texts({
  lv: {},
  en: {},
});

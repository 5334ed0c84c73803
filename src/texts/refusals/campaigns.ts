import { texts } from "../say.ts";

export const campaignsRefusals = texts({
  lv: {},
  en: {},
});

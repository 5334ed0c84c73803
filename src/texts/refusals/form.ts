import { texts } from "../say.ts";

export const formRefusals = texts({
  lv: {
    "form.invalid": "Veidlapā ir kļūdas. Izlabojiet tās un nosūtiet vēlreiz; ierakstītais ir saglabāts veidlapā.",
    "form.stale": "Ieraksts tikmēr ir mainīts. Atveriet to no jauna un atkārtojiet labojumu.",
    "form.required": "Aizpildiet šo lauku.",
    "form.too_long": "Teksts ir pārāk garš. Atļautais garums ir līdz {max} rakstzīmēm.",
    "form.choose": "Izvēlieties vienu no iespējām.",
  },
  en: {
    "form.invalid": "The form has errors. Correct them and send it again; what you wrote is kept in the form.",
    "form.stale": "The record was changed meanwhile. Open it again and repeat the edit.",
    "form.required": "Fill in this field.",
    "form.too_long": "The text is too long. Up to {max} characters are allowed.",
    "form.choose": "Choose one of the options.",
  },
});

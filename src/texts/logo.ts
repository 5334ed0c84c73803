/** The page of settings with the picture above the institution's name in newsletters. Desk only. */
import { texts } from "./say.ts";

export const logoTexts = texts({
  lv: {
    title: "Attēls jaunumu vēstulēs",
    lede: "Attēls stāv vēstules augšā virs iestādes nosaukuma. Nosaukumu vēstulē vienmēr raksta arī vārdiem, tāpēc attēlam tas nav jāatkārto.",
    back: "Iestatījumi",
    now: "Pašreizējais attēls",
    none: "Attēla nav. Vēstules augšā ir tikai iestādes nosaukums.",
    some: "Attēls ir izvēlēts.",
    file: "Attēla datne",
    "file.hint":
      "PNG, JPEG vai GIF, līdz 2\u00a0MB. Vislabāk der plats attēls, vismaz 400 pikseļu. Tumšajā režīmā zem caurspīdīga attēla ir balts laukums, tāpēc to var saskatīt.",
    save: "Saglabāt attēlu",
    remove: "Noņemt attēlu",
    saved: "Attēls ir saglabāts. Tas būs nākamajās vēstulēs.",
    removed: "Attēls ir noņemts. Nosūtītajās vēstulēs tas paliek, kamēr glabājam pašu izdevumu.",
    failed: "Attēls nav saglabāts",
    open: "Izvēlēties attēlu",
    change: "Mainīt attēlu",
  },
  en: {
    title: "Image in newsletters",
    lede: "The image stands at the top of the e-mail, above the name of the institution. The name is always there in words too, so the image need not repeat it.",
    back: "Settings",
    now: "The present image",
    none: "There is no image. At the top of e-mails stands the name of the institution alone.",
    some: "An image has been chosen.",
    file: "Image file",
    "file.hint":
      "PNG, JPEG or GIF, up to 2\u00a0MB. A wide image of at least 400 pixels is best. In dark mode a transparent image lies on white, so that it can be seen.",
    save: "Save the image",
    remove: "Remove the image",
    saved: "The image has been saved. It will be in the next e-mails.",
    removed: "The image has been removed. In e-mails that were sent it stays as long as we keep the issue.",
    failed: "The image has not been saved",
    open: "Choose an image",
    change: "Change the image",
  },
});

/** The page that hands out the offline verifier. {name} is the institution; the keys are shown as they are published. */
import { texts } from "./say.ts";

export const verifyPageTexts = texts({
  lv: {
    title: "Pārbaudīt pierādījumu",
    lead: "Pierādījumu komplektu var pārbaudīt bez interneta un bez mūsu programmas. Datne, ko izvēlēsieties, paliek Jūsu ierīcē.",
    open: "Atvērt pārbaudes rīku",
    download: "Lejupielādēt pārbaudes rīku",
    how: "Kā pārbaudīt",
    "how.choose":
      "Izvēlieties komplektu (ZIP datni, ko izsniedza iestāde) vai apliecinājuma datni (JSON), kas bija vēstulē.",
    "how.key":
      "Atveriet pārbaudes rīku un iekopējiet tajā žurnāla atslēgu no šīs lapas. Tad redzēsiet, vai komplektu parakstīja tieši mūsu žurnāls.",
    "how.read":
      "Izlasiet trīs secinājumus: vai notikumi ir neskarti, kad tie jau bija ierakstīti un vai saturs saskan.",
    trust: "Kā zināt, ka rīks ir īsts",
    "trust.text":
      "Tas pats rīks ir arī katrā komplektā. Ja to lejupielādējat, salīdziniet datnes SHA-256 ar šeit norādīto un ar to, ko publicējuši programmas autori. Atvērts no diska, rīks darbojas arī tad, ja tīkls ir izslēgts.",
    node: "Programmētājiem: to pašu dara verify.mjs ar Node, node verify.mjs komplekts.zip.",
    hash: "verify.html SHA-256",
    "hash.mjs": "verify.mjs SHA-256",
    keys: "{n, plural, zero {Žurnāla atslēgas} one {Žurnāla atslēga} other {Žurnāla atslēgas}}",
    "key.ended": "Lietota līdz {date}.",
    "key.leaked": "Nozagta vai pazaudēta {date}. Paraksti bez agrāka laika zīmoga neko nepierāda.",
    "keys.none": "Žurnālā vēl nekas nav parakstīts.",
    origin: "Žurnāls",
  },
  en: {
    title: "Check a proof",
    lead: "A bundle of proofs can be checked without the internet and without our program. The file you choose stays on your device.",
    open: "Open the verifier",
    download: "Download the verifier",
    how: "How to check",
    "how.choose":
      "Choose the bundle (the ZIP file that the institution handed out) or the file of a certificate (JSON) that came with an e-mail.",
    "how.key":
      "Open the verifier and copy the key of the log from this page into it. Then you will see whether our log signed the bundle.",
    "how.read":
      "Read the three verdicts: whether the events are intact, by when they had been recorded, and whether the content fits together.",
    trust: "How to know that the verifier is genuine",
    "trust.text":
      "The same verifier lies in every bundle. If you download it, compare the SHA-256 of the file with the one here and with the one that the authors of the program have published. Opened from a disk, it also works with the network off.",
    node: "For programmers: verify.mjs does the same with Node, node verify.mjs bundle.zip.",
    hash: "verify.html SHA-256",
    "hash.mjs": "verify.mjs SHA-256",
    keys: "{n, plural, one {Key of the log} other {Keys of the log}}",
    "key.ended": "Used until {date}.",
    "key.leaked": "Stolen or lost on {date}. Signatures without an earlier time stamp prove nothing.",
    "keys.none": "Nothing has been signed in the log yet.",
    origin: "Log",
  },
});

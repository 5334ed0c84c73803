/** README.txt of a proof bundle. {name} is the institution in the nominative, {origin} the name of its log. Names of files stay as they are. */
import { texts } from "./say.ts";

export const bundleReadmeTexts = texts({
  lv: {
    title: "Pierādījumu komplekts: {name}",
    about:
      "Šeit ir piekrišanas ieraksti, kā tos glabā iestāde, un viss, kas vajadzīgs, lai tos pārbaudītu bez interneta un bez iestādes programmas.",
    report: "report.lv.html – pārskats, ko var izlasīt un izdrukāt. Sāciet ar to. (Angliski: report.en.html.)",
    verify:
      "verify.html – pārbaudes rīks. Atveriet to pārlūkā un izvēlieties tajā visu komplektu (ZIP datni). Tas neko nesūta un neko nelejupielādē.",
    "verify.node":
      "verify.mjs – tas pats rīks programmētājiem, palaižams ar Node: node verify.mjs un ZIP datnes nosaukums.",
    events:
      "events/ vai records/ – notikumi tieši tā, kā tie ierakstīti (RFC 8785), un pierādījumi, ka tie ir žurnālā {origin} (C2SP tlog-proof). disclosures.txt, ja tāda datne ir, atklāj ziņas par personu, uz kurām notikumi atsaucas (RFC 9901).",
    record: "record.jsonld – ieraksta kopsavilkums citām programmām (DPV 2.3, ISO/IEC TS 27560).",
    acts: "acts/, ja tāda mape ir – iestādes darbības: imports, sūtījumi, lēmumi kampaņā. Datne .people.json pierāda, ka cilvēks bija starp tiem, uz kuriem darbība attiecas.",
    texts: "notices/ un forms/ – precīzie teksti, ko rādīja; datnes nosaukums ir teksta jaucējvērtība (SHA-256).",
    mail: "Pašas vēstules komplektā nav: nosūtītas vēstules iestāde neglabā, un ar saitēm vēstulē atbildēt varētu ikviens, kam ir komplekts.",
    policy:
      "policy.txt – atslēgas, ar kurām žurnāls ir parakstīts. Salīdziniet tās ar iestādes publicētajām: pašas par sevi tās apliecina tikai to, ko apgalvo komplekta sagatavotājs. Iestādes atslēgas ir tās vietnē, lapā /log/keys; vienu no tām pirms pārbaudes var iekopēt pārbaudes rīkā.",
    stamps: "anchors/, ja tāda mape ir – neatkarīgi laika zīmogi (RFC 3161), kas izdoti žurnāla stāvoklim.",
    consistency:
      "consistency/, ja tāda mape ir – pierādījumi, ka žurnāls no katra komplektā minētā stāvokļa līdz jaunākajam ir tikai papildināts (RFC 9162).",
    limits:
      "Komplekts rāda, ka notikumi nav mainīti, kopš tie nostiprināti žurnālā, un, ja ir laika zīmogs, līdz kuram brīdim tie jau bija ierakstīti. Tas nerāda, kurš cilvēks nospieda pogu, vai iestādes ierakstītais ir patiess un vai pēc pēdējā notikuma bija vēl kāds.",
    personal: "Arī šis komplekts ir personas dati. Glabājiet to tikai tik ilgi, cik vajadzīgs.",
    bulk: "Komplektā ir daudzu cilvēku ieraksti, tāpēc adrešu un citu ziņu par viņiem tajā nav. Ja jāpierāda, ka ieraksts ir par noteiktu adresi, lūdziet iestādei šā cilvēka komplektu.",
  },
  en: {
    title: "Proof bundle: {name}",
    about:
      "Consent records as the institution keeps them, and everything that is needed to check them without the internet and without the institution’s program.",
    report: "report.en.html – a report to read and to print. Start with it. (In Latvian: report.lv.html.)",
    verify:
      "verify.html – the verifier. Open it in a browser and choose the whole bundle (the ZIP file) there. It sends nothing and downloads nothing.",
    "verify.node":
      "verify.mjs – the same for programmers, run with Node: node verify.mjs and the name of the ZIP file.",
    events:
      "events/ or records/ – the events exactly as they were recorded (RFC 8785), and the proofs that they are in the log {origin} (C2SP tlog-proof). disclosures.txt, where it is there, discloses the personal details that the events refer to (RFC 9901).",
    record: "record.jsonld – a summary of the record for other programs (DPV 2.3, ISO/IEC TS 27560).",
    acts: "acts/, where it is there – acts of the institution: an import, mailings, decisions in a campaign. A file .people.json proves that the person was among those whom the act was about.",
    texts: "notices/ and forms/ – the exact texts that were shown; the name of a file is the SHA-256 hash of the text.",
    mail: "The e-mail itself is not in the bundle: the institution does not keep sent e-mails, and with the links in one anybody who has the bundle could answer.",
    policy:
      "policy.txt – the keys by which the log is signed. Compare them with those that the institution has published: by themselves they only say what whoever made the bundle states. The institution’s keys are on its site, on the page /log/keys; one of them can be copied into the verifier before the check.",
    stamps: "anchors/, where it is there – independent time stamps (RFC 3161) of the state of the log.",
    consistency:
      "consistency/, where it is there – proofs that from each state of the log named in the bundle to the newest one the log was only added to (RFC 9162).",
    limits:
      "The bundle shows that the events have not changed since they were sealed in the log and, where there is a time stamp, by when they had been recorded. It does not show who pressed a button, whether what the institution recorded is true, or whether anything followed the last event.",
    personal: "This bundle is personal data, too. Keep it only as long as you need it.",
    bulk: "The bundle holds records of many people, so it holds no addresses or other details of them. To prove that a record is about a certain address, ask the institution for that person’s bundle.",
  },
});

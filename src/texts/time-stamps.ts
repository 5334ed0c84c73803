/** Time stamps of the proof log on the desk: the last one, what it covers, what is missing and why. */
import { texts } from "./say.ts";

export const timeStampTexts = texts({
  lv: {
    title: "Laika zīmogi",
    none: "Laika zīmoga vēl nav.",
    unset: "Laika zīmogi nav ieslēgti",
    "unset.text":
      "Programmai nav norādīts neviens laika zīmogu izdevējs, tāpēc to, kad žurnāla ieraksti izdarīti, apliecina tikai pati iestāde. Ja laika zīmogs ir kvalificēts, tā datumu un laiku uzskata par precīzu, kamēr kāds nepierāda pretējo (eIDAS regulas 41.\u00a0pants).",
    "unset.who": "Izdevēju norāda tas, kurš uztur programmu (iestatījums TSA).",
    last: "Pēdējais zīmogs",
    by: "Izdeva",
    covers: "Aptver",
    "covers.n":
      "{n, plural, =0 {nevienu žurnāla ierakstu} zero {{n, number} žurnāla ierakstu} one {{n, number} žurnāla ierakstu} other {{n, number} žurnāla ierakstus}}",
    qualified: "Vai kvalificēts",
    "qualified.listed": "Tā teikts zīmogā. Iestāde izdevēju atrada uzticamības sarakstā ({listed}).",
    "qualified.claimed": "Tā teikts zīmogā. Uzticamības sarakstā iestāde to nav pārbaudījusi.",
    "qualified.no": "Nē",
    papers: "Sertifikāti",
    "papers.good": "Saņemšanas brīdī nebija atsaukti.",
    "papers.unknown": "Vai tie nav atsaukti, visiem pārbaudīt nevarēja. Tāpēc vien zīmogs nav nederīgs.",
    state: "Jaunākie ieraksti",
    "state.covered": "Visi ir aptverti.",
    "state.waiting":
      "{n, plural, =0 {Visi ir aptverti.} zero {{n, number} ierakstu gaida nākamo zīmogu.} one {{n, number} ieraksts gaida nākamo zīmogu.} other {{n, number} ieraksti gaida nākamo zīmogu.}} Zīmogu saņemam reizi dienā.",
    "state.missing": "Zīmoga trūkst kopš {when}",
    "why.unreachable": "Izdevējs neatbild. Jāpārbauda adrese un tīkls.",
    "why.unauthorized": "Izdevējs neatzīst mūsu lietotājvārdu un paroli.",
    "why.refused": "Izdevējs zīmogu atteica.",
    "why.clock": "Mūsu un izdevēja pulksteņi atšķiras par vairāk nekā desmit minūtēm.",
    "why.untrusted":
      "Zīmoga sertifikāts neved līdz tiem sertifikātiem, kuriem iestāde uzticas (iestatījums TSA_…_ROOTS).",
    "why.wrong": "Atbilde nav derīgs laika zīmogs mūsu žurnālam (kods: {code}).",
    "why.asked": "Pēdējoreiz jautājām {when} ({authority}). Nekas nav zudis.",
    again: "Nākamais mēģinājums {when}.",
    all: "Visi laika zīmogi",
  },
  en: {
    title: "Time stamps",
    none: "There is no time stamp yet.",
    unset: "There are no time stamps",
    "unset.text":
      "The program has not been told of any time-stamp service, so only the institution itself vouches for when the entries of the log were made. A qualified electronic time stamp means that its date and time are taken as accurate until somebody proves otherwise (eIDAS Regulation, Article 41).",
    "unset.who": "Whoever runs the program names the service (setting TSA).",
    last: "Last time stamp",
    by: "Issued by",
    covers: "Covers",
    "covers.n":
      "{n, plural, =0 {no entry of the log} one {{n, number} entry of the log} other {{n, number} entries of the log}}",
    qualified: "Qualified",
    "qualified.listed": "The stamp says so. The institution found the service on the trusted list ({listed}).",
    "qualified.claimed": "The stamp says so. The institution has not looked it up on the trusted list.",
    "qualified.no": "No",
    papers: "Certificates",
    "papers.good": "Not revoked when the stamp was received.",
    "papers.unknown": "Not all of them could be checked for revocation. That alone does not make the stamp invalid.",
    state: "Newest entries",
    "state.covered": "All are covered.",
    "state.waiting":
      "{n, plural, =0 {All are covered.} one {{n, number} entry waits for the next stamp.} other {{n, number} entries wait for the next stamp.}} We get one a day.",
    "state.missing": "A stamp has been missing since {when}",
    "why.unreachable": "The service does not answer. Check its address and the network.",
    "why.unauthorized": "The service does not accept our user name and password.",
    "why.refused": "The service refused to stamp.",
    "why.clock": "Our clock and the service’s are more than ten minutes apart.",
    "why.untrusted":
      "The stamp’s certificate does not lead to those that the institution trusts (setting TSA_…_ROOTS).",
    "why.wrong": "The answer is not a valid time stamp over our log (code: {code}).",
    "why.asked": "We last asked on {when} ({authority}). Nothing is lost.",
    again: "Next try on {when}.",
    all: "All time stamps",
  },
});

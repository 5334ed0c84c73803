/** What every operation of the API does, in both languages: for the OpenAPI document and its page. An operation without words does not compile. */
import { texts } from "./say.ts";

export const API_TAGS = [
  "key",
  "purposes",
  "notices",
  "lists",
  "sign-ups",
  "imports",
  "campaigns",
  "issues",
  "people",
  "proofs",
  "counts",
] as const;
export type ApiTag = (typeof API_TAGS)[number];

export const apiTagTexts = texts<ApiTag>({
  lv: {
    key: "Atslēga",
    purposes: "Nolūki",
    notices: "Paziņojumi",
    lists: "Saraksti",
    "sign-ups": "Pieteikumi",
    imports: "Imports",
    campaigns: "Kampaņas",
    issues: "Jaunumu vēstules",
    people: "Cilvēki",
    proofs: "Pierādījumi",
    counts: "Skaitļi",
  },
  en: {
    key: "Key",
    purposes: "Purposes",
    notices: "Notices",
    lists: "Lists",
    "sign-ups": "Sign-ups",
    imports: "Imports",
    campaigns: "Campaigns",
    issues: "Newsletter issues",
    people: "People",
    proofs: "Proofs",
    counts: "Counts",
  },
});

export type ApiOperationId =
  | "readOwnKey"
  | "listPurposes"
  | "readPurpose"
  | "createPurpose"
  | "changePurpose"
  | "activatePurpose"
  | "endPurpose"
  | "readStatement"
  | "publishStatement"
  | "readPrivacyNotice"
  | "publishPrivacyNotice"
  | "readNotice"
  | "listLists"
  | "readList"
  | "createList"
  | "changeList"
  | "endList"
  | "countLists"
  | "readOffer"
  | "handOnSignUp"
  | "listImports"
  | "uploadImport"
  | "readImport"
  | "runImport"
  | "dropImport"
  | "listCampaigns"
  | "readCampaign"
  | "createCampaign"
  | "changeCampaign"
  | "previewCampaign"
  | "readCampaignNumbers"
  | "sendCampaign"
  | "pauseCampaign"
  | "resumeCampaign"
  | "cancelCampaign"
  | "listIssues"
  | "readIssue"
  | "createIssue"
  | "changeIssue"
  | "previewIssue"
  | "sendIssue"
  | "scheduleIssue"
  | "takeBackIssue"
  | "pauseIssue"
  | "resumeIssue"
  | "cancelIssue"
  | "readIssueNumbers"
  | "lookUpPerson"
  | "lookUpSuppression"
  | "recordWithdrawal"
  | "lookUpProofs"
  | "exportProofs";

export const apiOperationTexts = texts<ApiOperationId>({
  lv: {
    readOwnKey: "Ko drīkst šī atslēga un līdz kuram laikam tā ir spēkā",
    listPurposes: "Visi nolūki, sākot ar vecāko",
    readPurpose: "Viens nolūks ar datu apstrādes aprakstu",
    createPurpose: "Izveidot nolūka melnrakstu",
    changePurpose: "Mainīt nolūka aprakstu; spēkā esoša nolūka pamatu mainīt nevar",
    activatePurpose: "Sākt nolūku; jābūt publicētam piekrišanas tekstam",
    endPurpose: "Izbeigt nolūku, kuram vairs nav neviena saraksta",
    readStatement: "Nolūka jaunākais teksts visās valodās",
    publishStatement: "Publicēt nolūka teksta nākamo versiju",
    readPrivacyNotice: "Jaunākais privātuma paziņojums visās valodās",
    publishPrivacyNotice: "Publicēt privātuma paziņojumu, kā tas izriet no iestatījumiem un nolūkiem",
    readNotice: "Viens teksts pēc tā jaucējvērtības",
    listLists: "Visi saraksti, sākot ar vecāko",
    readList: "Viens saraksts; adreses te nav redzamas",
    createList: "Izveidot sarakstu spēkā esošam nolūkam",
    changeList: "Mainīt saraksta nosaukumu un solījumu",
    endList: "Slēgt tukšu sarakstu",
    countLists: "Cik adrešu ir katrā sarakstā",
    readOffer: "Saraksti, kuriem var pieteikties, un teksti, kas jāparāda",
    handOnSignUp:
      "Nodot pieteikumu; adreses īpašniekam tas jāapstiprina vēstulē, un atbilde vienmēr ir viena un tā pati",
    listImports: "Visi importi, sākot ar jaunāko",
    uploadImport: "Augšupielādēt un pārbaudīt datni; sarakstā vēl neviens netiek pievienots",
    readImport: "Viens imports un tas, ko atrada pārbaude",
    runImport: "Pievienot sarakstam pārbaudītās adreses",
    dropImport: "Atmest importu un dzēst visu, ko tas satur",
    listCampaigns: "Visas kampaņas, sākot ar jaunāko",
    readCampaign: "Viena kampaņa ar tās tekstiem",
    createCampaign: "Izveidot kampaņas melnrakstu",
    changeCampaign: "Mainīt melnrakstu; otras personas apstiprinājums zūd",
    previewCampaign: "Kā izskatīsies vēstule un jautājums, un kas vēl kavē sūtīt",
    readCampaignNumbers: "Kampaņas skaitļi šajā brīdī",
    sendCampaign: "Sākt sūtīšanu; jānosauc saņēmēju skaits, ko rādīja priekšskatījums",
    pauseCampaign: "Apturēt sūtīšanu",
    resumeCampaign: "Atsākt sūtīšanu; jānosauc brīdis, kad tā apturēta",
    cancelCampaign: "Atcelt kampaņu, kas vēl nav izsūtīta",
    listIssues: "Visas jaunumu vēstules, sākot ar jaunāko",
    readIssue: "Viena jaunumu vēstule ar tās saturu",
    createIssue: "Izveidot tukšu jaunumu vēstuli sarakstam",
    changeIssue: "Saglabāt melnrakstu; ja pa to laiku saglabājis kāds cits, nosūtītais paliek kā versija",
    previewIssue: "Kā vēstule izskatīsies un kas vēl kavē sūtīt",
    sendIssue: "Sākt sūtīšanu tūlīt",
    scheduleIssue: "Ieplānot sūtīšanu dienā un stundā pēc iestādes laika",
    takeBackIssue: "Atcelt ieplānoto laiku; vēstule atkal ir melnraksts",
    pauseIssue: "Apturēt sūtīšanu",
    resumeIssue: "Atsākt sūtīšanu; jānosauc brīdis, kad tā apturēta",
    cancelIssue: "Atcelt vēstuli, kas vēl nav izsūtīta",
    readIssueNumbers: "Cik vēstuļu nosūtīts, piegādāts un atsists",
    lookUpPerson: "Atrast cilvēku pēc precīzas adreses; apskate tiek ierakstīta piekļuves žurnālā",
    lookUpSuppression: "Vai uz adresi drīkst rakstīt; apskate tiek ierakstīta piekļuves žurnālā",
    recordWithdrawal: "Pierakstīt cilvēka atteikumu: kas, kā un kurā dienā to teica",
    lookUpProofs: "Cilvēka pierādījumi pēc precīzas adreses; apskate tiek ierakstīta piekļuves žurnālā",
    exportProofs: "Cilvēka pierādījumu komplekts kā ZIP datne",
  },
  en: {
    readOwnKey: "What this key may do, and until when it holds",
    listPurposes: "All purposes, oldest first",
    readPurpose: "One purpose with its sheet of the processing register",
    createPurpose: "Make the draft of a purpose",
    changePurpose: "Change the sheet; the basis of an active purpose stands",
    activatePurpose: "Begin a purpose; its statement must be published",
    endPurpose: "End a purpose that no list serves any more",
    readStatement: "The newest statement of a purpose, in every language",
    publishStatement: "Publish the next version of a statement",
    readPrivacyNotice: "The newest privacy notice, in every language",
    publishPrivacyNotice: "Publish the privacy notice as it follows from settings and purposes",
    readNotice: "One text by its hash",
    listLists: "All lists, oldest first",
    readList: "One list; addresses are not shown here",
    createList: "Make a list for an active purpose",
    changeList: "Change name and promise of a list",
    endList: "End an empty list",
    countLists: "How many addresses are on each list",
    readOffer: "Lists that are open for sign-up, and the texts to be shown",
    handOnSignUp: "Hand on a sign-up; its owner confirms it by mail, and the answer is always the same",
    listImports: "All imports, newest first",
    uploadImport: "Upload and check a file; nobody is added yet",
    readImport: "One import and what its check found",
    runImport: "Add the checked addresses to the list",
    dropImport: "Drop an import and delete everything it holds",
    listCampaigns: "All campaigns, newest first",
    readCampaign: "One campaign with its texts",
    createCampaign: "Make the draft of a campaign",
    changeCampaign: "Change the draft; the word of a second person ends",
    previewCampaign: "What mail and question will look like, and what still keeps it from being sent",
    readCampaignNumbers: "The numbers of a campaign at this moment",
    sendCampaign: "Begin to send; name the number of people that the preview showed",
    pauseCampaign: "Pause",
    resumeCampaign: "Go on; name the moment of the pause",
    cancelCampaign: "Cancel a campaign that is not out whole",
    listIssues: "All issues, newest first",
    readIssue: "One issue with its contents",
    createIssue: "Make an empty issue of a list",
    changeIssue: "Save the draft; if somebody else saved meanwhile, what was sent is kept as a version",
    previewIssue: "What the mail will look like, and what still keeps it from being sent",
    sendIssue: "Begin to send now",
    scheduleIssue: "Plan it for a day and an hour by the institution’s clock",
    takeBackIssue: "Take back what was planned: the issue is a draft again",
    pauseIssue: "Pause",
    resumeIssue: "Go on; name the moment of the pause",
    cancelIssue: "Cancel an issue that is not out whole",
    readIssueNumbers: "How many mails were sent, delivered and bounced",
    lookUpPerson: "Find a person by the exact address; the look stands in the access log",
    lookUpSuppression: "Whether an address may be written to; the look stands in the access log",
    recordWithdrawal: "Record a person’s “no”: who said it, how and on which day",
    lookUpProofs: "Proofs of a person by the exact address; the look stands in the access log",
    exportProofs: "The bundle of a person’s proofs as a ZIP file",
  },
});

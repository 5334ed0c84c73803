/** Every operation of the API, in the order in which the document tells of them. */
import type { Operation } from "./frame/operation.ts";
import { campaignOperations } from "./rooms/campaigns.ts";
import { importOperations } from "./rooms/imports.ts";
import { issueOperations } from "./rooms/issues.ts";
import { issueSendingOperations } from "./rooms/issues-sending.ts";
import { listOperations } from "./rooms/lists.ts";
import { noticeOperations } from "./rooms/notices.ts";
import { keyOperations } from "./rooms/own-key.ts";
import { peopleOperations } from "./rooms/people.ts";
import { proofOperations } from "./rooms/proofs.ts";
import { purposeOperations } from "./rooms/purposes.ts";
import { sendingOperations } from "./rooms/sending.ts";
import { signUpOperations } from "./rooms/sign-ups.ts";

export const operations: readonly Operation[] = [
  ...keyOperations,
  ...purposeOperations,
  ...noticeOperations,
  ...listOperations,
  ...signUpOperations,
  ...importOperations,
  ...campaignOperations,
  ...sendingOperations,
  ...issueOperations,
  ...issueSendingOperations,
  ...peopleOperations,
  ...proofOperations,
];

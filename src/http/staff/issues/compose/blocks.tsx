/**
 * The blocks of one language: each a group of fields with its acts, then what can be added. The same markup serves as the
 * templates from which the script makes new blocks; `__id__` stands there for the block's name.
 */

import type { Lang } from "../../../../domain/institution/rules.ts";
import { emptyBlock } from "../../../../domain/issues/rules/edit-text.ts";
import { BLOCK_KINDS, type IssueBlock, type IssueText } from "../../../../domain/issues/rules/issue.ts";
import type { StaffContext } from "../../../env.ts";
import { fieldId } from "../../../forms.ts";
import { Button, TextField } from "../../parts.tsx";
import { composerVoice } from "../frame.tsx";
import { BlockFields } from "./fields.tsx";

interface OfText {
  c: StaffContext;
  lang: Lang;
  text: IssueText;
}

export function Blocks({ c, lang, text }: OfText) {
  const t = composerVoice(c);
  return (
    <>
      <h3 class="composer-h" id={fieldId(`${lang}.blocks`)} tabindex={-1}>
        {t("edit.blocks")}
      </h3>
      <p class="quiet" data-no-blocks hidden={text.blocks.length > 0}>
        {t("edit.no-blocks")}
      </p>
      <ol class="composer-blocks" data-blocks={lang}>
        {text.blocks.map((block) => (
          <Block c={c} lang={lang} block={block} />
        ))}
      </ol>
      <Add c={c} lang={lang} />
    </>
  );
}

function Block({ c, lang, block }: { c: StaffContext; lang: Lang; block: IssueBlock }) {
  const t = composerVoice(c);
  const id = fieldId(`${lang}.${block.id}`);
  const act = (name: "up" | "down" | "remove") => (
    <button
      class="composer-act"
      type="submit"
      name="act"
      value={`${name}:${lang}:${block.id}`}
      id={`${id}-${name}`}
      aria-labelledby={`${id}-${name} ${id}-kind`}
      data-act={name}
    >
      {t(`block.${name}`)}
    </button>
  );
  return (
    <li class="composer-block" data-block={block.id} data-kind={block.kind}>
      <input type="hidden" name={`order.${lang}`} value={block.id} />
      <input type="hidden" name={`${lang}.${block.id}.kind`} value={block.kind} />
      <fieldset class="ds-fieldset" id={id} tabindex={-1}>
        <legend id={`${id}-kind`}>{t(`block.${block.kind}`)}</legend>
        <BlockFields c={c} lang={lang} block={block} />
      </fieldset>
      <div class="composer-acts">
        <button
          class="composer-act"
          type="button"
          id={`${id}-drag`}
          aria-labelledby={`${id}-drag ${id}-kind`}
          data-act="drag"
          hidden
        >
          {t("block.drag")}
        </button>
        {act("up")}
        {act("down")}
        {act("remove")}
      </div>
    </li>
  );
}

/** What can be added. A picture comes as its file, so that there is never a place for one without one. */
function Add({ c, lang }: { c: StaffContext; lang: Lang }) {
  const t = composerVoice(c);
  const { languages } = c.var.institution;
  const other = languages.find((one) => one !== lang);
  return (
    <fieldset class="ds-fieldset composer-add" data-add={lang}>
      <legend>{t("edit.add")}</legend>
      <div class="desk-acts">
        {BLOCK_KINDS.filter((kind) => kind !== "image").map((kind) => (
          <Button variant="secondary" name="act" value={`add:${lang}:${kind}`}>
            {t(`block.${kind}`)}
          </Button>
        ))}
      </div>
      <div class="composer-file">
        <TextField
          name={`new.${lang}.file`}
          type="file"
          accept="image/png,image/jpeg,image/gif"
          label={t("block.image.file")}
          hint={t("block.image.file.hint")}
          optional
        />
        <Button variant="secondary" name="act" value={`add:${lang}:image`}>
          {t("block.image.choose")}
        </Button>
        <p class="small quiet" data-file-busy hidden>
          {t("block.image.busy")}
        </p>
        <p class="ds-validation-message" data-file-problem role="alert" hidden></p>
      </div>
      {other && (
        <p class="small">
          <button
            class="desk-linkish"
            type="submit"
            name="act"
            value={`copy:${lang}`}
            aria-describedby={`copy-${lang}`}
          >
            {t("edit.copy", { lang: other })}
          </button>{" "}
          <span class="quiet" id={`copy-${lang}`}>
            {t("edit.copy.hint")}
          </span>
        </p>
      )}
    </fieldset>
  );
}

/** Empty blocks of every kind, for the script. */
export function Templates({ c, lang }: { c: StaffContext; lang: Lang }) {
  const blank = (kind: IssueBlock["kind"]): IssueBlock =>
    kind === "image" ? { id: "__id__", kind, image: "", alt: "" } : emptyBlock(kind, "__id__");
  return (
    <>
      {BLOCK_KINDS.map((kind) => (
        <template data-template={kind} data-lang={lang}>
          <Block c={c} lang={lang} block={blank(kind)} />
        </template>
      ))}
    </>
  );
}

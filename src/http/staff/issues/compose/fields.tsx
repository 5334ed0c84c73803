/** The fields of one block of an issue, by its kind. Names: `LANG.BLOCK.field` (read-form.ts). */

import type { Lang } from "../../../../domain/institution/rules.ts";
import type { IssueBlock, IssueLink } from "../../../../domain/issues/rules/issue.ts";
import type { StaffContext } from "../../../env.ts";
import { RichTextField } from "../../parts/rich-text.tsx";
import { Button, Checkbox, TextField } from "../../parts.tsx";
import { composerVoice } from "../frame.tsx";

interface FieldsProps<K extends IssueBlock["kind"]> {
  c: StaffContext;
  lang: Lang;
  block: Extract<IssueBlock, { kind: K }>;
}

const at = (p: { lang: Lang; block: IssueBlock }) => `${p.lang}.${p.block.id}`;

export function BlockFields(p: { c: StaffContext; lang: Lang; block: IssueBlock }) {
  const { block } = p;
  const t = composerVoice(p.c);
  switch (block.kind) {
    case "text":
      return <RichTextField name={`${at(p)}.text`} label={t("block.text")} value={block.text} lang={p.lang} labelled />;
    case "image":
      return <ImageFields {...p} block={block} />;
    case "button":
      return (
        <>
          <TextField
            name={`${at(p)}.label`}
            label={t("block.button.label")}
            hint={t("block.button.label.hint")}
            value={block.label}
            autocomplete="off"
            lang={p.lang}
          />
          <Href {...p} value={block.href} />
        </>
      );
    case "links":
      return <LinksFields {...p} block={block} />;
    case "event":
      return <EventFields {...p} block={block} />;
    case "divider":
      return <p class="quiet small">{t("block.divider.text")}</p>;
  }
}

function Href(p: { c: StaffContext; lang: Lang; block: IssueBlock; value: string | undefined; optional?: boolean }) {
  const t = composerVoice(p.c);
  return (
    <TextField
      name={`${at(p)}.href`}
      label={t("block.href")}
      hint={t("block.href.hint")}
      value={p.value ?? ""}
      autocomplete="off"
      inputmode="url"
      spellcheck={false}
      {...(p.optional && { optional: true as const })}
    />
  );
}

function ImageFields(p: FieldsProps<"image">) {
  const t = composerVoice(p.c);
  const { block } = p;
  return (
    <>
      <input type="hidden" name={`${at(p)}.image`} value={block.image} data-image />
      <img class="composer-picture" src={`/media/${block.image}`} alt={block.alt} data-picture />
      <TextField
        name={`${at(p)}.alt`}
        label={t("block.image.alt")}
        hint={t("block.image.alt.hint")}
        value={block.alt}
        autocomplete="off"
        lang={p.lang}
      />
      <Checkbox
        name={`${at(p)}.decorative`}
        label={t("block.image.decorative")}
        hint={t("block.image.decorative.hint")}
        checked={block.decorative === true}
      />
      <TextField
        name={`${at(p)}.caption`}
        label={t("block.image.caption")}
        value={block.caption ?? ""}
        autocomplete="off"
        lang={p.lang}
        optional
      />
      <Href {...p} value={block.href} optional />
    </>
  );
}

function EventFields(p: FieldsProps<"event">) {
  const t = composerVoice(p.c);
  const { block } = p;
  const about = (name: "title" | "when" | "place") => ({
    name: `${at(p)}.${name}`,
    label: t(`block.event.${name}`),
    value: block[name],
    autocomplete: "off",
    lang: p.lang,
  });
  return (
    <>
      <TextField {...about("title")} />
      <TextField {...about("when")} hint={t("block.event.when.hint")} />
      <TextField {...about("place")} />
      <Href {...p} value={block.href} optional />
    </>
  );
}

/** A row for each link and an empty one behind them; the script adds more of them. */
function LinksFields(p: FieldsProps<"links">) {
  const t = composerVoice(p.c);
  const { block } = p;
  const rows: IssueLink[] = [...block.items, { title: "", href: "" }];
  return (
    <>
      <TextField
        name={`${at(p)}.heading`}
        label={t("block.links.heading")}
        value={block.heading ?? ""}
        autocomplete="off"
        lang={p.lang}
        optional
      />
      <ol class="composer-links" data-links>
        {rows.map((row, i) => (
          <LinkRow c={p.c} lang={p.lang} at={at(p)} n={i + 1} row={row} />
        ))}
      </ol>
      <div data-with-script hidden>
        <Button type="button" variant="tertiary" name="" value="">
          {t("block.links.more")}
        </Button>
      </div>
    </>
  );
}

function LinkRow({ c, lang, at, n, row }: { c: StaffContext; lang: Lang; at: string; n: number; row: IssueLink }) {
  const t = composerVoice(c);
  const field = (name: "title" | "href" | "summary", label: string) => (
    <div class="ds-field">
      <label class="ds-label" for={`f-${at}.${name}-${n}`}>
        {label}
      </label>
      <input
        class="ds-input"
        id={`f-${at}.${name}-${n}`}
        name={`${at}.${name}`}
        value={row[name] ?? ""}
        autocomplete="off"
        lang={name === "href" ? undefined : lang}
        inputmode={name === "href" ? "url" : undefined}
      />
    </div>
  );
  return (
    <li>
      {field("title", t("block.links.title"))}
      {field("href", t("block.href"))}
      {field("summary", t("block.links.summary"))}
    </li>
  );
}

/** Tables and what belongs to them. The first cell of a row is its heading; figures stand right. */
// biome-ignore-all lint/a11y: CSS makes a grid of a stacked table on a phone, and only explicit roles keep it a table then
import type { Child } from "hono/jsx";
import { useFrame } from "../../page.tsx";

export interface Column {
  head: Child;
  /** Figures: right, in columns. */
  num?: boolean;
}

export interface Row {
  cells: readonly Child[];
  /** The row that the page is about. */
  current?: boolean;
}

export interface DataTableProps {
  /** Shown above the table and names it. Either this or `label`. */
  caption?: Child;
  /** Names the table where a heading above it already says so. */
  label?: string;
  columns: readonly Column[];
  rows: readonly Row[];
  /** Totals; they must agree with the rows. */
  foot?: readonly Child[];
  /**
   * narrow fits a phone, wide needs 52 rem; on a phone stack puts the second cell beside the first and the others below, lines
   * each below the other (for long first cells); otherwise 36 rem.
   */
  width?: "narrow" | "wide" | "stack" | "lines";
}

const num = (column: Column | undefined) => (column?.num ? "num" : undefined);

/** A table that scrolls sideways by itself, reachable with the keyboard. At most seven columns. */
export function DataTable(p: DataTableProps) {
  const { t } = useFrame();
  const captioned = p.caption !== undefined;
  const stack = p.width === "stack" || p.width === "lines";
  const role = (name: string) => (stack ? name : undefined);
  const row = (cells: readonly Child[], current?: boolean, foot?: boolean) => (
    <tr role={role("row")} aria-current={current ? "true" : undefined}>
      {cells.map((cell, index) => {
        const { head } = p.columns[index] ?? {};
        return index === 0 ? (
          <th scope="row" role={role("rowheader")} class={foot ? undefined : num(p.columns[0])}>
            {cell}
          </th>
        ) : (
          <td
            role={role("cell")}
            class={num(p.columns[index])}
            data-head={stack && typeof head === "string" ? head : undefined}
          >
            {cell}
          </td>
        );
      })}
    </tr>
  );
  const table = (
    <table
      class="ds-table"
      role={role("table")}
      data-narrow={p.width === "narrow" || stack || undefined}
      data-stack={p.width === "lines" ? "lines" : stack || undefined}
      data-wide={p.width === "wide" || undefined}
    >
      {captioned && <caption>{p.caption}</caption>}
      <thead role={role("rowgroup")}>
        <tr role={role("row")}>
          {p.columns.map((column) => (
            <th scope="col" role={role("columnheader")} class={num(column)}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role={role("rowgroup")}>{p.rows.map(({ cells, current }) => row(cells, current))}</tbody>
      {p.foot && <tfoot role={role("rowgroup")}>{row(p.foot, false, true)}</tfoot>}
    </table>
  );
  const label = p.label ?? (typeof p.caption === "string" ? p.caption : t("table"));
  return <Scroll label={label}>{table}</Scroll>;
}

/** Lets a wide table scroll, with a shadow at the edge that says so. */
export function Scroll(p: { label: string; children: Child }) {
  return (
    <section class="desk-scroll" aria-label={p.label} tabindex={0}>
      {p.children}
    </section>
  );
}

/** One way onward by key and one back; no page numbers. `note` says what is shown. */
export function Pager(p: {
  next?: { href: string; label: string } | undefined;
  prev?: { href: string; label: string } | undefined;
  note?: Child;
}) {
  const { t } = useFrame();
  if (!p.next && !p.prev && !p.note) return null;
  return (
    <nav class="desk-pager" aria-label={t("pager")}>
      <p>{p.note}</p>
      <div class="desk-acts">
        {p.prev && (
          <a class="ds-button" data-variant="secondary" href={p.prev.href} rel="prev">
            {p.prev.label}
          </a>
        )}
        {p.next && (
          <a class="ds-button" data-variant="secondary" href={p.next.href} rel="next">
            {p.next.label}
          </a>
        )}
      </div>
    </nav>
  );
}

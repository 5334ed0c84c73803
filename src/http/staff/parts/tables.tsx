/** Tables and what belongs to them. The first cell of a row is its heading; figures stand right. */
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
  /** narrow fits a phone, wide needs 52 rem; otherwise 36 rem. */
  width?: "narrow" | "wide";
}

const num = (column: Column | undefined) => (column?.num ? "num" : undefined);

/** A table that scrolls sideways by itself, reachable with the keyboard. At most seven columns. */
export function DataTable(p: DataTableProps) {
  const { t } = useFrame();
  const captioned = p.caption !== undefined;
  const table = (
    <table class="ds-table" data-narrow={p.width === "narrow" || undefined} data-wide={p.width === "wide" || undefined}>
      {captioned && <caption>{p.caption}</caption>}
      <thead>
        <tr>
          {p.columns.map((column) => (
            <th scope="col" class={num(column)}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {p.rows.map((row) => (
          <tr aria-current={row.current ? "true" : undefined}>
            {row.cells.map((cell, index) =>
              index === 0 ? (
                <th scope="row" class={num(p.columns[0])}>
                  {cell}
                </th>
              ) : (
                <td class={num(p.columns[index])}>{cell}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
      {p.foot && (
        <tfoot>
          <tr>
            {p.foot.map((cell, index) =>
              index === 0 ? <th scope="row">{cell}</th> : <td class={num(p.columns[index])}>{cell}</td>,
            )}
          </tr>
        </tfoot>
      )}
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

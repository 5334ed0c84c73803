/**
 * A table that must be read whole before an act: on a phone its rows become lines (LOOK-DESK). The roles keep it a table
 * for assistive technology where CSS makes it a grid.
 */
// biome-ignore-all lint/a11y: CSS makes a grid of the table on a phone, and only explicit roles keep it a table then
import type { Child } from "hono/jsx";
import { type Column, Scroll } from "../parts.tsx";

export interface StackTableProps {
  label: string;
  /** The second column is a figure or a short value: it stays beside the first on a phone. */
  columns: readonly (Column & { wide?: boolean })[];
  rows: readonly (readonly Child[])[];
  foot?: readonly Child[];
}

export function StackTable({ label, columns, rows, foot }: StackTableProps) {
  const row = (cells: readonly Child[]) => (
    <tr role="row">
      {cells.map((cell, i) =>
        i === 0 ? (
          <th scope="row" role="rowheader">
            {cell}
          </th>
        ) : (
          <td role="cell" class={columns[i]?.num ? "num" : undefined}>
            {cell}
          </td>
        ),
      )}
    </tr>
  );
  return (
    <Scroll label={label}>
      <table class="ds-table" data-narrow data-stack role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th scope="col" role="columnheader" class={column.num ? "num" : column.wide ? "col-select" : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">{rows.map(row)}</tbody>
        {foot && <tfoot role="rowgroup">{row(foot)}</tfoot>}
      </table>
    </Scroll>
  );
}

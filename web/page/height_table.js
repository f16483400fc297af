import { html, render } from "lit";
import { HEIGHTS } from "../element/room/figure_heights.js";
import { roomHeight } from "../element/room/room_rules.js";

/** Columns that authors have: a phone, a post, a wide page (px). */
const WIDTHS = [360, 700, 1100];

/**
 * The room that each figure takes at some widths, in each of its layouts.
 * @param {ParentNode} page
 */
export function listHeights(page) {
  const place = /** @type {HTMLElement | null} */ (page.querySelector("[data-heights]"));
  if (!place) return;
  const rows = Object.entries(HEIGHTS).flatMap(([figure, layouts]) =>
    Object.keys(layouts).map((layout) => ({ figure, layout })),
  );
  render(
    html`<table class="options">
      <caption>Heights, in pixels, in columns of three widths</caption>
      <thead>
        <tr><td></td>${WIDTHS.map((width) => html`<th scope="col">${width} wide</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ figure, layout }) => html`<tr>
            <th scope="row"><code>${figure}</code>${layout === "compact" ? ", compact" : ""}</th>
            ${WIDTHS.map((width) => html`<td>${roomHeight(figure, layout, width)}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>`,
    place,
  );
}

import { html, nothing, svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { framesOf, tilesOf } from "./tiles.js";

/**
 * Pictures of 8×8 dots in rows.
 * @param {ArrayLike<number>} values
 * @param {object} how
 * @param {number} how.count
 * @param {number} how.columns
 * @param {string} how.label
 * @param {number} [how.largest]
 * @param {string} [how.kind] a class name
 * @param {string} [how.caption]
 */
export function tilesView(values, { count, columns, label, largest, kind = "", caption }) {
  return guard([values, count, label, largest], () => {
    const tiles = tilesOf(values, count, columns, largest);
    return html`<figure class="digits-tiles ${kind}">
      <svg viewBox="-0.5 -0.5 ${tiles.width + 1} ${tiles.height + 1}" role="img" aria-label=${label}>
        ${shadesView(tiles, framesOf(count, columns))}
      </svg>
      ${caption ? html`<figcaption class="soft">${caption}</figcaption>` : nothing}
    </figure>`;
  });
}

/**
 * @param {import("./tiles.js").Tiles} tiles
 * @param {string} frames
 */
const shadesView = ({ shades }, frames) => svg`<path class="digits-frame" d=${frames}></path>
  ${shades.map(({ name, path }) => svg`<path class="digits-${name}" d=${path}></path>`)}`;

/** The marks of one image of 64 greys, 0 to 1. @param {number[]} dots */
export const inkShades = (dots) => shadesView(tilesOf(dots, 1, 1, 1), framesOf(1, 1));

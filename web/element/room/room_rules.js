/**
 * The room that a figure takes, kept before the figure is there: rules for the element itself, and for
 * pages on which it is not yet known.
 */

import { HEIGHTS } from "./figure_heights.js";

/** What an author's heading of one line adds (px). */
const HEADING = 35;

/** Where no room is kept: the picture alone is lower, and a given height is a given height. */
const OTHERWISE = '[controls="hidden"], [fit="height"]';

/**
 * Between two widths a height goes evenly from the first to the second; all in pixels.
 * @typedef {[from: number, to: number, first: number, second: number]} Stretch
 */

/**
 * The room that is kept for a figure of a width, in pixels.
 * @param {string} figure
 * @param {string} layout
 * @param {number} width
 */
export function roomHeight(figure, layout, width) {
  const stretches = stretchesOf(figure, layout);
  const last = stretches[stretches.length - 1];
  const [from, to, first, second] = stretches.find(([, end]) => width < end) ?? last;
  const part = Math.min(1, Math.max(0, (width - from) / (to - from)));
  return Math.ceil(first + part * (second - first));
}

/** Rules inside the element, for what stands there before the figure does, and for the figure. */
export function elementRoom() {
  return `${everyLayout((written, heights) => `:host(${written}) .room { ${heights("--room")} }`)}
:host(:not(${OTHERWISE})) .room { min-height: var(--room) }
:host([heading]:not(${OTHERWISE})) .room { min-height: calc(var(--room) + ${HEADING}px) }`;
}

/**
 * Rules for a page, as long as its script has not come: what is written in the element stands in the
 * room, which a float holds open, for a container cannot ask for its own width.
 */
export function pageRoom() {
  const unknown = "backprop-figure:not(:defined)";
  return `@media (scripting: enabled) {
${unknown} { display: flow-root; container-type: inline-size; margin-block: 16px }
${unknown}::before { content: ""; float: left; width: 0 }
${everyLayout((written, heights) => `${unknown}${written}::before { ${heights("height")} }`)}
${unknown}[heading]::before { margin-bottom: ${HEADING}px }
${unknown}:is(${OTHERWISE})::before { display: none }
${unknown}[fit="height"] { height: 100%; min-height: 320px; margin-block: 0 }
}
`;
}

/**
 * A rule for each figure in each of its layouts.
 * @param {(written: string, heights: (property: string) => string) => string} rule of the attributes
 *   that are written, and of what declares the heights by widths
 */
function everyLayout(rule) {
  return Object.keys(HEIGHTS)
    .flatMap((figure) =>
      ["full", "compact"].map((layout) =>
        rule(written(figure, layout), (property) =>
          declarations(property, stretchesOf(figure, layout)),
        ),
      ),
    )
    .join("\n");
}

/**
 * The attributes by which a figure of a layout is known; the network is meant where none is named.
 * @param {string} figure
 * @param {string} layout
 */
function written(figure, layout) {
  const named = `[figure="${figure}"]`;
  const figures = figure === "network" ? `:is(${named}, :not([figure]))` : named;
  return figures + (layout === "compact" ? '[layout="compact"]' : ':not([layout="compact"])');
}

/**
 * @param {string} property
 * @param {Stretch[]} stretches
 */
function declarations(property, stretches) {
  return stretches
    .map((stretch, index) => {
      const declared = `${property}: ${heightText(stretch)}`;
      return index === 0 ? declared : `@container (width >= ${stretch[0]}px) { ${declared} }`;
    })
    .join("; ");
}

/** @param {Stretch} stretch */
function heightText([from, to, first, second]) {
  const slope = (second - first) / (to - from);
  const start = first - slope * from;
  return `calc(${start.toFixed(1)}px + ${(100 * slope).toFixed(2)}cqi)`;
}

/**
 * @param {string} figure
 * @param {string} layout a figure that has no compact layout is as high in both
 * @returns {Stretch[]}
 */
function stretchesOf(figure, layout) {
  return HEIGHTS[figure][layout] ?? HEIGHTS[figure].full;
}

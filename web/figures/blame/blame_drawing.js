import { html, svg } from "lit";
import { words } from "./blame_words.js";

/** @typedef {import("./blame_messages.js").Blame} Blame */
/** @typedef {import("./blame_messages.js").BlameLink} BlameLink */
/** @typedef {ReturnType<typeof import("./blame_graph.js").blameGraph>} BlameGraph */

/**
 * The people and the links between them, each with its share of the blame.
 * @param {BlameGraph} graph
 * @param {BlameLink[]} links
 * @param {Blame} blame
 */
export function blameDrawing({ width, height, nodes, edges }, links, blame) {
  const percents = Object.fromEntries(links.map(({ name, percent }) => [name, percent]));
  const shares = nodes.map(({ id }) => `${nameOf(id)} ${blame.percent[id]}`);
  return html`<svg class="blame-graph" viewBox="0 0 ${width} ${height}" role="img"
    aria-label=${words.label(shares)}>
    ${edges.map((edge) => edgeMark(edge, percents[edge.name]))}
    ${nodes.map((node) => nodeMark(node, blame.percent[node.id], blame.nodes[node.id]))}
  </svg>`;
}

/** @param {string} id */
const nameOf = (id) => words.nodes[/** @type {keyof typeof words.nodes} */ (id)];

/**
 * @param {BlameGraph["edges"][number]} edge
 * @param {string} percent
 */
function edgeMark({ name, from, to, tip, label, thickness }, percent) {
  return svg`<g class="blame-edge" data-place="share:${name}">
    <line x1=${from.x} y1=${from.y} x2=${to.x} y2=${to.y} stroke-width=${thickness}></line>
    <path d=${tip}></path>
    <text x=${label.x} y=${label.y} text-anchor="middle">${percent}</text>
  </g>`;
}

/**
 * @param {BlameGraph["nodes"][number]} node
 * @param {string} percent
 * @param {number} share
 */
function nodeMark({ id, x, y, width, height, filled }, percent, share) {
  const [left, top] = [x - width / 2, y - height / 2];
  return svg`<g class="blame-node" data-place="blame:${id}" data-blame=${share}>
    <rect class="blame-box" x=${left} y=${top} width=${width} height=${height} rx="6"></rect>
    <rect class="blame-fill" x=${left} y=${top + height - 5} width=${filled} height="5"></rect>
    <text class="blame-name" x=${x} y=${y - 5} text-anchor="middle">${nameOf(id)}</text>
    <text class="blame-part" x=${x} y=${y + 14} text-anchor="middle">${percent}</text>
  </g>`;
}

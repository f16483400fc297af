import { html, nothing, svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { numberText, signedNumberText } from "../../kit/formula/number_text.js";
import { words } from "./graph_words.js";

/** @import { GraphLayout } from "./graph_layout.js" */
/** @import { GraphNode, GraphResult } from "./graph_messages.js" */
/** @import { GraphScene } from "./graph_scene.js" */

/**
 * @typedef {object} DrawnGraph
 * @property {GraphResult} result
 * @property {GraphLayout} layout
 * @property {GraphScene} scene
 * @property {number} current the node at which the keyboard stands
 * @property {(node: number) => void} choose
 * @property {(node: number) => void} moveTo the keyboard goes to another node
 */

/**
 * The graph from left to right: numbers above their wires, gradients below them.
 * @param {DrawnGraph} drawn
 */
export function graphDrawing(drawn) {
  const { result, layout, scene } = drawn;
  const { width, height } = layout;
  return html`<div class="graph-frame">
    <svg class="graph-drawing" width=${width} height=${height} viewBox="0 0 ${width} ${height}"
      role="group" aria-label=${words.drawing(result.nodes.length)}>
      ${layout.wires.map(({ path }, index) => {
        const { to } = result.wires[index];
        const isLit = scene.step.node === to && scene.step.formulas.length > 0;
        return guard(
          [path, isLit && scene.step.phase],
          () =>
            svg`<path class=${`graph-wire${isLit ? ` is-lit lit-${scene.step.phase}` : ""}`} d=${path}></path>`,
        );
      })}
      ${result.nodes.map((node, index) => guard(shownOf(drawn, index), () => nodeMark(drawn, node, index)))}
      ${layout.wires.map(({ share }, index) => shareMark(drawn, share, index))}
    </svg>
  </div>`;
}

/**
 * A short line in the colour of a direction, for the legend.
 * @param {"forward" | "backward"} direction
 */
export const legendKey = (
  direction,
) => html`<svg class="graph-key" viewBox="0 0 14 4" width="14" height="4"
  aria-hidden="true"><path class=${`key-${direction}`} d="M0 2H14"></path></svg>`;

/**
 * All that the mark of a node depends on: most steps change few of them.
 * @param {DrawnGraph} drawn
 * @param {number} index
 */
const shownOf = ({ result, layout, scene, current }, index) => [
  result,
  layout,
  scene.known[index],
  scene.gradients[index],
  scene.done[index],
  scene.wrong === index,
  scene.step.node === index && scene.step.phase,
  current === index,
];

/** A number with more users has only those shares written on its wires that are handed on now. */
const MANY_USES = 4;

/**
 * What went back along a wire to a number that has several users: its gradient is their sum.
 * @param {DrawnGraph} drawn
 * @param {[number, number]} share
 * @param {number} index
 */
function shareMark({ result, scene }, [x, y], index) {
  const amounts = scene.handed[index];
  const { from, to } = result.wires[index];
  const { uses } = result.nodes[from];
  const isShown = uses > 1 && (uses < MANY_USES || scene.step.node === to);
  if (amounts.length === 0 || !isShown) return nothing;
  return svg`<text class="graph-share" x=${x} y=${y} text-anchor="middle" data-share=${amounts.join(" ")}>
    ${amounts.map((amount) => signedNumberText(amount)).join(" ")}</text>`;
}

/**
 * @param {DrawnGraph} drawn
 * @param {GraphNode} node
 * @param {number} index
 */
function nodeMark({ result, layout, scene, current, choose, moveTo }, node, index) {
  const { x, y, width, numberX, mark, operands } = layout.nodes[index];
  const { known, gradients, done, step, wrong } = scene;
  const gradient = gradients[index];
  const isActive = step.node === index;
  const classes = [
    "graph-node",
    node.operation === null ? "is-leaf" : "is-made",
    isActive ? `is-lit lit-${step.phase}` : "",
    wrong === index ? "is-wrong" : "",
    done[index] ? "is-done" : "",
    node.unit === null ? "" : "is-unit",
  ].join(" ");
  const label = words.node({
    name: node.name,
    isConstant: node.is_constant,
    operands,
    operation: node.operation,
    value: known[index] ? numberText(node.value) : null,
    gradient: gradient === null ? null : numberText(gradient),
    isDone: done[index],
    isWrong: wrong === index,
  });
  const key = (/** @type {KeyboardEvent} */ event) => {
    const next = neighbour(result.nodes, index, event.key);
    if (next !== null) moveTo(next);
    else if (event.key === "Enter" || event.key === " ") choose(index);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return svg`<g class=${classes} role="button" tabindex=${index === current ? 0 : -1} data-node=${index}
    data-value=${known[index] ? node.value : nothing} data-gradient=${gradient ?? nothing}
    aria-label=${label} aria-current=${isActive ? "step" : nothing}
    @click=${() => choose(index)} @keydown=${key}>
    <rect class="graph-target" x=${x - 4} y=${y - 34} width=${numberX + 70 - x} height="68"></rect>
    <rect class="graph-mark" x=${x} y=${y - 18} width=${width} height="36"
      rx=${node.operation === null ? 4 : 18}></rect>
    ${
      node.unit === null
        ? nothing
        : svg`<rect class="graph-inside" x=${x + 4} y=${y - 14} width=${width - 8} height="28" rx="14"></rect>`
    }
    <text class="graph-symbol" x=${x + width / 2} y=${y + 5} text-anchor="middle">${mark}</text>
    ${
      node.operation === null
        ? nothing
        : svg`<text class=${node.is_named ? "graph-name" : "graph-name is-given"} x=${x + width / 2}
          y=${y - 23} text-anchor="middle">${node.drawn}</text>`
    }
    ${
      known[index] && !node.is_constant
        ? svg`<text class="graph-value" x=${numberX} y=${y - 7} data-place=${`value:${index}`}>${numberText(node.value)}</text>`
        : nothing
    }
    ${
      gradient === null
        ? nothing
        : svg`<text class="graph-gradient" x=${numberX} y=${y + 19} data-place=${`gradient:${index}`}>${numberText(gradient)}</text>`
    }
    ${
      wrong === index
        ? svg`<text class="graph-wrong" x=${x + width / 2} y=${y + 33} text-anchor="middle">${words.wrong}</text>`
        : nothing
    }
  </g>`;
}

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * The nearest node in the direction of an arrow key, or null where there is none.
 * @param {GraphNode[]} nodes
 * @param {number} from
 * @param {string} key
 */
export function neighbour(nodes, from, key) {
  const way = ARROWS[key];
  if (!way) return null;
  const here = nodes[from];
  let nearest = null;
  let least = Number.POSITIVE_INFINITY;
  nodes.forEach(({ column, row }, index) => {
    const [across, down] = [column - here.column, row - here.row];
    const along = across * way[0] + down * way[1];
    const aside = Math.abs(across * way[1]) + Math.abs(down * way[0]);
    const distance = along + 2 * aside;
    if (index === from || along <= 0 || (way[1] !== 0 && aside > 0) || distance >= least) return;
    [nearest, least] = [index, distance];
  });
  return nearest;
}

import { html, nothing, svg } from "lit";
import { lowerTicks, valueGrid } from "../../kit/charts/axes_view.js";
import { prompt } from "../../kit/figure/prompt.js";
import { words } from "./depth_words.js";

/** @import { DepthPlot } from "./depth_plot.js" */
/** @import { DepthResult } from "./depth_messages.js" */

const LARGEST_DOT = 5;

/** @typedef {{layer: number, choose: (layer: number) => void}} Chosen */

/**
 * The size of the gradient at every layer, and the size that the slopes alone would leave.
 * @param {DepthPlot} plot
 * @param {DepthResult} result
 * @param {string} measure
 * @param {Chosen} chosen
 */
export function gradientView(plot, result, measure, chosen) {
  const label = words.gradientLabel(words.measureName(measure), result.sentence);
  return html`${legend(result)}<div class="depth-plot" data-part="gradient">
    <svg class="depth-gradient" viewBox="0 0 ${plot.width} ${plot.height}" height=${plot.height}
      role="img" aria-label=${label}>
      ${axes(plot)} ${dots(plot, result, chosen.layer)}
      <path class="depth-bound" d=${plot.bound}></path>
      <text class="axis-text depth-faint" x=${plot.right} y=${plot.height - 4} text-anchor="end">
        ${words.direction}</text>
      ${columns(plot, chosen)}
    </svg>
  </div>`;
}

/** @param {DepthResult} result */
function legend({ steepest, training }) {
  return html`<ul class="legend depth-legend">
    <li><svg viewBox="0 0 30 10" aria-hidden="true"><path class="depth-bound" d="M1 5H29"></path></svg>
      ${words.bound(String(steepest))}</li>
    ${
      training.steps > 0
        ? html`<li><svg viewBox="0 0 30 10" aria-hidden="true"><path class="depth-start" d="M5 5H25"></path></svg>
            ${words.start}</li>`
        : nothing
    }
  </ul>`;
}

/**
 * How far each layer moved.
 * @param {DepthPlot} plot
 * @param {DepthResult} result
 * @param {Chosen} chosen
 */
export function movedView(plot, result, chosen) {
  const { steps, sentence } = result.training;
  return html`<div class="depth-moved-plot" data-part="moved">
    ${
      steps === 0
        ? html`<p class="depth-untrained">${words.untrained} ${prompt(words.untrainedPrompt)}</p>`
        : nothing
    }
    <svg class="depth-moved" viewBox="0 0 ${plot.width} ${plot.height}" height=${plot.height} role="img"
      aria-label=${words.movedLabel(sentence)}>
      ${axes(plot)} ${dots(plot, result, chosen.layer)} ${columns(plot, chosen)}
    </svg>
  </div>`;
}

/** @param {DepthPlot} plot */
function axes(plot) {
  const { left, right, bottom, xTicks, yTicks } = plot;
  return svg`${valueGrid(plot, yTicks)}
  <line class="axis-line" x1=${left} x2=${right} y1=${bottom} y2=${bottom}></line>
  ${lowerTicks(bottom, xTicks, { length: 0, baseline: 16 })}
  <text class="axis-text depth-faint" x=${left - 7} y=${bottom + 16}
    text-anchor="end">${words.layerAxis}</text>`;
}

/**
 * @param {DepthPlot} plot
 * @param {DepthResult} result
 * @param {number} chosen
 */
function dots({ dots: drawn, bottom }, { layers }, chosen) {
  return drawn.map(({ layer, x, middle, y, width, isZero, startY }) => {
    const radius = Math.min(LARGEST_DOT, width / 2) + (layer === chosen ? 1.5 : 0);
    const { signal, weight_gradient, moved } = layers[layer - 1];
    return svg`<g class=${layer === chosen ? "depth-layer depth-chosen" : "depth-layer"}
      data-layer=${layer} data-signal=${String(signal)}
      data-weight-gradient=${String(weight_gradient)} data-moved=${String(moved)}>
      ${
        isZero
          ? svg`<text class="axis-text depth-zero" x=${middle} y=${bottom - 4}
              text-anchor="middle">${words.exactlyZero}</text>`
          : svg`<circle class="depth-dot" cx=${middle} cy=${y} r=${radius}></circle>`
      }
      ${
        startY === null
          ? nothing
          : svg`<line class="depth-start" x1=${x} x2=${x + width} y1=${startY} y2=${startY}></line>`
      }
    </g>`;
  });
}

/**
 * Every layer's column, which is wide enough for a finger.
 * @param {DepthPlot} plot
 * @param {Chosen} chosen
 */
function columns({ columns: found, top, bottom }, { choose }) {
  return found.map(
    ({ x, width }, index) => svg`<rect class="depth-column" x=${x} y=${top} width=${width}
      height=${bottom - top} @click=${() => choose(index + 1)}></rect>`,
  );
}

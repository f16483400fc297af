import { svg } from "lit";
import { unitName, words } from "../../lesson/network_words.js";
import { valueAt } from "../../scene/trace_values.js";
import { numberText } from "../number_text.js";
import { baselineAfter, symbolSpans, unitSymbol } from "./symbols.js";

/** @typedef {import("./drawing.js").Scene} Scene */
/** @typedef {import("../../scene/network_layout.js").UnitPlace} UnitPlace */

/**
 * Every unit: a circle with its symbol, its activation and pre-activation, and its error signal
 * beside it, each from the moment it is known.
 * @param {Scene} scene
 */
export function unitMarks(scene) {
  return scene.layout.units.map((unit) => {
    const { layer, index, place, kind, x, y, radius } = unit;
    const { frame } = scene;
    const own = `${layer},${index}`;
    const [pre, error] = [`pre:${own}`, `error:${own}`];
    const input = kind === "input";
    const activation = input ? 1 : scene.shown(place);
    const classes = [place, pre, error].map(scene.stateClasses).join("");
    const done = activation === 1 && !input ? " is-known" : "";
    return svg`<g
      class="net-unit is-${kind}${done}${classes}"
      data-unit=${own}
      data-place=${place}
      data-activation=${String(valueAt(scene.result, place))}
      data-pre-activation=${input ? "" : String(valueAt(scene.result, pre))}
      data-error-signal=${input ? "" : String(valueAt(scene.result, error))}
      role=${input ? "button" : "img"}
      tabindex=${scene.tabIndex(place)}
      aria-label=${spokenUnit(scene, unit)}
    >
      <circle class="net-unit-halo" cx=${x} cy=${y} r=${radius + 4}></circle>
      <circle class="net-unit-body" cx=${x} cy=${y} r=${radius}></circle>
      ${frame.moving && frame.place !== null && sweeps(unit, frame) ? sweep(unit, frame) : ""}
      ${insideText(scene, unit, activation)}
    </g>${input ? "" : notes(scene, unit)}`;
  });
}

/**
 * The symbol in the middle of an empty unit; above the number once there is one.
 * @param {Scene} scene
 * @param {UnitPlace} unit
 * @param {number} activation how far it has appeared
 */
function insideText(scene, { layer, index, place, kind, x, y, radius, pre }, activation) {
  const { layout, result } = scene;
  const roomy = radius >= 26;
  const preInside = !layout.vertical && roomy && kind !== "input";
  const preShown = kind === "input" ? 0 : scene.shown(`pre:${layer},${index}`);
  const lifted = Math.max(activation, preInside ? preShown : 0);
  const lift = radius * (preInside ? 0.5 : radius > 20 ? 0.42 : 0.38);
  const symbol = unitSymbol(layout.layerSizes, layer, index);
  const number = y + radius * (preInside ? 0.15 : 0.34) + 1;
  const shown = numberText(valueAt(result, place), layout.unitDigits);
  return [
    svg`<text class="net-symbol" x=${x} y=${y + 5 - lift * lifted} text-anchor="middle">${symbolSpans(symbol)}</text>`,
    activation > 0
      ? svg`<text class="net-activation" x=${x} y=${number} text-anchor="middle" opacity=${activation}>${shown}</text>`
      : "",
    preInside && preShown > 0
      ? svg`<text class="net-pre" data-place="pre:${layer},${index}" x=${pre.x} y=${pre.y}
          text-anchor="middle" opacity=${preShown}>${numberText(valueAt(result, `pre:${layer},${index}`))}</text>`
      : "",
  ];
}

/**
 * The error signal beside the unit, or ∂E/∂a while it is all that is known of it; and the
 * pre-activation where the circle is too small for it.
 * @param {Scene} scene
 * @param {UnitPlace} unit
 */
function notes(scene, { layer, index, place, pre, error }) {
  const { frame, layout, result } = scene;
  const key = `${layer},${index}`;
  const errorShown = scene.shown(`error:${key}`);
  const quiet = !layout.notes && !frame.lit.has(place) ? " is-quiet" : "";
  const digits = layout.density === "roomy" ? 4 : 3;
  const slope = frame.unitGradients.get(place);
  const slopeShown = frame.arriving.has(`gradient:${place}`) ? frame.reveal : 1;
  const preShown = layout.vertical ? scene.shown(`pre:${key}`) : 0;
  const { letter, below, above } = unitSymbol(layout.layerSizes, layer, index);
  return svg`<g class="net-notes${quiet}" aria-hidden="true">
    ${
      preShown > 0
        ? svg`<text class="net-pre" data-place="pre:${key}" x=${pre.x} y=${pre.y}
            text-anchor=${pre.anchor} opacity=${preShown}><tspan class="net-letter">z</tspan> ${numberText(
              valueAt(result, `pre:${key}`),
              digits,
            )}</text>`
        : ""
    }
    ${
      slope !== undefined && errorShown < 1
        ? svg`<text class="net-error" x=${error.x} y=${error.y} text-anchor=${error.anchor}
            opacity=${Math.min(slopeShown, 1 - errorShown)}><tspan class="net-letter">∂E/∂${letter}</tspan> ${numberText(slope, 3)}</text>`
        : ""
    }
    ${
      errorShown > 0
        ? svg`<text class="net-error" data-place="error:${key}" x=${error.x} y=${error.y}
            text-anchor=${error.anchor} opacity=${errorShown}>${symbolSpans({ letter: "δ", below, above })}<tspan
            dy=${baselineAfter({ letter, below, above })}> ${numberText(
              valueAt(result, `error:${key}`),
              digits,
            )}</tspan></text>`
        : ""
    }
  </g>`;
}

/**
 * Whether the step under way happens inside this unit, with nothing that travels.
 * @param {UnitPlace} unit
 * @param {import("../../scene/network_motion.js").Frame} frame
 */
function sweeps({ layer, index }, { step, travellers }) {
  const [own] = step?.units ?? [];
  return (
    travellers.length === 0 && step?.phase !== "update" && own?.[0] === layer && own[1] === index
  );
}

/**
 * A stroke that runs once round the unit.
 * @param {UnitPlace} unit
 * @param {import("../../scene/network_motion.js").Frame} frame
 */
function sweep({ x, y, radius }, { position, phase }) {
  const passed = (position % 1).toFixed(3);
  return svg`<circle class="net-sweep role-${phase}" cx=${x} cy=${y} r=${radius} pathLength="1"
    stroke-dasharray="${passed} 1" transform="rotate(-90 ${x} ${y})"></circle>`;
}

/**
 * Such as "hidden unit 1, pre-activation 0.34, activation 0.5842".
 * @param {Scene} scene
 * @param {UnitPlace} unit
 */
function spokenUnit({ layout, result, frame }, { layer, index, place, kind }) {
  const name = unitName(layout.layerSizes, layer, index);
  if (kind === "input") return `${name}, ${numberText(valueAt(result, place))}`;
  const known = [
    { place: `pre:${layer},${index}`, word: words.preActivation },
    { place, word: words.activation },
    { place: `error:${layer},${index}`, word: words.errorSignal },
  ].filter((quantity) => frame.known.has(quantity.place));
  const values = known.map(({ place, word }) => `${word} ${numberText(valueAt(result, place))}`);
  return [name, ...values].join(", ");
}

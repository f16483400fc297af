import { nothing, svg } from "lit";
import { numberText } from "../../kit/formula/number_text.js";
import { unitName, words } from "../drawing_words.js";
import { valueAt } from "../motion/trace_values.js";
import { fittingText, numberSpans, numberWidth, typeSizes } from "./number_marks.js";
import { baselineAfter, symbolSpans, unitSymbol } from "./symbols.js";

/** @typedef {import("../drawing.js").Scene} Scene */
/** @typedef {import("../../contract/messages.js").Place} Place */
/** @typedef {import("../layout/network_layout.js").UnitPlace} UnitPlace */

/**
 * A symbol and its value beside a unit.
 * @typedef {object} NoteText
 * @property {import("../layout/network_layout.js").Note} at
 * @property {string} kind class name
 * @property {number} size px
 * @property {Place | null} place
 * @property {unknown} symbol parts of an SVG text
 * @property {number} symbolWidth px
 * @property {number} [drop] from the symbol's end back to the baseline
 * @property {number} value
 * @property {number} opacity
 */

/**
 * Every unit: a circle with its symbol, its activation and pre-activation, and its error signal beside it.
 * Each value is drawn as soon as it is known.
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
      data-pre-activation=${input ? nothing : String(valueAt(scene.result, pre))}
      data-error-signal=${input ? nothing : String(valueAt(scene.result, error))}
      role=${input ? "button" : scene.choosable}
      tabindex=${scene.tabIndex(place)}
      aria-label=${spokenUnit(scene, unit)}
    >
      <circle class="net-unit-halo" cx=${x} cy=${y} r=${radius + 4}></circle>
      <circle class="net-unit-body" cx=${x} cy=${y} r=${radius}></circle>
      ${frame.moving && frame.place !== null && sweeps(unit, frame) ? sweep(unit, frame) : ""}
    </g><g class="net-passive" aria-hidden="true">${insideText(scene, unit, activation)}</g>${
      input ? "" : notes(scene, unit)
    }`;
  });
}

/**
 * The symbol in the middle of an empty unit; smaller and above the number once there is one.
 * @param {Scene} scene
 * @param {UnitPlace} unit
 * @param {number} activation how far it has appeared
 */
function insideText({ layout, result, shown: shownAt }, unit, activation) {
  const { layer, index, place, kind, x, y, radius } = unit;
  const type = typeSizes(layout);
  const preInside = !layout.vertical && radius >= 26 && kind !== "input";
  const preKey = `pre:${layer},${index}`;
  const preShown = preInside ? shownAt(preKey) : 0;
  const lifted = Math.max(activation, preShown);
  const size = type.symbol * (1 - 0.22 * lifted);
  const symbolY = y + 5 - (5 + radius * (preInside ? 0.42 : radius > 21 ? 0.16 : 0.3)) * lifted;
  const numberY = y + radius * (preInside ? 0.17 : 0.46);
  const symbol = unitSymbol(layout.layerSizes, layer, index);
  // A small circle has no room for the layer's number, which its row tells as well.
  const shown = radius < 20 ? { ...symbol, above: undefined } : symbol;
  return [
    svg`<text class="net-symbol" x=${x} y=${symbolY} font-size=${size}
        text-anchor="middle">${symbolSpans(shown)}</text>`,
    activation > 0
      ? svg`<text class="net-activation" x=${x} y=${numberY} font-size=${type.activation}
          text-anchor="middle" opacity=${activation}>${numberSpans(
            fittingText(valueAt(result, place), {
              digits: layout.unitDigits,
              size: type.activation,
              width: 2 * radius - 4,
            }),
          )}</text>`
      : "",
    preShown > 0
      ? svg`<text class="net-pre" data-place=${preKey} x=${unit.pre.x} y=${unit.pre.y}
          font-size=${type.pre} text-anchor="middle" opacity=${preShown}>${numberSpans(
            fittingText(valueAt(result, preKey), {
              digits: layout.noteDigits,
              size: type.pre,
              width: 1.5 * radius,
            }),
          )}</text>`
      : "",
  ];
}

/**
 * The error signal beside the unit, or ∂E/∂a while it is all that is known of it; and the
 * pre-activation where the circle is too small for it.
 * @param {Scene} scene
 * @param {UnitPlace} unit
 */
function notes({ frame, layout, result, shown }, { layer, index, place, pre, error }) {
  const type = typeSizes(layout);
  const key = `${layer},${index}`;
  const alone = layout.vertical && !layout.notes;
  const errorShown = shown(`error:${key}`);
  const preShown =
    layout.vertical && !(alone && frame.phase === "backward") ? shown(`pre:${key}`) : 0;
  const slope = frame.unitGradients.get(place);
  const slopeShown = frame.arriving.has(`gradient:${place}`) ? frame.reveal : 1 - errorShown;
  const symbol = unitSymbol(layout.layerSizes, layer, index);
  const delta = layout.vertical ? { letter: "δ" } : { ...symbol, letter: "δ" };
  const computed = [place, `pre:${key}`, `error:${key}`].includes(frame.place ?? "");
  const quiet = layout.notes || computed ? "" : " is-quiet";
  const lean = (/** @type {string} */ letter) => svg`<tspan class="net-letter">${letter}</tspan>`;
  const partial = svg`<tspan class="net-math">∂</tspan>`;
  return svg`<g class="net-notes${quiet}" aria-hidden="true">${
    preShown > 0
      ? note({
          at: pre,
          kind: "net-pre",
          size: type.pre,
          place: `pre:${key}`,
          symbol: lean("z"),
          symbolWidth: 9,
          value: valueAt(result, `pre:${key}`),
          opacity: preShown,
        })
      : ""
  }${
    slope !== undefined && errorShown < 1
      ? note({
          at: error,
          kind: "net-error",
          size: type.note,
          place: null,
          symbol: svg`${partial}${lean("E")}/${partial}${lean(symbol.letter)}`,
          symbolWidth: 36,
          value: slope,
          opacity: slopeShown,
        })
      : ""
  }${
    errorShown > 0
      ? note({
          at: error,
          kind: "net-error",
          size: type.note,
          place: `error:${key}`,
          symbol: symbolSpans(delta),
          symbolWidth: delta.above ? 22 : 10,
          drop: baselineAfter(delta),
          value: valueAt(result, `error:${key}`),
          opacity: errorShown,
        })
      : ""
  }</g>`;

  /** @param {NoteText} text */
  function note({
    at,
    kind,
    size,
    place: noted,
    symbol: letters,
    symbolWidth,
    drop = 0,
    value,
    opacity,
  }) {
    const text = numberText(value, layout.noteDigits);
    const width = symbolWidth + 4 + numberWidth(text, size);
    const left = at.anchor === "start" ? at.x : at.x - width / 2;
    return svg`<g data-place=${noted ?? nothing} opacity=${opacity}><rect class="net-patch" x=${left - 2}
        y=${at.y - size} width=${width + 4} height=${size * 1.3} rx="3"></rect><text class=${kind}
        x=${at.x} y=${at.y} font-size=${size} text-anchor=${at.anchor}>${letters}<tspan
        dx="4" dy=${drop}>${numberSpans(text)}</tspan></text></g>`;
  }
}

/**
 * Whether the step under way happens inside this unit, with no value moving to it.
 * @param {UnitPlace} unit
 * @param {import("../motion/network_motion.js").Frame} frame
 */
function sweeps({ layer, index }, { step, travellers }) {
  const [own] = step?.units ?? [];
  return (
    travellers.length === 0 && step?.phase !== "update" && own?.[0] === layer && own[1] === index
  );
}

/**
 * A stroke that runs once around the unit.
 * @param {UnitPlace} unit
 * @param {import("../motion/network_motion.js").Frame} frame
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

import { nothing, svg } from "lit";
import { words } from "./drawing_words.js";
import { lossMark, targetMarks } from "./marks/loss_marks.js";
import { travellerMarks } from "./marks/traveller_marks.js";
import { unitMarks } from "./marks/unit_marks.js";
import { biasMarks, edgeLines, weightMarks } from "./marks/weight_marks.js";
import { neighbour, tabStop } from "./motion/network_traversal.js";
import { parameterPlaces } from "./motion/trace_values.js";
import { placeAddress, weightPlace } from "./places.js";

export { valuesTable } from "./values_table.js";

/** @typedef {import("../contract/messages.js").Place} Place */
/** @typedef {import("./pass_messages.js").Pass} Pass */
/** @typedef {import("../contract/messages.js").WeightAddress} WeightAddress */
/** @typedef {import("./layout/network_layout.js").NetworkLayout} NetworkLayout */
/** @typedef {import("./motion/network_motion.js").Frame} Frame */

/**
 * What a drawing reports to its owner.
 * @typedef {object} Handlers
 * @property {(address: WeightAddress) => void} [onSelect] a weight or bias was clicked or entered
 * @property {(place: Place) => void} [onChoose] any other place was clicked or entered
 * @property {(place: Place | null) => void} [onHover]
 * @property {(place: Place) => void} [onCurrent] the keyboard has moved to another place, which the
 *   owner passes as `current` from then on
 */

/**
 * @typedef {object} Drawing
 * @property {NetworkLayout} layout
 * @property {Pass} result
 * @property {Frame} frame
 * @property {WeightAddress | Place | null} [selected]
 * @property {Place | null} [hovered]
 * @property {Iterable<number>} [frozen] indices into `result.parameters`
 * @property {Iterable<number>} [isNew] of those that a change of shape has brought
 * @property {Place | null} [current] where the drawing's one tab stop is
 * @property {string} [describedBy] id, in the same root, of what describes the drawing
 * @property {Handlers} [handlers]
 */

/**
 * What every mark needs to know.
 * @typedef {object} Scene
 * @property {NetworkLayout} layout
 * @property {Pass} result
 * @property {Frame} frame
 * @property {Place | null} selected
 * @property {Set<Place>} frozen
 * @property {Set<Place>} isNew
 * @property {(place: Place) => string} stateClasses ` is-lit lit-forward`, ` is-traced`, ` is-hovered`, ` is-selected`
 * @property {(place: Place) => "0" | "-1"} tabIndex
 * @property {"button" | "img"} choosable the role of a unit and of the loss: a button where choosing one does something
 * @property {(place: Place) => number} shown how far the value at a place has appeared, 0 to 1
 */

/**
 * A network with everything that is known at a frame, as one `<svg>` with the size of its layout.
 * A function of its arguments; it draws in Node as well.
 * @param {Drawing} drawing
 */
export function networkDrawing(drawing) {
  const { layout, describedBy, handlers = {} } = drawing;
  const scene = sceneOf(drawing);
  const role = layout.vertical ? "runs-down" : "runs-right";
  const phase = scene.frame.phase ? `phase-${scene.frame.phase}` : "";
  return svg`<svg
    class="network-drawing density-${layout.density} ${role} ${phase}"
    viewBox="0 0 ${layout.width} ${layout.height}"
    width=${layout.width}
    height=${layout.height}
    role="group"
    tabindex="-1"
    aria-roledescription=${words.drawingRole}
    aria-label=${words.drawing}
    aria-describedby=${describedBy ?? nothing}
    @click=${(/** @type {Event} */ event) => chosen(event, handlers)}
    @keydown=${(/** @type {KeyboardEvent} */ event) => keyPressed(event, layout)}
    @focusin=${(/** @type {Event} */ event) => handlers.onCurrent?.(placeOf(event) ?? "")}
    @pointerover=${(/** @type {Event} */ event) => handlers.onHover?.(placeOf(event))}
    @pointerleave=${() => handlers.onHover?.(null)}
  >${edgeLines(scene)}${unitMarks(scene)}${biasMarks(scene)}${targetMarks(scene)}${lossMark(
    scene,
  )}${weightMarks(scene)}${travellerMarks(scene)}</svg>`;
}

/**
 * @param {Drawing} drawing
 * @returns {Scene}
 */
function sceneOf(drawing) {
  const { layout, result, frame, selected = null, hovered, current } = drawing;
  const places = parameterPlaces(result);
  const chosen = typeof selected === "object" && selected ? weightPlace(selected) : selected;
  const placed = (/** @type {Iterable<number>} */ indices = []) =>
    new Set(Array.from(indices, (index) => places[index]));
  const stop = tabStop(layout, [current, chosen]);
  const roles = litRoles(frame);
  return {
    layout,
    result,
    frame,
    selected: chosen,
    frozen: placed(drawing.frozen),
    isNew: placed(drawing.isNew),
    stateClasses: (place) =>
      (frame.lit.has(place) ? ` is-lit lit-${roles.get(place) ?? frame.phase}` : "") +
      (frame.place === place ? " is-computed" : "") +
      (frame.traced?.has(place) ? " is-traced" : "") +
      (hovered === place ? " is-hovered" : "") +
      (chosen === place ? " is-selected" : ""),
    tabIndex: (place) => (place === stop ? "0" : "-1"),
    choosable: drawing.handlers?.onChoose ? "button" : "img",
    shown: (place) => (frame.known.has(place) ? 1 : frame.arriving.has(place) ? frame.reveal : 0),
  };
}

/**
 * The role that a lit place has in the step: an activation belongs to the forward pass even where a
 * backward step uses it.
 * @param {Frame} frame
 */
function litRoles({ arrows, travellers }) {
  return new Map([...arrows, ...travellers].map(({ from, role }) => [from, role]));
}

/**
 * The place of the mark in which an event happened.
 * @param {Event} event
 * @returns {Place | null}
 */
function placeOf(event) {
  const mark = /** @type {Element} */ (event.target).closest("[data-place]");
  return mark?.getAttribute("data-place") ?? null;
}

/**
 * @param {Event} event
 * @param {Handlers} handlers
 */
function chosen(event, { onSelect, onChoose }) {
  const place = placeOf(event);
  if (!place) return;
  const address = placeAddress(place);
  if (address) onSelect?.(address);
  else onChoose?.(place);
}

/**
 * Arrows move between the places of the drawing; Enter and Space press the one they stand on.
 * @param {KeyboardEvent} event
 * @param {NetworkLayout} layout
 */
function keyPressed(event, layout) {
  const place = placeOf(event);
  if (!place || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
  const mark = /** @type {Element} */ (event.target);
  if (event.key === "Enter" || event.key === " ") {
    if (mark.getAttribute("role") !== "button") return;
    mark.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
  } else {
    const next = neighbour(layout, place, event.key);
    if (next === place && !/^(Arrow|Home|End)/.test(event.key)) return;
    const drawing = /** @type {Element} */ (event.currentTarget);
    const found = drawing.querySelector(`[data-place="${next}"][tabindex]`);
    /** @type {SVGElement | null} */ (found)?.focus();
  }
  event.preventDefault();
  event.stopPropagation();
}

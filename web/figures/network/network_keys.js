/** @typedef {import("./editing/edited_places.js").EditedPlaces} EditedPlaces */
/** @typedef {import("./traced_network.js").TracedNetwork} TracedNetwork */

/**
 * What keys can do in the figure.
 * @typedef {object} Actions
 * @property {TracedNetwork} network
 * @property {EditedPlaces} places
 * @property {(place: string, text: string) => void} typeInto opens a place's field with this text
 * @property {(count: number) => void} step
 * @property {() => void} playOrPause
 * @property {() => void} close closes the chain rule
 */

/**
 * The action of a key in the network figure, or null when the key is not one of its own.
 * @param {KeyboardEvent} event
 * @param {Actions} actions
 * @returns {(() => void) | null}
 */
export function keyAction(event, actions) {
  const target = /** @type {Element} */ (event.target);
  const types = target.closest("input[type=text], select, .cm-editor") !== null;
  if (types && event.key !== "Escape") return null;
  if (event.ctrlKey || event.metaKey) return historyAction(event, actions.network);
  return drawingAction(event, target, actions) ?? passAction(event.key, target, actions);
}

/**
 * @param {KeyboardEvent} event with Ctrl, or Command
 * @param {TracedNetwork} network
 * @returns {(() => void) | null}
 */
function historyAction({ key, shiftKey }, network) {
  const letter = key.toLowerCase();
  if (letter === "y" || (letter === "z" && shiftKey)) return () => network.redo();
  return letter === "z" ? () => network.undo() : null;
}

/**
 * On a value of the drawing, Shift with an arrow key changes it, and any letter that may begin a number opens
 * its field. That includes point and comma, which elsewhere step through the pass.
 * @param {KeyboardEvent} event
 * @param {Element} target
 * @param {Actions} actions
 * @returns {(() => void) | null}
 */
function drawingAction({ key, shiftKey }, target, { places, typeInto }) {
  const place = target.closest(".stage [data-place]")?.getAttribute("data-place") ?? "";
  if (places.valueAt(place) === null) return null;
  const by = { ArrowUp: 0.1, ArrowDown: -0.1 }[key];
  if (shiftKey && by) return () => places.move(place, by, `keys ${place}`);
  return /^[-−+.,\d]$/.test(key) ? () => typeInto(place, key) : null;
}

/**
 * @param {string} key
 * @param {Element} target
 * @param {Actions} actions
 * @returns {(() => void) | null}
 */
function passAction(key, target, { network, step, playOrPause, close }) {
  const presses = target.closest("button, summary, input, [role=button]") !== null;
  if (key === " " && !presses) return playOrPause;
  if (key === ",") return () => step(-1);
  if (key === ".") return () => step(1);
  return key === "Escape" && network.state.selected ? close : null;
}

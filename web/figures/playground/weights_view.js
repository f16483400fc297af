import { html, nothing } from "lit";
import { checkbox } from "../../kit/fields/checkbox.js";
import { choiceMenu } from "../../kit/fields/choice_menu.js";
import { isAfter } from "./changes.js";
import { words } from "./playground_words.js";

/** @import { NumberFields } from "../../kit/fields/number_fields.js" */
/** @import { PlaygroundResult, UnitParameter } from "./playground_messages.js" */
/** @import { PlaygroundState } from "./playground_state.js" */

/**
 * The weights and the bias of one unit, which a reader may change or freeze while the network trains.
 * @param {PlaygroundState} state
 * @param {PlaygroundResult} result
 * @param {NumberFields} numbers
 * @param {(partial: Record<string, unknown>) => void} set
 */
export function weightsView({ unit, features, changes }, result, numbers, set) {
  const [, ...layers] = result.layer_sizes;
  const places = layers.flatMap((units, at) =>
    Array.from({ length: units }, (_, place) => `${at + 1},${place}`),
  );
  const isOutput = (/** @type {number} */ layer) => layer === layers.length;
  const nameOf = (/** @type {string} */ place) => {
    if (place === "") return words.noUnit;
    const [layer, at] = place.split(",").map(Number);
    if (!isOutput(layer)) return `${words.layerName(layer)}, ${words.unitName(at)}`;
    return layers[layer - 1] > 1 ? words.outputName(at) : words.output;
  };
  const sourceName = (/** @type {number | null} */ source) => {
    if (source === null) return words.bias;
    const [layer] = /** @type {number[]} */ (unit);
    return words.weightFrom(
      layer === 1 ? words.featureName(features[source]) : words.unitName(source),
    );
  };
  // A box shows at once what was chosen; the answer comes after it.
  const isFrozen = (/** @type {UnitParameter} */ { index, frozen }) =>
    changes.findLast(
      (change) =>
        change.index === index && change.frozen !== undefined && !isAfter(change, result.run),
    )?.frozen ?? frozen;
  const parameter = (/** @type {UnitParameter} */ each) => {
    const { index, source, value } = each;
    const name = sourceName(source);
    const field = `frozen[${index}]`;
    return html`<div class="playground-parameter" role="group" aria-label=${name}>
      ${numbers.template({ field: `value[${index}]`, label: name, value, nudge: 0.1 })}
      ${checkbox(words.frozen, isFrozen(each), () => set({ [field]: !isFrozen(each) }), field)}
    </div>`;
  };
  const chosen = unit === null ? null : result.unit;
  return html`<div class="field-row">
      ${choiceMenu({
        name: "unit",
        label: words.unitShown,
        value: unit === null ? "" : unit.join(","),
        choices: ["", ...places],
        nameOf,
        set: (place) => set({ unit: place === "" ? null : place.split(",").map(Number) }),
      })}
    </div>
    ${chosen ? html`<div class="field-row" data-part="weights">${chosen.map(parameter)}</div>` : nothing}`;
}

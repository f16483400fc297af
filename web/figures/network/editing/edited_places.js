import { parameterIndex } from "../../../drawing/parameter_order.js";
import { placeAddress } from "../../../drawing/places.js";
import { nudged } from "../../../kit/fields/number_fields.js";

/** @typedef {import("../traced_network.js").TracedNetwork} TracedNetwork */
/** @typedef {import("../../../contract/messages.js").WeightAddress} WeightAddress */

/**
 * The values that a reader may change by hand: every input, target, weight and bias, each known by its place
 * in the drawing or by the name of its field.
 */
export class EditedPlaces {
  /** @param {TracedNetwork} network */
  constructor(network) {
    this.network = network;
  }

  /**
   * The value at a place, or null where a reader can change nothing.
   * @param {string} place
   * @returns {number | null}
   */
  valueAt(place) {
    const { drawn } = this.network;
    const address = placeAddress(place);
    if (address) return drawn.parameters[parameterIndex(drawn, address)];
    const item = listItem(this.fieldOf(place) ?? "");
    return item ? drawn[item.list][item.index] : null;
  }

  /**
   * @param {string} place
   * @param {number} value
   * @param {string} name consecutive edits with this name are undone together
   */
  change(place, value, name) {
    const address = placeAddress(place);
    if (address) this.#changeWeight(address, value, name);
    else this.setField(this.fieldOf(place) ?? "", value, name);
  }

  /**
   * @param {string} place
   * @param {number} by
   * @param {string} name
   */
  move(place, by, name) {
    const value = this.valueAt(place);
    if (value !== null) this.change(place, nudged(value, by), name);
  }

  /**
   * Sets a field to a value, if the value is good.
   * @param {string} field `weight` is the selected one
   * @param {string | number} value
   * @param {string} [name]
   * @returns {string | null} why it was refused
   */
  setField(field, value, name = `type ${field}`) {
    const { selected } = this.network.state;
    if (field === "weight") return selected && this.#changeWeight(selected, value, name);
    const item = listItem(field);
    if (!item) return this.network.edit({ [field]: value }, name);
    /** @type {(string | number)[]} */
    const values = [...this.network.state[item.list]];
    values[item.index] = value;
    return this.network.edit({ [item.list]: values }, name);
  }

  /**
   * The field of the state behind a place that is not a weight or bias.
   * @param {string} place
   */
  fieldOf(place) {
    const [, kind, index] = /^(unit:0,|input:|target:)(\d+)$/.exec(place) ?? [];
    if (!kind) return null;
    return `${kind === "target:" ? "targets" : "inputs"}[${index}]`;
  }

  /** @param {WeightAddress} address */
  isFrozen(address) {
    const { state } = this.network;
    return state.frozen.includes(parameterIndex(state, address));
  }

  /**
   * @param {WeightAddress} address
   * @param {string | number} value
   * @param {string} name
   */
  #changeWeight(address, value, name) {
    const { drawn } = this.network;
    /** @type {(string | number)[]} */
    const parameters = [...drawn.parameters];
    parameters[parameterIndex(drawn, address)] = value;
    return this.network.edit({ parameters }, name);
  }
}

/**
 * @param {string} field such as `inputs[1]`
 * @returns {{list: "inputs" | "targets", index: number} | null}
 */
function listItem(field) {
  const [, list, index] = /^(inputs|targets)\[(\d+)\]$/.exec(field) ?? [];
  if (list !== "inputs" && list !== "targets") return null;
  return { list, index: Number(index) };
}

import { html } from "lit";
import { checkbox } from "../../../kit/fields/checkbox.js";
import { choiceMenu, titleOf } from "../../../kit/fields/choice_menu.js";
import { words } from "../network_figure_words.js";
import { fieldsWithBiasesHeld, holdsBiases } from "./held_biases.js";

/** @typedef {import("../traced_network.js").TracedNetwork} TracedNetwork */
/** @typedef {import("../../../kit/fields/number_fields.js").NumberFields} NumberFields */

/** @typedef {{network: TracedNetwork, fields: NumberFields}} Editor */

/**
 * The example: which one, its numbers, the learning rate, and undo and redo.
 * @param {Editor} editor
 */
export function valuesEditor({ network, fields }) {
  const { history } = network;
  return html`<section class="editor" role="group" aria-label=${words.example}>
    <div class="row">
      ${presetMenu(network)} ${valueFields(network, fields)}
      ${fields.template({
        field: "learning_rate",
        label: html`${words.learningRate} <i>η</i>`,
        value: network.state.learning_rate,
      })}
      <span class="undo">
        <button class="button quiet" aria-disabled=${history.past.length === 0} @click=${() => network.undo()}>
          ${words.undo}
        </button>
        <button class="button quiet" aria-disabled=${history.future.length === 0} @click=${() => network.redo()}>
          ${words.redo}
        </button>
      </span>
    </div>
    <p class="soft hint">${words.hint}</p>
  </section>`;
}

/**
 * The network: its layers, units, activations and loss, and the seed that draws its weights.
 * @param {Editor} editor
 */
export function shapeEditor({ network, fields }) {
  return html`<div class="row">${layerFields(network)}</div>
    <div class="row">
      ${menu({
        label: words.loss,
        value: network.state.loss,
        choices: lossChoices(network),
        choose: (loss) => network.edit({ loss }),
      })}
      ${checkbox(words.biases, network.state.use_biases, () =>
        network.reshape({ use_biases: !network.state.use_biases }),
      )}
      ${
        network.state.use_biases
          ? checkbox(words.holdBiases, holdsBiases(network.state), () =>
              network.edit(fieldsWithBiasesHeld(network.state, !holdsBiases(network.state))),
            )
          : ""
      }
      ${fields.template({ field: "seed", label: words.seed, value: network.state.seed, nudge: 1 })}
      <button class="button" @click=${() => network.edit({ parameters: null })}>${words.draw}</button>
    </div>
    <p class="soft">${words.shapeNote}</p>`;
}

/** @param {TracedNetwork} network */
function presetMenu(network) {
  const { presets, textbook } = network.host.describe;
  const choices = Object.entries(presets).map(([name, { title }]) => ({ name, title }));
  const own = network.state.preset === null ? [{ name: "", title: words.ownNetwork }] : [];
  const groupOf = (/** @type {string} */ name) =>
    name === "" ? "" : textbook.includes(name) ? words.fromBooks : words.ours;
  return menu({
    label: words.preset,
    value: network.state.preset ?? "",
    choices: [...own, ...choices],
    choose: (preset) => preset && network.edit({ preset }),
    groupOf,
  });
}

/**
 * @param {TracedNetwork} network
 * @param {NumberFields} fields
 */
function valueFields({ state }, fields) {
  const inputs = state.inputs.map((value, index) =>
    fields.template({
      field: `inputs[${index}]`,
      label: html`<i>x</i><sub>${index + 1}</sub>`,
      value,
      place: `input:${index}`,
    }),
  );
  const targets = state.targets.map((value, index) =>
    fields.template({
      field: `targets[${index}]`,
      label: html`<i>t</i>${state.targets.length > 1 ? html`<sub>${index + 1}</sub>` : ""}`,
      value,
      place: `target:${index}`,
    }),
  );
  return [...inputs, ...targets];
}

/** @param {TracedNetwork} network */
function layerFields(network) {
  const { layer_sizes: sizes, activations } = network.state;
  const { limits, activations: hidden, output_activations: output } = network.host.describe;
  const last = sizes.length - 1;
  const setLayers = (/** @type {number} */ count) => {
    const inner = Array.from(
      { length: count },
      (_, index) => sizes[index + 1 < last ? index + 1 : last - 1] ?? 2,
    );
    network.reshape({ layer_sizes: [sizes[0], ...inner.map((size) => size || 2), sizes[last]] });
  };
  return [
    menu({
      label: words.layers,
      value: String(last - 1),
      choices: counted(limits.layers.minimum - 2, limits.layers.maximum - 2),
      choose: (count) => setLayers(Number(count)),
    }),
    ...sizes.map((size, index) => {
      const name = words.layerName(index, last);
      return html`<span class="layer">
        ${menu({
          label: words.units(name),
          value: String(size),
          choices: counted(limits.units.minimum, limits.units.maximum),
          choose: (count) => network.reshape({ layer_sizes: sizes.with(index, Number(count)) }),
        })}
        ${
          index === 0
            ? ""
            : menu({
                label: words.activation(name),
                value: activations[index - 1],
                choices: named(index === last ? output : hidden),
                choose: (choice) =>
                  network.edit({ activations: activations.with(index - 1, choice) }),
              })
        }
      </span>`;
    }),
  ];
}

/** @param {TracedNetwork} network */
function lossChoices({ state, host }) {
  return named(host.describe.losses_for_output[state.activations[state.activations.length - 1]]);
}

/**
 * @param {object} options
 * @param {unknown} options.label
 * @param {string} options.value
 * @param {{name: string, title: string}[]} options.choices
 * @param {(name: string) => void} options.choose
 * @param {(name: string) => string} [options.groupOf]
 */
const menu = ({ label, value, choices, choose, groupOf }) =>
  choiceMenu({
    label,
    value,
    choices: choices.map(({ name }) => name),
    nameOf: (name) => titleOf(choices, name),
    set: choose,
    groupOf,
  });

/** @param {string[]} names */
const named = (names) =>
  names.map((name) => ({
    name,
    title: words.names[/** @type {keyof typeof words.names} */ (name)] ?? name,
  }));

/**
 * @param {number} from
 * @param {number} to
 */
const counted = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    name: String(from + index),
    title: String(from + index),
  }));

/** What the figure `graph` is showing, and every way in which that changes. */

import { unknownField, withChanges } from "../../kit/fields/field_table.js";
import { listOf, numberWithin, oneOf, Refused, trueOrFalse } from "../../kit/fields/fields.js";
import {
  flag,
  number,
  numbersUpTo,
  orNone,
  text,
  unreadable,
  word,
} from "../../kit/fields/link_forms.js";

import { checkedNetwork, networkForm } from "./graph_network.js";

/** @import { DescribeResult } from "../../contract/messages.js" */
/** @import { LinkForm } from "../../kit/fields/link_forms.js" */
/** @import { GraphMessage, GraphResult } from "./graph_messages.js" */

/**
 * @typedef {object} GraphState
 * @property {string} formula
 * @property {Record<string, number>} values of its names
 * @property {import("./graph_network.js").GraphNetwork | null} network in place of the formula
 * @property {string | null} opened which of its units is drawn number by number; null: as many as fit
 * @property {string} order of the way back
 * @property {number[]} picks the nodes that hand on, where the order is the reader's own
 * @property {number} step of the way there and back
 * @property {boolean} code_open the source is shown
 */

/** That a link may bring; the engine has a limit of its own. */
const MOST_VALUES = 200;

/**
 * Numbers by their names, as `x:-2,y:5`.
 * @type {LinkForm<Record<string, number>>}
 */
const valuesByName = {
  write: (values) => {
    const pairs = Object.entries(values ?? {}).map(([name, value]) => [name, number.write(value)]);
    if (!values || pairs.some(([, value]) => value === null)) return null;
    return text.write(pairs.map((pair) => pair.join(":")).join(","));
  },
  read: (field, written) => {
    const pairs = written === "" ? [] : written.split(",", MOST_VALUES + 1);
    if (pairs.length > MOST_VALUES)
      throw unreadable(field, `is a list of more than ${MOST_VALUES}`);
    return Object.fromEntries(
      pairs.map((pair) => {
        const [name, value, ...rest] = pair.split(":", 3);
        if (value === undefined || rest.length > 0) throw unreadable(field, "is not name:number");
        return [name, number.read(`${field}.${name}`, value)];
      }),
    );
  },
};

/** @type {import("../../kit/fields/link_forms.js").LinkTable<GraphState>} */
export const graphLink = {
  formula: text,
  values: valuesByName,
  network: orNone(networkForm),
  opened: orNone(word),
  order: word,
  picks: numbersUpTo(MOST_VALUES),
  step: number,
  code_open: flag,
};

/**
 * @param {GraphMessage} message the opening
 * @returns {GraphState}
 */
export const graphState = ({ formula, values, order, picks }) => ({
  formula,
  values: { ...values },
  network: null,
  opened: null,
  order,
  picks: [...picks],
  step: 0,
  code_open: false,
});

/**
 * @param {GraphState} state
 * @returns {GraphMessage}
 */
export const graphMessage = ({ formula, values, network, opened, order, picks }) => ({
  kind: "graph",
  formula,
  values,
  network,
  opened,
  order,
  picks,
});

/**
 * The state once its answer is there: with a value for every name, and at a step that there is.
 * @param {GraphState} asked
 * @param {GraphResult} result
 * @param {GraphState} now
 * @returns {GraphState}
 */
export const withAnswer = (asked, { leaves, steps, opened }, now) => ({
  ...asked,
  ...(asked.network
    ? { opened }
    : { values: Object.fromEntries(leaves.map(({ name, value }) => [name, value])) }),
  step: Math.min(now.step, steps.length - 1),
  code_open: now.code_open,
});

/**
 * The state with some fields set, each checked, and those refused. `values.x` is one of the values.
 * @param {GraphState} state
 * @param {Record<string, unknown>} partial
 * @param {DescribeResult} describe
 * @param {GraphResult} result what is shown
 */
export function withGraphFields(state, partial, { limits }, { orders }) {
  return withChanges(state, partial, (now, field, value) => {
    const inside = (/** @type {string} */ name, /** @type {unknown} */ given) =>
      numberWithin(name, given, limits.graph_value);
    if (field.startsWith("values.")) {
      const name = field.slice("values.".length);
      if (!Object.hasOwn(now.values, name)) throw unknownField(field);
      return { values: { ...now.values, [name]: inside(field, value) } };
    }
    switch (field) {
      case "formula":
        return {
          formula: formulaText(value, limits.formula_characters.maximum),
          picks: [],
          network: null,
          opened: null,
        };
      case "values":
        return { values: namedNumbers(value, inside) };
      case "network": {
        const network = checkedNetwork(field, value, limits);
        return network ? { network, picks: [], opened: null } : { network };
      }
      case "opened":
        return { opened: value === null ? null : openedUnit(value), picks: [] };
      case "order":
        return {
          order: oneOf(
            field,
            value,
            orders.map(({ name }) => name),
          ),
        };
      case "picks":
        return {
          picks: listOf(field, value, limits.graph_picks, (name, pick) =>
            numberWithin(name, pick, limits.index),
          ),
        };
      case "step":
        return { step: numberWithin(field, value, limits.graph_step) };
      case "code_open":
        return { code_open: trueOrFalse(field, value) };
    }
    throw unknownField(field);
  });
}

/**
 * @param {unknown} value
 * @param {number} longest
 */
function formulaText(value, longest) {
  if (typeof value !== "string") throw new Refused("formula", "formula must be text.");
  if (value.length > longest) {
    throw new Refused("formula", `A formula has at most ${longest} characters.`);
  }
  return value;
}

/**
 * @param {unknown} value
 * @param {(name: string, given: unknown) => number} inside
 */
function namedNumbers(value, inside) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Refused("values", "values must be numbers by their names.");
  }
  const pairs = Object.entries(value);
  if (pairs.length > MOST_VALUES) {
    throw new Refused("values", `values has at most ${MOST_VALUES} numbers.`);
  }
  return Object.fromEntries(pairs.map(([name, given]) => [name, inside(`values.${name}`, given)]));
}

/** @param {unknown} value */
function openedUnit(value) {
  if (typeof value !== "string" || !/^(all|none|\d+\.\d+)$/.test(value)) {
    throw new Refused("opened", "opened is all, none or a unit, such as 1.0.");
  }
  return value;
}

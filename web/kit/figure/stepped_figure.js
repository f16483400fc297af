import { OneAnswerFigure } from "./one_answer_figure.js";

/** @import { TableField } from "../fields/field_table.js" */
/** @import { FigureHost, Refusal } from "./figure_host.js" */

/**
 * How the fields of a state are checked: their table, and the reducer that applies it.
 * @template State
 * @typedef {object} CheckedFields
 * @property {TableField[]} table
 * @property {(state: State, partial: Record<string, unknown>, table: TableField[]) =>
 *   {state: State, refused: Refusal[]}} reduce
 */

/**
 * A figure whose state counts the steps of training from its start.
 *
 * @template {{steps: number}} State
 * @template {{kind: string}} Answer
 * @extends {OneAnswerFigure<State, Answer>}
 */
export class SteppedFigure extends OneAnswerFigure {
  /**
   * @param {FigureHost} host
   * @param {import("./state_from_opening.js").StateFromOpening<State, Answer>} shown
   * @param {CheckedFields<State>} fields
   * @param {{selector: string, width: number}} [plot]
   */
  constructor(host, shown, { table, reduce }, plot) {
    super(host, shown, plot);
    this.table = table;
    this.reduce = reduce;
  }

  /** @param {Record<string, unknown>} partial */
  stateWith(partial) {
    return this.reduce(this.shown.state, partial, this.table);
  }

  /** @param {number} count steps of training, more or fewer */
  step(count) {
    const limit = this.table.find(({ name }) => name === "steps")?.limit;
    const steps = this.shown.state.steps + count;
    this.set({ steps: Math.max(0, Math.min(limit?.maximum ?? steps, steps)) });
  }
}

import { noHistory, redone, undone, withEdit } from "../../state/edit_history.js";
import { presetState, traceMessage, withFields, withUpdate } from "../../state/network_state.js";
import { weightPlace } from "./weight_places.js";

/** @typedef {import("../figure_host.js").FigureHost} FigureHost */
/** @typedef {import("../../contract/messages.js").Explanation} Explanation */
/** @typedef {import("../../contract/messages.js").TraceResult} TraceResult */
/** @typedef {import("../../contract/messages.js").WeightAddress} WeightAddress */
/** @typedef {import("../../state/network_state.js").NetworkState} NetworkState */

/** The weight whose chain rule is open at first. */
const FIRST_WEIGHT = { layer: 0, source: 0, target: 0 };

/**
 * A network and its traced pass, kept together: the state, the engine's answer to it, and the edits
 * that can be undone. A state that the engine cannot answer is taken back.
 */
export class TracedNetwork {
  /**
   * @param {FigureHost} host
   * @param {{traces: Record<string, {trace: TraceResult, explanations: Record<string, Explanation>}>}} recorded
   */
  constructor(host, recorded) {
    this.host = host;
    this.recorded = recorded.traces;
    const wanted = host.preset ?? "";
    this.opening = wanted in this.recorded ? wanted : Object.keys(this.recorded)[0];
    /** @type {NetworkState} */
    this.state = { ...presetState(this.opening, host.describe), selected: FIRST_WEIGHT };
    /** The answer to `answered`, the last state that the engine could answer. */
    this.result = /** @type {TraceResult} */ (this.#recordedResult());
    this.answered = this.state;
    this.history = noHistory;
    /** The result is not yet that of the state, because Python is not there. */
    this.waits = false;
    this.question = 0;
    /** An answer is on its way. */
    this.isAsking = false;
    /** @type {(field: string, message: string) => void} told when the engine refuses a field */
    this.onRefusal = () => {};
  }

  /**
   * Sets some fields, each checked.
   * @param {Record<string, unknown>} partial
   * @param {string | null} [name] edits in a row with this name are undone together
   * @returns {string | null} why the first bad one was refused; good ones are taken all the same
   */
  edit(partial, name = null) {
    const { state, refused } = withFields(this.state, partial, this.host.describe);
    for (const { field, message } of refused) this.host.refuse({ field, message });
    if (state !== this.state) this.#change(state, name);
    return refused[0]?.message ?? null;
  }

  /**
   * Looks elsewhere: at another step, or at the code. Nothing is computed.
   * @param {Partial<NetworkState>} partial
   */
  look(partial) {
    this.state = { ...this.state, ...partial };
    this.answered = { ...this.answered, ...partial };
    this.host.changed();
    this.host.requestUpdate();
  }

  /** @param {WeightAddress | null} selected the weight to explain */
  select(selected) {
    this.#become({ ...this.state, selected });
  }

  /** Back to the preset as it opened, before anything is computed. */
  reset() {
    this.#change({ ...presetState(this.opening, this.host.describe), overview: false }, null);
  }

  /** Takes the step of gradient descent that the engine has worked out. */
  applyUpdate() {
    this.#change(withUpdate(this.state, this.result.update), null);
  }

  undo() {
    this.#restore(undone(this.history, this.state));
  }

  redo() {
    this.#restore(redone(this.history, this.state));
  }

  /** The state with the parameters that the engine drew for it. */
  get drawn() {
    return { ...this.state, parameters: this.state.parameters ?? this.result.parameters };
  }

  /** Asks the engine for all that the state shows; until Python is there, what was recorded. */
  async ask() {
    this.question += 1;
    const { question } = this;
    const asked = this.state;
    const recorded = this.#recordedResult();
    const ready = this.host.status.kind === "ready";
    if (recorded && !ready) this.#show(recorded, asked);
    this.waits = !recorded;
    if (!ready) {
      if (!recorded) this.host.start();
      return;
    }
    this.isAsking = true;
    try {
      const result = await this.host.ask(traceMessage(asked), { latest: "trace" });
      if (question !== this.question) return;
      this.isAsking = false;
      if (result.kind === "trace") {
        this.#show(result, asked);
        this.host.answered();
      } else if (result.kind === "error") this.#takeBack(result.field ?? "state", result.message);
    } catch {
      // A newer question took its place, or the engine is lost: when it is ready again it is asked.
    }
  }

  /**
   * @param {NetworkState} state
   * @param {string | null} name
   */
  #change(state, name) {
    this.history = withEdit(this.history, this.state, name);
    this.#become(state);
  }

  /** @param {{history: import("../../state/edit_history.js").EditHistory<NetworkState>, state: NetworkState}} earlier */
  #restore({ history, state }) {
    this.history = history;
    this.#become(state);
  }

  /** @param {NetworkState} state */
  #become(state) {
    this.state = state;
    this.host.changed();
    this.ask();
    this.host.requestUpdate();
  }

  /** The recorded answer to the state, where there is one. */
  #recordedResult() {
    const { preset, selected } = this.state;
    const kept = preset === null ? undefined : this.recorded[preset];
    if (!kept) return null;
    const key = selected ? weightPlace(selected).split(":")[1] : "";
    return { ...kept.trace, explanation: kept.explanations[key] ?? null };
  }

  /**
   * @param {TraceResult} result
   * @param {NetworkState} asked whose answer it is; meanwhile the reader may have looked elsewhere
   */
  #show(result, asked) {
    const { overview, code_open } = this.state;
    const step = Math.min(this.state.step, result.steps.length);
    this.state = { ...asked, step, overview, code_open, parameters: [...result.parameters] };
    this.answered = this.state;
    this.result = result;
    this.waits = false;
    this.host.requestUpdate();
  }

  /**
   * Back to the last state that the engine could answer.
   * @param {string} field
   * @param {string} message
   */
  #takeBack(field, message) {
    this.state = this.answered;
    this.waits = false;
    this.onRefusal(field, message);
    this.host.refuse({ field, message });
    this.host.announce(message);
    this.host.requestUpdate();
  }
}

import { placeParts, weightPlace } from "../../drawing/places.js";
import { noHistory, redone, undone, withEdit } from "../../kit/fields/edit_history.js";
import { StateAndAnswer } from "../../kit/figure/state_and_answer.js";
import { withShape } from "./editing/shape_change.js";
import { traceMessage, updatesMessage } from "./network_questions.js";
import { presetState, withFields, withSelected, withUpdate } from "./network_state.js";
import { guessOf } from "./prediction/guess.js";
import { recordedTrace } from "./recorded_traces.js";

/** @typedef {import("../../kit/figure/figure_host.js").FigureHost} FigureHost */
/** @typedef {import("./trace_messages.js").TraceResult} TraceResult */
/** @typedef {import("./trace_messages.js").Update} Update */
/** @typedef {import("./trace_messages.js").UpdatesResult} UpdatesResult */
/** @typedef {import("../../contract/messages.js").ErrorResult} ErrorResult */
/** @typedef {import("../../contract/messages.js").WeightAddress} WeightAddress */
/** @typedef {import("./network_state.js").NetworkState} NetworkState */
/** @typedef {import("./recorded_traces.js").RecordedTrace} RecordedTrace */
/**
 * @template State
 * @typedef {import("../../kit/fields/edit_history.js").EditHistory<State>} EditHistory
 */

/**
 * A network and its traced pass, with the edits that can be undone.
 * @extends {StateAndAnswer<NetworkState, TraceResult>}
 */
export class TracedNetwork extends StateAndAnswer {
  /**
   * @param {FigureHost} host
   * @param {import("./recorded_traces.js").RecordedNetwork} recorded
   */
  constructor(host, { traces, opening = Object.keys(traces)[0] }) {
    const { predict } = host;
    const state = { ...presetState(opening, host.describe), predict };
    super(host, state, /** @type {TraceResult} */ (recordedResult(traces, state)));
    this.opening = opening;
    this.traces = traces;
    /** @type {EditHistory<NetworkState>} */
    this.history = noHistory;
    /** Fulfilled when the selected weight's explanation is there, or none will come. */
    this.explained = Promise.resolve();
    /** Told when a reader has changed what is computed, or taken a change back. */
    this.onEdit = () => {};
    /** @type {(() => string) | null} */
    this.unsaid = null;
  }

  message = traceMessage;

  /** @param {NetworkState} state */
  recordedAnswer(state) {
    if (guessOf(state)) return null;
    const result = recordedResult(this.traces, state);
    const wanted = state.preset ?? state.textbook;
    if (wanted && !this.traces[wanted]) this.#fetch(wanted);
    return result;
  }

  /** What a book or a course prints of the example; null for others, and until it has been fetched. */
  get printed() {
    const { textbook } = this.state;
    return textbook === null ? null : (this.traces[textbook]?.printed ?? null);
  }

  /**
   * @param {NetworkState} asked
   * @param {TraceResult} result
   */
  stateAfter(asked, { steps, parameters, judgement }) {
    const { overview, code_open, more_controls, predict, revealed } = this.state;
    const step = Math.min(this.state.step, steps.length);
    const looks = { step, overview, code_open, more_controls, predict, revealed };
    if (judgement) this.host.announce(judgement.sentence);
    return { ...asked, ...looks, parameters: [...parameters], kept: null };
  }

  /** @param {() => string} sentence is spoken once what is shown is the answer to the state */
  say(sentence) {
    this.unsaid = sentence;
    if (!this.isAsking && !this.waits) this.#sayWhatIsAnswered();
  }

  /**
   * Sets some fields, each checked.
   * @param {Record<string, unknown>} partial
   * @param {string | null} [name] consecutive edits with this name are undone together
   * @returns {string | null} why the first bad one was refused; good ones are taken all the same
   */
  edit(partial, name = null) {
    return this.#edited(withFields(this.state, partial, this.host.describe), name);
  }

  /**
   * Gives the network another shape; every weight that still has a place keeps its value.
   * @param {Record<string, unknown>} fields of the shape
   */
  reshape(fields) {
    return this.#edited(withShape(this.state, fields, this.host.describe), null);
  }

  /**
   * @param {ReturnType<typeof withFields>} edited
   * @param {string | null} name
   * @returns {string | null} why the first bad field was refused
   */
  #edited({ state, refused }, name) {
    for (const { field, message } of refused) this.host.refuse({ field, message });
    if (state !== this.state) {
      this.#change(state, name);
      this.onEdit();
    }
    return refused[0]?.message ?? null;
  }

  /**
   * Selects a weight. One that is selected already is not asked about again: a click selects twice, since
   * the pointer also moves the focus to the weight.
   * @param {WeightAddress | null} selected the weight to explain
   * @returns {Promise<void>} fulfilled when its explanation is there, or none will come
   */
  select(selected) {
    if (!this.isChosen) this.host.requestUpdate();
    this.isChosen = true;
    const state = withSelected(this.state, selected);
    if (state !== this.state) this.explained = this.change(state);
    return this.explained;
  }

  /**
   * Takes what the reader guesses of the selected weight's gradient; the engine judges it.
   * @param {string | null} direction
   * @param {string | null} value as it was typed
   * @returns {string | null} why it was refused
   */
  guess(direction, value) {
    const given = { revealed: true, guess_direction: direction, guess_value: value };
    const { state, refused } = withFields(this.state, given, this.host.describe);
    if (refused.length === 0) this.change(state);
    return refused[0]?.message ?? null;
  }

  /** Goes back to the preset as it opened, before the first step. */
  reset() {
    const { predict, more_controls } = this.state;
    const start = presetState(this.opening, this.host.describe);
    this.#change({ ...start, predict, more_controls }, null);
  }

  /** Applies the step of gradient descent that the engine has computed. */
  applyUpdate() {
    this.#change(withUpdate(this.state, this.result.update), null);
  }

  /**
   * Applies updates at once.
   * @param {number} count
   * @param {NetworkState} [from] with its parameters; as it is shown, if not given
   * @param {() => boolean} [isWanted] whether they still are, once they are there
   */
  async applyUpdates(count, from = this.drawn, isWanted = this.#untilNextQuestion()) {
    const { host } = this;
    try {
      const result = await this.#askFor(count, from);
      if (!isWanted()) return; // meanwhile the network has changed
      host.announce(isRefused(result) ? result.message : result.sentence);
      if (isRefused(result)) this.onRefusal(result.field ?? "state", result.message);
      else this.#change(withUpdate(from, result), null);
      host.requestUpdate();
    } catch {
      // The engine is lost; what is shown stays.
    }
  }

  /**
   * Applies updates to the example of a book or a course, as it was before any.
   * @param {number} count
   */
  async applyToTextbook(count) {
    const { state, host } = this;
    const { textbook: preset } = state;
    host.startPython();
    const from = withFields(state, { preset }, host.describe).state;
    await this.applyUpdates(count, from, () => this.state.textbook === preset);
  }

  #untilNextQuestion() {
    const { questions } = this;
    return () => questions === this.questions;
  }

  /**
   * What one update does, or many.
   * @param {number} count
   * @param {NetworkState} from with its parameters
   * @returns {Promise<Update | UpdatesResult | ErrorResult>}
   */
  async #askFor(count, from) {
    if (count > 1) return await this.host.ask(updatesMessage(from, count));
    /** @type {TraceResult | ErrorResult} */
    const result = await this.host.ask(traceMessage({ ...from, selected: null }));
    return result.kind === "error" ? result : result.update;
  }

  async ask() {
    await super.ask();
    if (!this.isAsking && !this.waits) this.#sayWhatIsAnswered();
    await this.#askForUpdate();
  }

  undo() {
    if (this.history.past.length > 0) this.#restore(undone(this.history, this.state));
  }

  redo() {
    if (this.history.future.length > 0) this.#restore(redone(this.history, this.state));
  }

  /** The state with the parameters that the engine drew for it. */
  get drawn() {
    return { ...this.state, parameters: this.state.parameters ?? this.result.parameters };
  }

  /** A link holds the parameters before an update; the engine computes its effect again. */
  async #askForUpdate() {
    const { state, host } = this;
    const { before_update: parameters, update_count: count, last_update } = state;
    if (!parameters || last_update || host.status.kind !== "ready") return;
    try {
      const update = await this.#askFor(count, { ...state, parameters });
      if (state !== this.state || isRefused(update)) return;
      const isIt = update.parameters.every((value, index) => value === state.parameters?.[index]);
      this.changeView(isIt ? { last_update: update } : { before_update: null, update_count: 1 });
    } catch {
      // The engine is lost; everything is asked again when it is back.
    }
  }

  /** @param {string} preset one whose recorded answer has not been fetched */
  async #fetch(preset) {
    try {
      const trace = await recordedTrace(preset, this.traces, (name) => this.host.load(name));
      this.traces = { ...this.traces, [preset]: trace };
      this.host.requestUpdate();
      if (this.waits) this.ask();
    } catch {
      // Without a recorded answer, the figure waits for Python's.
    }
  }

  /**
   * @param {NetworkState} state
   * @param {string | null} name
   */
  #change(state, name) {
    this.history = withEdit(this.history, this.state, name);
    this.change(state);
  }

  /** @param {{history: EditHistory<NetworkState>, state: NetworkState}} earlier */
  #restore({ history, state }) {
    this.history = history;
    this.change(state);
    this.onEdit();
  }

  #sayWhatIsAnswered() {
    const sentence = this.unsaid?.();
    this.unsaid = null;
    if (sentence) this.host.announce(sentence);
  }
}

/**
 * @param {Update | UpdatesResult | ErrorResult} result
 * @returns {result is ErrorResult}
 */
const isRefused = (result) => "kind" in result && result.kind === "error";

/**
 * The recorded answer to a state, where there is one.
 * @param {Record<string, RecordedTrace>} traces
 * @param {NetworkState} state
 * @returns {TraceResult | null}
 */
function recordedResult(traces, { preset, selected }) {
  const kept = preset === null ? undefined : traces[preset];
  if (!kept) return null;
  const key = selected ? placeParts(weightPlace(selected)).numbers.join(",") : "";
  return { ...kept.trace, explanation: kept.explanations[key] ?? null, judgement: null };
}

import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { networkDrawing, valuesTable } from "../../drawing/drawing.js";
import { networkMotion, overviewFrame } from "../../drawing/motion/network_motion.js";
import { CodePanel } from "../../kit/code/code_panel.js";
import { NumberFields } from "../../kit/fields/number_fields.js";
import { DeferredPart } from "../../kit/figure/deferred_part.js";
import { Disclosure } from "../../kit/figure/disclosure.js";
import { MoreControls } from "../../kit/figure/more_controls.js";
import { OpenedFigure } from "../../kit/figure/opened_figure.js";
import { PassPlayer } from "../../kit/playback/pass_player.js";
import { chainRuleLink } from "./chain_rule/chain_rule_link.js";
import { chainRulePanel } from "./chain_rule/chain_rule_panel.js";
import { curveAtUnit } from "./chain_rule/curve_at_unit.js";
import { DrawnShapes } from "./compact/drawn_shapes.js";
import { EditedPlaces } from "./editing/edited_places.js";
import { shapeEditor, valuesEditor } from "./editing/network_editor.js";
import { PlaceActions } from "./editing/place_actions.js";
import { ValueDrag } from "./editing/value_drag.js";
import { words } from "./network_figure_words.js";
import { keyAction } from "./network_keys.js";
import { graphNetwork } from "./network_questions.js";
import { fieldsWithFrozenToggled } from "./network_state.js";
import { networkTakeHome } from "./network_take_home.js";
import { ownWeightsPart } from "./own_weights/own_weights.js";
import { morePassControls, passControls } from "./pass_controls.js";
import { Prediction } from "./prediction/prediction.js";
import { PrintedPart } from "./printed/printed_part.js";
import { lossStep, passSaid, stepFormula, stepSentence } from "./step_line.js";
import { TracedNetwork } from "./traced_network.js";
import { updateLine } from "./update/update_line.js";

/** @typedef {import("../../kit/figure/figure_host.js").FigureHost} FigureHost */
/** @typedef {import("./recorded_traces.js").RecordedNetwork} RecordedNetwork */

/** One pass through one network, step by step, with the chain rule of any weight. */
export class NetworkFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedNetwork} recorded
   * @param {string} title
   */
  constructor(host, recorded, title) {
    this.host = host;
    this.network = new TracedNetwork(host, recorded);
    this.places = new EditedPlaces(this.network);
    this.prediction = new Prediction(host, this.network);
    this.printed = new PrintedPart(host, this.network);
    this.drawn = new DrawnShapes(host);
    this.formula = new DeferredPart(host);
    this.player = new PassPlayer({
      onMove: () => host.requestUpdate(),
      onStep: (step) => this.#reach(step),
      isStill: () => host.reducedMotion,
    });
    this.fields = new NumberFields({
      tryText: (field, text) => this.places.setField(field, text),
      onChange: () => host.requestUpdate(),
    });
    this.network.onRefusal = (field, message) => {
      this.fields.notes.set(field, message);
      this.network.unsaid = null; // the refusal has been spoken
    };
    this.network.onEdit = () => this.network.say(() => passSaid(this.network));
    this.actions = new PlaceActions(host, this.places, {
      openWeight: (address) => this.prediction.choose(address),
      goTo: (step) => this.#go(step),
    });
    this.drag = new ValueDrag(this.places, (place) => this.actions.choose(place));
    this.code = new CodePanel(host, title);
    this.graph = new OpenedFigure(host, "graph");
    this.more = new MoreControls((isOpen) => this.network.changeView({ more_controls: isOpen }));
    this.shape = new Disclosure(words.edit, host);
    this.table = new Disclosure(words.valuesTitle, host, "values");
    this.ownWeights = ownWeightsPart(host, this.network, this);
    this.takeHome = networkTakeHome(host, this.network, this);
  }

  getState() {
    return structuredClone(this.network.state);
  }

  /** @param {Record<string, unknown>} partial */
  setState(partial) {
    this.player.stop();
    this.network.edit(partial);
  }

  inspect() {
    const { steps, ...rest } = this.network.result;
    return structuredClone({ ...rest, step_count: steps.length });
  }

  /** @param {number} count */
  step(count) {
    const { state, result } = this.network;
    const from = state.overview && count < 0 ? result.steps.length : state.step;
    this.#go((state.overview && count > 0 ? 0 : from) + count);
  }

  statusChanged() {
    if (this.host.status.kind === "ready") this.network.ask();
  }

  visibilityChanged() {
    if (!this.host.visible) this.player.pause();
  }

  updated() {
    const stage = this.host.shadowRoot?.querySelector(".stage");
    if (stage && !this.drawn.watch) {
      this.drawn.observe(stage);
      this.drag.listenOn(stage);
    }
    this.code.updated();
    this.graph.updated(this.host.shadowRoot);
  }

  destroy() {
    this.player.stop();
    this.drawn.disconnect();
    this.code.destroy();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const action = keyAction(event, {
      network: this.network,
      places: this.places,
      typeInto: (place, text) => this.actions.typeInto(place, text),
      step: (count) => this.step(count),
      playOrPause: () => this.#playOrPause(),
      close: () => this.actions.close(),
    });
    action?.();
    return action !== null;
  }

  render() {
    const { state, result, waits } = this.network;
    const { steps } = result;
    this.player.setPosition(state.step, steps.length);
    const step = state.overview ? null : (steps[this.player.operations - 1] ?? null);
    return html`
      <div class="network">
        <div class="pass">
          ${guard([step, state.overview, waits], () => stepSentence(step, state.overview, waits))}
          <div class="stage" data-position=${state.overview ? nothing : this.player.position}>${this.drawn.of(result).map((shape) => this.#drawing(shape))}${this.drawn.room(result)}</div>
          ${chainRuleLink(result.explanation, this.prediction.isAsking, this.host)}
          <div class="controls">${this.#controls()}</div>
          ${this.formula.template(null, [step, state.overview, steps], () =>
            stepFormula(state.overview ? lossStep(steps) : step),
          )}
          ${this.code.template(state.code_open ? (step ?? lossStep(steps)) : null)}
          ${this.graph.template()}
          ${this.more.template(state.more_controls, () => this.#moreControls())}
        </div>
        <div class=${this.network.isChosen ? "beside chosen" : "beside"}>
          ${guard([result, step, state.overview, state.selected], () =>
            curveAtUnit(result, step, state.overview, state.selected),
          )}
          ${this.#chainRule()} ${updateLine(state.last_update, (count) => this.#applyMany(count))}
        </div>
        ${this.printed.template(() => this.player.stop())}
      </div>`;
  }

  /** @param {import("../../drawing/layout/network_shapes.js").Shape} shape */
  #drawing(shape) {
    const { result } = this.network;
    const { selected, frozen, new_parameters: isNew, overview } = this.network.state;
    const at = overview ? null : this.player.position;
    const { prediction } = this;
    const marked = { selected, frozen, isNew, current: this.actions.current };
    const keys = Object.values(marked);
    return guard([shape.width, shape.narrow, result, at, ...keys, prediction.isAsking], () =>
      networkDrawing({
        layout: this.drawn.shapes.layout(result, shape),
        result,
        frame: prediction.withoutAnswer(
          at === null ? overviewFrame(result.steps) : networkMotion(result.steps, at),
        ),
        ...marked,
        handlers: {
          onSelect: (address) => prediction.choose(address),
          onChoose: (place) => this.actions.choose(place),
          onCurrent: (place) => this.actions.focusPlace(place),
        },
      }),
    );
  }

  #chainRule() {
    const { network, fields, prediction } = this;
    const { selected, frozen } = network.state;
    const keys = [frozen, fields.typing, fields.notes.get("weight"), ...prediction.keys];
    return guard(keys, () =>
      chainRulePanel({
        explanation: network.result.explanation,
        isFrozen: selected !== null && this.places.isFrozen(selected),
        fields,
        close: () => this.actions.close(),
        freeze: () => selected && network.edit(fieldsWithFrozenToggled(network.state, selected)),
        prediction,
      }),
    );
  }

  #controls() {
    const { player } = this;
    const { state, result, waits } = this.network;
    return passControls({
      step: state.overview ? null : state.step,
      steps: result.steps,
      playing: player.playing,
      canUpdate: !waits,
      go: (step) => this.#go(step),
      by: (count) => this.step(count),
      play: () => this.#playOrPause(),
      applyUpdate: () => {
        if (waits) return;
        player.stop();
        this.host.announce(result.update.sentence);
        this.network.applyUpdate();
      },
    });
  }

  #moreControls() {
    const { player, network, fields } = this;
    const { result, state } = network;
    const editor = { network, fields };
    const controls = morePassControls({
      speed: player.speed,
      codeOpen: state.code_open,
      isWhole: state.overview,
      setSpeed: (speed) => {
        player.speed = speed;
        this.host.requestUpdate();
      },
      reset: () => {
        player.stop();
        network.reset();
        this.host.announce(words.start);
      },
      showWhole: () => {
        player.stop();
        network.changeView({ overview: true });
        this.host.announce(words.overview);
      },
      toggleCode: () => network.changeView({ code_open: !state.code_open }),
      openGraph: () => this.graph.open(words.graphTitle, { network: graphNetwork(state), step: 0 }),
    });
    return html`${controls} ${valuesEditor(editor)} ${this.shape.template(() => shapeEditor(editor))}
      ${this.table.template(() => guard([result], () => valuesTable({ result, outputLosses: result.output_losses })))}
      ${this.ownWeights.template()} ${this.takeHome.template()}`;
  }

  /** @param {number} count */
  #applyMany(count) {
    if (this.network.waits) return;
    this.player.stop();
    this.network.applyUpdates(count);
  }

  #playOrPause() {
    if (this.player.playing) this.player.pause();
    else this.player.play(this.network.state.overview);
    this.host.requestUpdate();
  }

  /** @param {number} step */
  #go(step) {
    this.player.pause();
    // The number of steps comes with the answer, which then limits the step.
    if (this.network.isAsking || this.network.waits) this.#reach(Math.max(0, step));
    else this.player.goTo(step);
  }

  /** @param {number} step the one that has been reached */
  #reach(step) {
    const reached = this.network.result.steps[step - 1];
    this.host.announce(reached ? reached.sentence : words.start);
    this.network.changeView({ step, overview: false });
  }
}

import { html } from "lit";
import { words } from "./playground_words.js";
import { weightsView } from "./weights_view.js";

/** @import { PlaygroundFigure } from "./playground_figure.js" */

/**
 * The buttons with which a figure opens.
 * @param {PlaygroundFigure} figure
 */
export function trainingButtons(figure) {
  const { state, result } = figure.shown;
  const most = figure.host.describe.limits.epochs.maximum;
  const changes = state.changes.filter(({ epoch, step }) => epoch + step === 0);
  const label = figure.isPlaying ? words.pause : words.train;
  const train = () => (figure.isPlaying ? figure.pause() : figure.grow(most));
  return html`<div class="button-row">
    ${button(figure, label, train, "primary")}
    ${button(figure, words.oneEpoch, () => figure.grow(result.run.epoch + 1))}
    <button class="button" @click=${() => figure.set({ epochs: 0, steps: 0, changes })}>${words.again}</button>
    <button class="button quiet" @click=${() => figure.reset()}>${words.reset}</button>
  </div>`;
}

/**
 * Single batches, many epochs at once, and the weights of one unit.
 * @param {PlaygroundFigure} figure
 */
export function closerControls(figure) {
  const { state, result } = figure.shown;
  const { epoch: epochs, step } = result.run;
  const oneBatch = () => {
    figure.host.startPython();
    figure.set({ epochs, steps: step + 1 });
  };
  const many = {
    field: "epochs_at_once",
    label: words.atOnce,
    value: state.epochs_at_once,
    nudge: 10,
  };
  return html`<div class="field-row">
      ${button(figure, words.oneBatch, oneBatch)}
      ${figure.numbers.template(many)}
      ${button(figure, words.trainAtOnce, () => figure.grow(epochs + state.epochs_at_once))}
    </div>
    ${weightsView(state, result, figure.numbers, (partial) => figure.set(partial))}`;
}

/**
 * A button that trains, as long as the run can go on.
 * @param {PlaygroundFigure} figure
 * @param {string} label
 * @param {() => void} train
 * @param {string} [kind]
 */
function button(figure, label, train, kind = "") {
  const { ended } = figure.shown.result;
  return html`<button class="button ${kind}" aria-disabled=${ended ? "true" : "false"}
    @click=${() => ended || train()}>${label}</button>`;
}

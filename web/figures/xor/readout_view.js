import { html } from "lit";
import { prompt } from "../../kit/figure/prompt.js";
import { countText } from "../../kit/formula/count_text.js";
import { numberText } from "../../kit/formula/number_text.js";
import { words } from "./xor_words.js";

/** @import { XorTraining } from "./training/xor_training.js" */

/**
 * Where training stands: one sentence, then four numbers.
 * @param {XorTraining} training
 */
export function readout(training) {
  const { frame } = training.run.record;
  const { perSecond } = training.rate;
  return html`<div class="xor-readout">
    <p class="large-sentence xor-now" data-part="now" data-rule=${frame.stuck?.rule ?? frame.ended?.rule ?? ""}>${nowSentence(training)}</p>
    <dl>
      <div><dt>${words.epoch}</dt><dd data-part="epoch">${countText(frame.state.epoch)}</dd></div>
      <div><dt>${words.loss}</dt><dd class="xor-loss-value" data-part="loss-value">${numberText(frame.loss, 3)}</dd></div>
      <div><dt>${words.accuracy}</dt><dd data-part="accuracy">${words.rightOf(frame.right, frame.examples)}</dd></div>
      <div><dt>${words.rate} <small>${words.rateNote}</small></dt><dd
        data-part="rate">${perSecond === null ? words.noRate : countText(perSecond)}</dd></div>
    </dl>
  </div>`;
}

/**
 * The one sentence that matters most now.
 * @param {XorTraining} training
 */
function nowSentence(training) {
  const { isTraining, isLive } = training;
  const { record, isCurrent } = training.run;
  const { isRecorded, frame } = record;
  const { ended, stuck, state, line, own } = frame;
  const idle = prompt(line ? words.idleLine : words.idle, words.untrained);
  if (training.problem) return training.problem;
  if (training.isLost) return words.lost;
  if (!isCurrent) return words.waiting;
  if (stuck) return line ? stuck.sentence : `${stuck.sentence} ${words.startElsewhere}`;
  if (ended) return ended.sentence;
  if (isTraining && !isLive && record.isAtEnd) return words.recordedEnd;
  if (isRecorded && !isLive && (isTraining || record.shown > 0)) return words.recorded;
  if (isTraining) return words.training;
  if (isRecorded && state.epoch === 0) return idle;
  if (!record.isAtEnd) return words.wentBack;
  if (state.epoch === 0) return idle;
  return prompt(own ? words.pausedOwn : words.paused, words.trained);
}

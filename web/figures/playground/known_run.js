import { isAfter, isInPlaceOf } from "./changes.js";
import { settingsOf } from "./playground_state.js";

/** @import { ChangeByHand, PlaygroundCurve, PlaygroundResult, PlaygroundStart, RunGiven } from "./playground_messages.js" */
/** @import { PlaygroundState } from "./playground_state.js" */

/** So many points of a curve are kept at most; then every second one goes. */
const MOST_POINTS = 1000;

/** What is known of one run: where it stands, its points, and its losses so far. */
export class KnownRun {
  /**
   * @param {PlaygroundState} state
   * @param {PlaygroundResult} result the first of a run
   */
  constructor(state, result) {
    this.settings = settingsOf(state);
    this.run = result.run;
    this.start = /** @type {PlaygroundStart} */ (result.start);
    this.curve = thinned(result.curve);
    /** The changes by hand that it has behind it. */
    this.applied = state.changes.filter((change) => !isAfter(change, this.run));
  }

  /** The same, which goes on by itself. */
  copy() {
    return Object.assign(Object.create(KnownRun.prototype), this);
  }

  /**
   * Where the run stands, if a state has its settings and does not end before that; null at the start, which
   * Python draws anew.
   * @param {PlaygroundState} state
   * @returns {RunGiven | null}
   */
  runOf(state) {
    const { run, applied } = this;
    if (run.epoch + run.step === 0 || settingsOf(state) !== this.settings) return null;
    if (isAfter(run, { epoch: state.epochs, step: state.steps })) return null;
    const before = (/** @type {ChangeByHand[]} */ changes) =>
      JSON.stringify(changes.filter((change) => isAfter(run, change)));
    // Changes where the run stands are made once more: a later one of the same parameter takes its place.
    const areMade = applied.every(
      (made) => isAfter(run, made) || state.changes.some((change) => isInPlaceOf(change, made)),
    );
    return before(applied) === before(state.changes) && areMade ? run : null;
  }

  /**
   * @param {PlaygroundState} state
   * @param {PlaygroundResult} result the next slice of the same run
   */
  goOn({ changes }, { run, curve }) {
    this.run = run;
    this.applied = changes.filter((change) => !isAfter(change, run));
    const { epochs, training, test } = this.curve;
    this.curve = thinned({
      epochs: [...epochs, ...curve.epochs],
      training: [...training, ...curve.training],
      test: [...test, ...curve.test],
    });
  }
}

/**
 * A curve that is short enough to draw; its first and its last point stay.
 * @param {PlaygroundCurve} curve
 * @returns {PlaygroundCurve}
 */
export function thinned(curve) {
  const last = curve.epochs.length - 1;
  if (last < MOST_POINTS) return curve;
  const kept = (/** @type {number[]} */ list) =>
    list.filter((_, index) => index % 2 === 0 || index === last);
  return thinned({
    epochs: kept(curve.epochs),
    training: kept(curve.training),
    test: kept(curve.test),
  });
}

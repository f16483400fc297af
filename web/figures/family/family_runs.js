import { StateFromOpening } from "../../kit/figure/state_from_opening.js";
import { familyMessage, familyState, runKey } from "./family_state.js";

/** @import { FigureHost } from "../../kit/figure/figure_host.js" */
/** @import { FamilyMessage, FamilyResult } from "./family_messages.js" */
/** @import { FamilyState } from "./family_state.js" */

/**
 * The run that is shown, beside those that the build recorded and those that were trained here. Each question
 * hands back what is known of its run, so that nothing is trained twice.
 * @extends {StateFromOpening<FamilyState, FamilyResult>}
 */
export class FamilyRuns extends StateFromOpening {
  /**
   * @param {FigureHost} host
   * @param {FamilyMessage} message the opening
   * @param {FamilyResult[]} results what the build recorded, the answer to the opening first
   */
  constructor(host, message, results) {
    const recorded = new Map(results.map((result) => [runKey(result), result]));
    /** @type {Map<string, FamilyResult | null>} */
    const live = new Map();
    const known = (/** @type {{recipe: string, seed: number}} */ run) =>
      (live.has(runKey(run)) ? live.get(runKey(run)) : recorded.get(runKey(run))) ?? null;
    super(
      host,
      familyState(message),
      results[0],
      (state) => familyMessage(state, known(state)),
      (_, answer, now) => {
        if (host.status.kind === "ready") live.set(runKey(answer), answer);
        return { ...now };
      },
    );
    this.recorded = recorded;
    this.live = live;
    this.known = known;
    /** Of each recipe the last sweep. */
    this.ends = Object.fromEntries(results.map(({ recipe, end }) => [recipe, end]));
  }

  /** @param {FamilyState} state */
  recordedAnswer(state) {
    const result = this.recorded.get(runKey(state));
    return result?.sweep === state.sweeps ? result : null;
  }

  /** Trains the run that is shown from its first sweep. @param {FamilyState} state */
  trainAnew(state) {
    this.live.set(runKey(state), null);
    return this.change(state);
  }
}

import { SlicedRun } from "../../kit/playback/sliced_run.js";

/** @import { ErrorResult } from "../../contract/messages.js" */
/** @import { FigureHost } from "../../kit/figure/figure_host.js" */
/** @import { FamilyStartsMessage, FamilyStartsResult } from "./family_messages.js" */

/** Sweeps that are trained before other figures may ask again. */
const SLICE = 150;

/** Twenty-four starts of one recipe, trained one after the other once the reader has asked for it. */
export class FamilyStartsRun extends SlicedRun {
  /**
   * @param {FigureHost} host
   * @param {FamilyStartsResult[]} recorded
   */
  constructor(host, recorded) {
    super(host);
    /** How far the starts of each recipe are. */
    this.results = new Map(recorded.map((result) => [result.recipe, result]));
    this.recipe = "";
  }

  /** Begins, or goes on from where it paused. @param {string} recipe */
  run(recipe) {
    if (this.results.get(recipe)?.done) this.results.delete(recipe);
    this.recipe = recipe;
    this.start();
  }

  async doSlice() {
    const { recipe } = this;
    const before = this.results.get(recipe);
    /** @type {FamilyStartsMessage} */
    const asked = {
      kind: "family_starts",
      recipe,
      sweeps: SLICE,
      starts: before?.starts ?? [],
      start: before?.start ?? null,
    };
    /** @type {FamilyStartsResult | ErrorResult} */
    const result = await this.host.ask(asked);
    if (this.recipe !== recipe || this.results.get(recipe) !== before) return;
    if (result.kind === "error") {
      this.stop();
      return;
    }
    this.results.set(recipe, result);
    if (result.done) {
      this.stop();
      this.host.announce(result.sentence);
    }
    this.host.requestUpdate();
  }
}

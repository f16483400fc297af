/** @import { SymmetryMessage } from "./symmetry_messages.js" */

/** @typedef {Pick<SymmetryMessage, "seed" | "signed">} Start */

/** So many sweeps are asked for at a time: a multiple of every distance at which a run is kept. */
const SLICE = 1280;
const MOST_SWEEPS = 20_000;

/** How far a start is trained. It is asked for in slices, so that no other figure waits long for Python. */
export class TrainingSlices {
  /** @param {Start & {sweeps: number}} opening how far the recorded start was trained */
  constructor({ seed, signed, sweeps }) {
    this.opening = { seed, signed, sweeps };
    this.asked = this.opening;
  }

  /**
   * @param {Start} start
   * @returns {number} the sweeps that are asked for
   */
  sweepsOf(start) {
    const known = [this.asked, this.opening].find(
      ({ seed, signed }) => seed === start.seed && signed === start.signed,
    );
    return known?.sweeps ?? SLICE;
  }

  /**
   * Asks for one slice more.
   * @param {Start} start
   */
  goOn({ seed, signed }) {
    const sweeps = Math.min(this.sweepsOf({ seed, signed }) + SLICE, MOST_SWEEPS);
    this.asked = { seed, signed, sweeps };
  }
}

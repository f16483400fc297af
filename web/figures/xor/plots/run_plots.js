import { html } from "lit";
import { ContourCache } from "../../../kit/charts/surface/contour_cache.js";
import { HeatMap } from "../../../kit/charts/surface/heat_map.js";
import {
  contourLines,
  DECISION_LEVEL,
  surfaceFrame,
  THIN_LEVELS,
} from "../../../kit/charts/surface_plot.js";
import { numberText } from "../../../kit/formula/number_text.js";
import { parallelPlot } from "../parallel/parallel_plot.js";
import { parallelView } from "../parallel/parallel_view.js";
import { words } from "../xor_words.js";
import { hiddenSpace } from "./hidden_space.js";
import { hiddenView } from "./hidden_view.js";
import { lossPlot } from "./loss_plot.js";
import { lossView } from "./loss_view.js";
import { PlotSizes } from "./plot_sizes.js";
import { surfaceCanvas, surfaceView } from "./surface_view.js";

/** @import { XorRun } from "../training/xor_run.js" */
/** @import { OwnExamples, XorState } from "../xor_state.js" */

/** The most pictures of the run that a trail in the hidden space goes through. */
const TRAIL_STEPS = 60;

/** Draws a part less often than every frame. @typedef {(part: () => unknown) => unknown} Slowly */

/** The three plots of a run: its decision surface, its loss curve and its hidden space. */
export class RunPlots {
  /**
   * @param {XorRun} run
   * @param {Slowly} slowly draws what is read rather than watched
   * @param {() => void} onChange a plot has another size
   */
  constructor(run, slowly, onChange) {
    this.run = run;
    this.slowly = slowly;
    /** The loss at which training stops. */
    this.threshold = run.message.stopping?.loss_below ?? null;
    /** The surface of the build, for its window, as long as there is no other one. */
    this.recorded = run.start.surface;
    this.sizes = new PlotSizes(onChange);
    this.heat = new HeatMap();
    this.contours = new ContourCache(contourLines);
    /** @type {{key: unknown[], plot: import("../parallel/parallel_plot.js").ParallelPlot} | null} */
    this.parallels = null;
    /** @type {{key: string, frame: import("../../../kit/charts/surface_plot.js").PlotFrame} | null} */
    this.framed = null;
    this.#contourLines(); // computed here, because the first drawing takes long enough
  }

  /**
   * @param {XorState} settings
   * @param {(example: number) => void} onOpen
   */
  surface({ selected, examples }, onOpen) {
    return surfaceView(this.run.record.frame, this.#surfaceFrame(), {
      contours: this.#contourLines(),
      selected,
      own: examples,
      slowly: this.slowly,
      onOpen,
      onColours: this.#recolour,
    });
  }

  /** @param {OwnExamples} examples that have no plane of two inputs */
  parallel(examples) {
    const { frame } = this.run.record;
    const { surface: size } = this.sizes;
    const key = [examples, size.width, frame.answers.low];
    if (!this.parallels || key.some((part, at) => part !== this.parallels?.key[at])) {
      this.parallels = { key, plot: parallelPlot(examples, frame.answers.low, size) };
    }
    return parallelView(this.parallels.plot, frame, this.slowly);
  }

  /** @param {boolean} isLog */
  loss(isLog) {
    const { record, earlier } = this.run;
    const { history, frame, last, frames } = record;
    const shown = { epoch: frame.state.epoch, loss: frame.loss };
    const curve = {
      points: history.extremes(),
      firstEpoch: earlier.isGoing ? 0 : history.firstEpoch,
      shown,
      last: { epoch: last.state.epoch, loss: last.loss },
    };
    const { threshold } = this;
    const plot = lossPlot(curve, threshold, { ...this.sizes.loss, isLog });
    const seen = { shown, first: frames[0].loss, points: curve.points, threshold, isLog };
    return lossView(plot, seen, this.slowly);
  }

  hidden() {
    const space = this.#hiddenSpace();
    const { frame } = this.run.record;
    return html`<section class="xor-panel xor-panel-hidden">
      <h3 class="xor-panel-title">${words.hidden}</h3>
      ${hiddenView(space, frame, this.slowly)}
      <p class="xor-panel-note">${space.kind === "plane" ? words.hiddenPlane(numberText(frame.answers.middle)) : words.hiddenStrip}</p>
    </section>`;
  }

  /** Paints the surface behind what has been rendered. @param {ShadowRoot} root */
  updated(root) {
    this.sizes.observe(root);
    if (this.heat.drawn) this.#paint(root);
    // The first painting reads the theme's colours, which is fast once the browser has computed all styles.
    else requestAnimationFrame(() => this.#paint(root));
  }

  disconnect() {
    this.sizes.disconnect();
  }

  /** @param {ShadowRoot} root */
  #paint(root) {
    const canvas = surfaceCanvas(root);
    const { surface } = this.run.record.frame;
    if (canvas && surface) this.heat.draw(canvas, surface, this.#surfaceFrame());
  }

  #recolour = (/** @type {Event} */ { target }) => {
    this.heat.forgetColours();
    this.#paint(/** @type {ShadowRoot} */ (/** @type {Element} */ (target).getRootNode()));
  };

  #surfaceFrame() {
    const ranges = this.run.record.frame.surface ?? this.recorded;
    if (!ranges) throw new Error("The recorded start has no surface");
    const { width } = this.sizes.surface;
    const key = [width, ranges.x_range, ranges.y_range].join();
    if (this.framed?.key !== key) this.framed = { key, frame: surfaceFrame(ranges, width) };
    return this.framed.frame;
  }

  #contourLines() {
    const { surface } = this.run.record.frame;
    const levels = [...THIN_LEVELS, DECISION_LEVEL];
    return surface ? this.contours.contours(surface, levels, this.#surfaceFrame()) : [];
  }

  #hiddenSpace() {
    const { frames, shown, frame } = this.run.record;
    const stride = Math.max(1, Math.ceil(shown / TRAIL_STEPS));
    const earlier = frames
      .slice(0, shown)
      .filter((_, index) => index % stride === 0)
      .map(({ predictions }) => predictions);
    return hiddenSpace(frame, earlier, this.sizes.hidden);
  }
}

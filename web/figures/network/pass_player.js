/** One operation travels for so long, and rests for so long while playing, at normal speed (ms). */
const TRAVEL = 420;
const REST = 980;

/**
 * Where the figure stands in the pass. The position is a real number: n means that n operations are
 * done, and between n and n + 1 the next one is on its way. Time only moves the position; what is
 * drawn at a position is the scene's business, so every animation scrubs both ways.
 */
export class PassPlayer {
  /**
   * @param {object} options
   * @param {() => void} options.onMove the position is another one
   * @param {(step: number) => void} options.onStep a whole step was reached or chosen
   * @param {() => boolean} options.still true where motion is to be left out
   */
  constructor({ onMove, onStep, still }) {
    this.onMove = onMove;
    this.onStep = onStep;
    this.still = still;
    this.position = 0;
    this.goal = 0;
    this.total = 0;
    this.speed = 1;
    this.playing = false;
    this.rested = 0;
    /** @type {number | null} */
    this.frame = null;
    this.time = 0;
  }

  /**
   * Goes to a step: by a small movement when it is a neighbour, at once otherwise.
   * @param {number} step
   */
  goTo(step) {
    this.goal = Math.max(0, Math.min(this.total, step));
    const near = Math.abs(this.goal - this.position) <= 1;
    if (!near || this.still()) this.position = this.goal;
    this.onStep(this.goal);
    this.#run();
  }

  /**
   * Is at a step at once, without telling anybody: the state says so already.
   * @param {number} step
   * @param {number} total
   */
  place(step, total) {
    this.total = total;
    const goal = Math.min(step, total);
    if (goal === this.goal) return;
    this.goal = goal;
    this.position = goal;
  }

  /** @param {boolean} [afresh] from the beginning, as from the end */
  play(afresh = false) {
    if (afresh || this.goal >= this.total) this.position = this.goal = 0;
    this.playing = true;
    this.goTo(this.goal + 1);
  }

  pause() {
    this.playing = false;
  }

  /** How many operations are done, counted with the one that is under way. */
  get operations() {
    const { position, goal } = this;
    return goal > position ? Math.floor(position) + 1 : Math.ceil(position);
  }

  /** Ends all movement, for good or until the next call. */
  stop() {
    this.playing = false;
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    this.frame = null;
  }

  /** Sets out with the next picture, in which the reader sees where it goes. */
  #run() {
    if (this.frame !== null) return;
    this.rested = 0;
    this.frame = requestAnimationFrame((now) => {
      this.time = now;
      this.frame = requestAnimationFrame((next) => this.#tick(next));
    });
  }

  /** @param {number} now */
  #tick(now) {
    const passed = Math.max(0, now - this.time) * this.speed;
    this.time = now;
    this.frame = null;
    const way = this.goal - this.position;
    if (way !== 0) {
      const move = Math.min(Math.abs(way), passed / TRAVEL);
      this.position = move === Math.abs(way) ? this.goal : this.position + Math.sign(way) * move;
      this.rested = 0;
    } else if (this.playing) {
      this.rested += passed;
      const rest = this.still() ? REST + TRAVEL : REST;
      if (this.goal >= this.total) this.playing = false;
      else if (this.rested >= rest) {
        this.rested = 0;
        this.goal += 1;
        if (this.still()) this.position = this.goal;
        this.onStep(this.goal);
      }
    }
    if (this.playing || this.goal !== this.position) {
      this.frame = requestAnimationFrame((next) => this.#tick(next));
    }
    this.onMove();
  }
}

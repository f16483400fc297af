/** How long values move in one step, and how long it stays while playing, at normal speed (ms). */
const TRAVEL = 420;
const REST = 980;

/**
 * The position in a pass. It is a real number: n means that n steps are done, and between n and n + 1
 * the next one is under way. Time only moves the position, and a position determines the drawing, so every
 * animation can be gone through in both directions.
 */
export class PassPlayer {
  /**
   * @param {object} options
   * @param {() => void} options.onMove called when the position has changed
   * @param {(step: number) => void} options.onStep called when a whole step was reached or chosen
   * @param {() => boolean} options.isStill whether the reader wants no motion
   */
  constructor({ onMove, onStep, isStill }) {
    this.onMove = onMove;
    this.onStep = onStep;
    this.isStill = isStill;
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
    if (!near || this.isStill()) this.position = this.goal;
    this.onStep(this.goal);
    this.#run();
  }

  /**
   * Sets the position without a movement and without a call, for a step that the state already has.
   * @param {number} step
   * @param {number} total
   */
  setPosition(step, total) {
    this.total = total;
    this.position = Math.min(this.position, total);
    const goal = Math.min(step, total);
    if (goal === this.goal) return;
    this.goal = goal;
    this.position = goal;
  }

  /** @param {boolean} [fromStart] begins at the first step, as it always does at the end */
  play(fromStart = false) {
    if (fromStart || this.goal >= this.total) this.position = this.goal = 0;
    this.playing = true;
    this.goTo(this.goal + 1);
  }

  pause() {
    this.playing = false;
  }

  /** How many steps are done, counted with the one that is under way. */
  get operations() {
    const { position, goal } = this;
    return goal > position ? Math.floor(position) + 1 : Math.ceil(position);
  }

  /** Ends all movement until the next call. */
  stop() {
    this.playing = false;
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    this.frame = null;
  }

  /** Begins to move one frame later, after the one in which the reader sees the new step. */
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
      const rest = this.isStill() ? REST + TRAVEL : REST;
      if (this.goal >= this.total) this.playing = false;
      else if (this.rested >= rest) {
        this.rested = 0;
        this.goal += 1;
        if (this.isStill()) this.position = this.goal;
        this.onStep(this.goal);
      }
    }
    if (this.playing || this.goal !== this.position) {
      this.frame = requestAnimationFrame((next) => this.#tick(next));
    }
    this.onMove();
  }
}

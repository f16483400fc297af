import { css } from "lit";

/** The network at the left, the run at the right; in a narrow column one below the other. */
export const learningStyles = css`
  .figure:has(.learning) {
    padding: var(--bp-space-4) var(--bp-space-5) var(--bp-space-2);
  }

  .figure:has(.learning) > footer {
    min-height: 34px;
    margin-top: var(--bp-space-1);
    padding-top: 0;
    border-top: 0;
  }

  .learning {
    display: grid;
    grid-template: "network" "run" "sentence" / minmax(0, 1fr);
    gap: var(--bp-space-2);
    align-content: start;
    align-items: start;
  }

  /* Wider, the drawing would be one with numbers at its weights, and higher. */
  .learning-network {
    grid-area: network;
    justify-self: center;
    width: min(100%, 440px);
    height: 172px;
  }

  .learning-drawing {
    position: relative;
  }

  .learning-drawing:has(+ .learning-drawing) {
    display: none;
  }

  /* Where units stand close there is no room for what is on their lines. */
  .learning .density-crowded .net-weight:not(:hover, :focus-visible) + .net-passive {
    display: none;
  }

  .learning-pulses {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    pointer-events: none;
  }

  .learning-pulse {
    fill: var(--bp-forward);
    stroke: var(--bp-forward);
  }

  .learning-pulse.is-backward {
    fill: var(--bp-backward);
    stroke: var(--bp-backward);
  }

  .learning-pulse line {
    stroke-opacity: 0.3;
    stroke-linecap: round;
  }

  .learning-pulse circle {
    stroke: var(--bp-raised);
    stroke-width: 1.5px;
  }

  .learning-run {
    grid-area: run;
    display: grid;
    grid-template:
      "now first loss" auto "now . ." 1fr
      / minmax(84px, 108px) minmax(50px, 60px) minmax(112px, 1fr);
    gap: 0 var(--bp-space-3);
  }

  .learning figure {
    min-width: 0;
    margin: 0;
  }

  .learning figcaption {
    margin-bottom: 3px;
    color: var(--bp-ink-soft);
    font: 13px/1.3 var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .learning figcaption b {
    color: var(--bp-loss);
    font-weight: 600;
  }

  .learning-now {
    grid-area: now;
  }

  .learning-first {
    grid-area: first;
  }

  .learning-loss {
    grid-area: loss;
  }

  .learning figure > svg {
    display: block;
    width: 100%;
  }

  .learning-surface {
    border-radius: var(--bp-radius);
  }

  .learning-decision {
    fill: none;
    stroke: var(--bp-ink);
    stroke-width: 2.2;
  }

  .learning-ring {
    fill: none;
    stroke: var(--bp-ink);
    stroke-width: 2;
  }

  .learning .example-mark {
    paint-order: stroke;
    stroke: var(--bp-raised);
    stroke-width: 3;
  }

  .learning-curve {
    height: 60px;
    overflow: visible;
  }

  .learning-curve :is(path, line) {
    fill: none;
    stroke: var(--bp-loss);
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }

  .learning-curve .learning-zero {
    stroke: var(--bp-line-strong);
    stroke-width: 1;
  }

  .learning-curve .learning-curve-whole {
    stroke-opacity: 0.25;
  }

  .learning-curve .learning-curve-now {
    stroke-width: 9;
  }

  .learning-sentence {
    display: grid;
    grid-area: sentence;
    min-height: 60px;
    font: 14.5px/20px var(--bp-font-text);
  }

  .learning-sentence span {
    grid-area: 1 / 1;
  }

  /* The longest sentence keeps the room for all others. */
  .learning-room {
    visibility: hidden;
  }

  .learning-play {
    position: relative; /* above the drawing, whose empty corner it may stand in */
    grid-area: run;
    place-self: end;
    width: calc(100% - 108px - var(--bp-space-3));
  }

  @container (max-width: 560px) {
    .figure:has(.learning) {
      padding: var(--bp-space-3) var(--bp-space-3) 0;
    }

    /* There is no room to say that all is well. */
    .figure:has(.learning) .engine:not(.failed) {
      display: none;
    }

    .learning figcaption {
      font-size: 12px;
    }

    .learning-after {
      display: none;
    }
  }

  @container (max-width: 350px) {
    .learning-curve {
      height: 48px;
    }
  }

  @container (min-width: 561px) {
    .learning {
      gap: var(--bp-space-3) var(--bp-space-5);
    }

    .learning-run {
      grid-template-columns: 170px 106px minmax(0, 1fr);
      column-gap: var(--bp-space-4);
    }

    .learning-sentence {
      min-height: 0;
      font-size: 17px;
      line-height: 1.45;
      text-wrap: pretty;
    }

    .learning-play {
      width: auto;
      min-width: 9.5em;
    }
  }

  @container (min-width: 950px) {
    .learning {
      grid-template: "network run" auto "network sentence" 1fr / minmax(0, 1fr) 400px;
    }

    .learning-network {
      width: 100%;
      height: 330px;
    }

    .learning-drawing {
      max-width: 700px;
      margin-inline: auto;
    }

    .learning-drawing:has(+ .learning-drawing) {
      display: block;
    }

    .learning-drawing + .learning-drawing {
      display: none;
    }

    .learning-run {
      grid-template: "now first" auto "now loss" 1fr / minmax(0, 5fr) minmax(0, 4fr);
      row-gap: var(--bp-space-2);
    }

    .learning-first .learning-surface {
      width: 52%;
    }

    .learning-curve {
      height: 84px;
    }

    /* The corner below the target is empty. */
    .learning-play {
      grid-area: network;
    }
  }

  @media (forced-colors: active) {
    .learning :is(.learning-surface, .learning-curve, .learning-pulses) {
      forced-color-adjust: none;
    }
  }
`;

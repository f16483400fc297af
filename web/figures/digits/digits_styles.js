import { css } from "lit";

/** Of the figure `digits`: pictures of dots, charts beside each other, and the images that are told wrong. */
export const digitsStyles = css`
  .digits .digits-sentence {
    min-height: 6em;
    margin: 0;
    font: 17px/1.5 var(--bp-font-text);
  }

  .digits .digits-said {
    min-height: 4.5em;
    margin: 0;
    font: 15px/1.5 var(--bp-font-text);
  }

  .digits .digits-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-2);
  }

  .digits :is(.digits-halves, .digits-charts) {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--bp-space-4) var(--bp-space-5);
  }

  .digits h3 {
    margin: 0 0 var(--bp-space-1);
    font: 600 15px/1.35 var(--bp-font-ui);
  }

  .digits svg {
    display: block;
  }

  .digits .digits-chart > svg {
    width: 100%;
  }

  .digits .digits-tiles {
    margin: 0;
  }

  .digits .digits-tiles svg {
    width: 100%;
    max-width: 460px;
    background: var(--bp-paper);
  }

  .digits .digits-frame {
    fill: none;
    stroke: var(--bp-line);
    stroke-width: 0.08;
  }

  .digits .digits-above-1 {
    fill: color-mix(in oklab, var(--bp-backward) 17%, var(--bp-paper));
  }

  .digits .digits-above-2 {
    fill: color-mix(in oklab, var(--bp-backward) 33%, var(--bp-paper));
  }

  .digits .digits-above-3 {
    fill: color-mix(in oklab, var(--bp-backward) 50%, var(--bp-paper));
  }

  .digits .digits-above-4 {
    fill: color-mix(in oklab, var(--bp-backward) 67%, var(--bp-paper));
  }

  .digits .digits-above-5 {
    fill: color-mix(in oklab, var(--bp-backward) 83%, var(--bp-paper));
  }

  .digits .digits-above-6 {
    fill: color-mix(in oklab, var(--bp-backward) 100%, var(--bp-paper));
  }

  .digits .digits-below-1 {
    fill: color-mix(in oklab, var(--bp-forward) 17%, var(--bp-paper));
  }

  .digits .digits-below-2 {
    fill: color-mix(in oklab, var(--bp-forward) 33%, var(--bp-paper));
  }

  .digits .digits-below-3 {
    fill: color-mix(in oklab, var(--bp-forward) 50%, var(--bp-paper));
  }

  .digits .digits-below-4 {
    fill: color-mix(in oklab, var(--bp-forward) 67%, var(--bp-paper));
  }

  .digits .digits-below-5 {
    fill: color-mix(in oklab, var(--bp-forward) 83%, var(--bp-paper));
  }

  .digits .digits-below-6 {
    fill: color-mix(in oklab, var(--bp-forward) 100%, var(--bp-paper));
  }

  .digits .digits-ink :is(.digits-above-1, .digits-above-2, .digits-above-3, .digits-above-4, .digits-above-5, .digits-above-6) {
    fill: var(--bp-ink);
  }

  .digits .digits-ink .digits-above-1 {
    opacity: 0.17;
  }

  .digits .digits-ink .digits-above-2 {
    opacity: 0.33;
  }

  .digits .digits-ink .digits-above-3 {
    opacity: 0.5;
  }

  .digits .digits-ink .digits-above-4 {
    opacity: 0.67;
  }

  .digits .digits-ink .digits-above-5 {
    opacity: 0.83;
  }

  .digits .digits-sheet {
    border-radius: var(--bp-radius);
    cursor: crosshair;
    touch-action: none;
  }

  .digits .digits-stroke {
    fill: none;
    stroke: var(--bp-ink);
    stroke-width: 0.12;
    stroke-linecap: round;
    stroke-linejoin: round;
    pointer-events: none;
  }

  .digits .digits-pen {
    visibility: hidden;
    fill: var(--bp-paper);
    stroke: var(--bp-ink);
    stroke-width: 0.12;
    pointer-events: none;
  }

  .digits .digits-sheet:focus-visible .digits-pen {
    visibility: visible;
  }

  .digits .digits-pen-down {
    fill: var(--bp-ink);
  }

  .digits .digits-key {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--bp-space-3);
    margin: 0;
    font-size: 13px;
  }

  .digits .digits-key svg {
    display: inline-block;
  }

  .digits .digits-curve {
    fill: none;
    stroke: var(--bp-ink);
    stroke-width: 2;
  }

  .digits .digits-point {
    fill: var(--bp-ink);
  }

  .digits .digits-curve-1 {
    stroke: var(--bp-backward);
    stroke-dasharray: 5 3;
  }

  .digits .digits-point.digits-curve-1 {
    fill: var(--bp-backward);
    stroke: none;
  }

  .digits .digits-whole {
    stroke: var(--bp-ink);
    stroke-width: 3;
  }

  .digits .digits-whole-end {
    fill: var(--bp-ink);
  }

  .digits .digits-batch {
    stroke: var(--bp-backward);
    stroke-width: 1.4;
  }

  .digits .digits-batch-end {
    fill: var(--bp-backward);
  }

  .digits .digits-pair {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr)) minmax(110px, 1fr);
    gap: var(--bp-space-3);
    margin: var(--bp-space-2) 0;
  }

  .digits .digits-outputs :is(th, td) {
    padding: 1px 4px;
    border: 0;
    font-size: 13px;
  }

  .digits .digits-outputs td:nth-child(2) {
    width: 60%;
  }

  .digits .digits-outputs svg {
    width: 100%;
    height: 10px;
  }

  .digits .digits-output {
    fill: var(--bp-forward);
  }

  .digits .digits-told {
    font-weight: 600;
  }

  .digits .digits-confusion table {
    width: 100%;
    table-layout: fixed;
  }

  .digits .digits-confusion caption {
    text-align: start;
    font-size: 13px;
  }

  .digits .digits-confusion :is(th, td) {
    padding: 0;
    height: 28px;
    vertical-align: middle;
    text-align: center;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }

  .digits .digits-right {
    background: var(--bp-forward-wash);
  }

  .digits .digits-cell {
    width: 100%;
    height: 27px;
    padding: 0;
    border: 0;
    background: var(--bp-backward-wash);
    color: var(--bp-ink);
    font: inherit;
    cursor: pointer;
  }

  @container (max-width: 720px) {
    .digits .digits-pair {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .digits .digits-outputs {
      grid-column: 1 / -1;
    }
  }

  @container (max-width: 480px) {
    .digits :is(.digits-halves, .digits-charts) {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (forced-colors: active) {
    .digits svg {
      forced-color-adjust: none;
    }
  }
`;

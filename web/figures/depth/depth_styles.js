import { css } from "lit";

/** The deep stack: plots, their words beside them, and the settings below. */
export const depthStyles = css`
  .depth .depth-now {
    min-height: 4.35em;
    max-width: 66ch;
    margin-bottom: var(--bp-space-4);
  }

  .depth :is(.depth-main, .depth-side) {
    min-width: 0;
  }

  .depth h3 {
    font: 600 14px/1.4 var(--bp-font-ui);
  }

  .depth svg {
    display: block;
    width: 100%;
  }

  .depth .depth-faint {
    fill: var(--bp-ink-faint);
  }

  .depth .depth-dot {
    fill: color-mix(in srgb, var(--bp-backward) 74%, var(--bp-raised));
  }

  .depth .depth-chosen .depth-dot {
    fill: var(--bp-backward);
    stroke: var(--bp-ink);
    stroke-width: 1.5px;
  }

  .depth .depth-start {
    stroke: var(--bp-ink-soft);
    stroke-width: 2px;
  }

  .depth .depth-zero {
    font-weight: 600;
    font-size: 11px;
    fill: var(--bp-backward);
  }

  .depth .depth-bound {
    fill: none;
    stroke: var(--bp-ink);
    stroke-width: 1.6px;
    stroke-dasharray: 6 4;
    pointer-events: none;
  }

  .depth .depth-legend {
    min-height: 22px;
    margin: 0 0 var(--bp-space-1);
  }

  .depth .depth-legend li {
    gap: var(--bp-space-2);
  }

  .depth .depth-legend svg {
    flex: none;
    width: 30px;
    height: 10px;
  }

  .depth .depth-column {
    fill: transparent;
    cursor: pointer;
  }

  .depth .depth-column:hover {
    fill: color-mix(in srgb, var(--bp-ink) 7%, transparent);
  }

  .depth .depth-layer-line {
    margin-top: var(--bp-space-2);
  }

  .depth .depth-layer-choice {
    display: grid;
    grid-template-columns: 5.2em minmax(0, 1fr);
    gap: var(--bp-space-2);
    align-items: center;
    font-size: 14px;
    font-weight: 500;
  }

  .depth :is(.depth-layer-sentence, .depth-training-sentence) {
    min-height: 4.2em;
    color: var(--bp-ink-soft);
    font-size: 14px;
    line-height: 1.4;
    text-wrap: pretty;
  }

  .depth .depth-training {
    margin-top: var(--bp-space-3);
  }

  .depth .depth-buttons {
    margin-bottom: var(--bp-space-2);
  }

  .depth .depth-moved-title {
    margin-top: var(--bp-space-2);
  }

  .depth .depth-moved-plot {
    position: relative;
    min-height: 150px;
    margin-top: var(--bp-space-1);
  }

  .depth .depth-untrained {
    position: absolute;
    inset: 24px 60px auto;
    color: var(--bp-ink-soft);
    font-size: 14px;
    text-align: center;
  }

  .depth .activation-curve {
    margin-top: var(--bp-space-4);
  }

  .depth .depth-layers {
    max-height: 300px;
    overflow: auto;
  }

  .depth .depth-layers :is(th, td) {
    text-align: end;
  }

  .depth .depth-factor {
    display: flex;
    align-items: center;
    min-height: 84px;
    margin-bottom: var(--bp-space-3);
    overflow-x: auto;
  }

  .depth .depth-comparisons {
    width: 100%;
  }

  .depth .depth-comparisons caption {
    padding-bottom: var(--bp-space-1);
    font: 600 14px/1.4 var(--bp-font-ui);
    text-align: start;
  }

  .depth .depth-comparisons :is(th, td) {
    padding: 6px 0 6px var(--bp-space-3);
    font-size: 13px;
  }

  .depth .depth-comparisons :is(th, td):first-child {
    padding-inline-start: 0;
  }

  .depth .depth-comparisons thead th {
    color: var(--bp-ink-soft);
    text-align: end;
    border-top: 0;
  }

  .depth .depth-comparisons .depth-measured :is(th, td) {
    color: var(--bp-backward);
    font-weight: 600;
  }

  .depth .depth-settings {
    gap: var(--bp-space-3) var(--bp-space-4);
    margin: var(--bp-space-5) 0 0;
  }

  .depth .more-controls {
    margin-top: var(--bp-space-4);
  }

  .depth .more-controls .depth-settings {
    margin-top: 0;
  }

  .depth .depth-count {
    flex: 1 1 11em;
  }

  .depth .depth-count-row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 2em;
    gap: var(--bp-space-2);
    align-items: center;
    min-height: 34px;
    color: var(--bp-ink);
  }

  .depth .depth-settings .field input[type="text"] {
    width: 6.5em;
  }

  .depth .depth-settings .field input:disabled {
    color: var(--bp-ink-faint);
    border-color: var(--bp-line);
  }

  .depth .depth-checks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--bp-space-4);
  }

  @container (min-width: 600px) {
    .depth .depth-panels {
      grid-template-columns: minmax(0, 1fr) minmax(285px, 0.8fr);
    }
  }

  @container (min-width: 820px) {
    .depth .depth-panels {
      grid-template-columns: minmax(0, 1.75fr) minmax(0, 1fr);
    }
  }

  @container (max-width: 560px) {
    .depth .depth-now {
      min-height: 7.3em;
      font-size: 17px;
    }

    .depth :is(.depth-layer-sentence, .depth-training-sentence) {
      min-height: 5.6em;
    }
  }

  @media (forced-colors: active) {
    .depth .depth-dot {
      fill: CanvasText;
      forced-color-adjust: none;
    }

    .depth .depth-chosen .depth-dot {
      fill: Highlight;
      stroke: CanvasText;
    }
  }
`;

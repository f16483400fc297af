import { css } from "lit";

/** Of the figure `slopes`. */
export const slopesStyles = css`
  .slopes {
    display: grid;
    gap: var(--bp-space-4);
  }

  .slopes-sentence {
    min-height: 50px;
  }

  .slopes-columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(300px, 42%);
    gap: var(--bp-space-4) var(--bp-space-5);
    align-items: start;
  }

  .slopes-picture,
  .slopes-numbers {
    display: grid;
    gap: var(--bp-space-3);
    align-content: start;
    min-width: 0;
  }

  .slopes-lesson {
    min-height: 3em;
    font: 16px/1.45 var(--bp-font-text);
    text-wrap: pretty;
  }

  .slopes-plot > svg {
    display: block;
    width: 100%;
    height: auto;
    touch-action: pan-y pinch-zoom;
    user-select: none;
    -webkit-user-select: none;
  }

  .slopes-plot > .slopes-whole {
    cursor: ew-resize;
  }

  .slopes-plot .slopes-axis-label {
    fill: var(--bp-ink);
    font: italic 15px var(--bp-font-text);
  }

  .slopes-curve {
    fill: none;
    stroke: var(--bp-forward);
    stroke-width: 2.25;
  }

  .slopes-tangent {
    fill: none;
    stroke: var(--bp-backward);
    stroke-width: 1.75;
  }

  .slopes-tangent[data-hovered] {
    stroke-width: 3;
  }

  .slopes-run {
    stroke: var(--bp-ink-soft);
    stroke-width: 1.5;
    stroke-dasharray: 3 3;
  }

  .slopes-rise {
    fill: none;
    stroke: var(--bp-ink);
    stroke-width: 3;
  }

  .slopes-nudged {
    fill: var(--bp-raised);
    stroke: var(--bp-ink);
    stroke-width: 2;
  }

  .slopes-promised {
    fill: none;
    stroke: var(--bp-backward);
    stroke-width: 2;
  }

  .slopes-point {
    outline: none;
  }

  .slopes-touch {
    fill: transparent;
  }

  .slopes-point-mark {
    fill: var(--bp-ink);
    stroke: var(--bp-raised);
    stroke-width: 2;
  }

  .slopes-point:focus-visible .slopes-touch {
    stroke: var(--bp-focus);
    stroke-width: 2;
  }

  .slopes-legend {
    margin-top: var(--bp-space-1);
  }

  .slopes-legend svg {
    width: 16px;
    height: 16px;
  }

  .slopes-fields .field input {
    width: 7em;
  }

  .slopes-passed {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-2) 0;
    font: 14px/1.35 var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
  }

  .slopes-passed li {
    display: flex;
    align-items: center;
  }

  .slopes-factor {
    padding: 0 6px;
    color: var(--bp-backward);
    border-bottom: 2px solid currentColor;
    white-space: nowrap;
  }

  .slopes-quantity {
    display: grid;
    padding: 4px 10px;
    text-align: center;
    white-space: nowrap;
  }

  .slopes-quantity i {
    font: italic 15px var(--bp-font-text);
  }

  .slopes-nudges {
    width: 100%;
    border-collapse: collapse;
    font: 14px/1.35 var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
  }

  .slopes-nudges caption {
    padding-bottom: var(--bp-space-1);
    font: 600 13px/1.3 var(--bp-font-ui);
    color: var(--bp-ink-soft);
    text-align: start;
  }

  .slopes-nudges :is(th, td) {
    padding: 3px 8px;
    font-weight: 400;
    text-align: end;
    border-top: 1px solid var(--bp-line);
  }

  .slopes-nudges thead th {
    color: var(--bp-ink-soft);
    border-top: 0;
  }

  .slopes-nudges .button {
    min-width: 5em;
    min-height: 28px;
    justify-content: flex-end;
  }

  .slopes-nudges .button[aria-pressed="true"] {
    border-color: var(--bp-ink);
    border-width: 2px;
  }

  .slopes-slope :is(th, td) {
    font-weight: 600;
    color: var(--bp-backward);
  }

  .slopes-equations {
    display: grid;
    gap: var(--bp-space-2);
  }

  .slopes-equations li {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-2) var(--bp-space-4);
    align-items: center;
  }

  @container (max-width: 579px) {
    .slopes-columns {
      grid-template-columns: minmax(0, 1fr);
    }

    .slopes-lesson {
      min-height: 0;
    }
  }

  @media (forced-colors: active) {
    .slopes-point-mark {
      fill: CanvasText;
    }

    .slopes-curve,
    .slopes-tangent,
    .slopes-rise,
    .slopes-nudged,
    .slopes-promised {
      stroke: CanvasText;
    }

    .slopes-tangent {
      stroke-dasharray: 8 3;
    }
  }
`;

import { css } from "lit";

/** The figure on paths: a drawing, the sum below it, and what it costs. */
export const pathsStyles = css`
  .paths > * {
    min-width: 0;
  }

  .paths-head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--bp-space-4);
    align-items: baseline;
    justify-content: space-between;
  }

  .paths-tally {
    margin-inline-start: auto;
    text-align: end;
    color: var(--bp-ink-soft);
    font-size: 14px;
  }

  .paths-tally b {
    color: var(--bp-ink);
    font-size: 20px;
    font-weight: 600;
  }

  /* All paths that are left are lit; the one whose factors are shown has a halo besides. */
  .paths .net-line.is-lit:not(.is-traced, .is-selected) .net-line-halo {
    stroke: none;
  }

  .paths-sentence {
    min-height: 3lh;
    font: 17px/1.45 var(--bp-font-text);
    max-width: 76ch;
  }

  .paths-stage {
    display: grid;
    justify-items: center;
  }

  .paths-controls {
    display: grid;
    grid-template-columns: auto minmax(10em, 1fr) auto;
    gap: var(--bp-space-3) var(--bp-space-5);
    align-items: end;
  }

  .paths-scrubber {
    display: grid;
  }

  .paths-products {
    display: grid;
    gap: var(--bp-space-4);
  }

  .paths-terms {
    display: grid;
    gap: 2px;
  }

  .paths-choose {
    display: grid;
    grid-template-columns: minmax(0, auto) minmax(0, 1fr) auto;
    gap: 0 var(--bp-space-3);
    align-items: baseline;
    width: 100%;
    min-height: 34px;
    padding: 6px var(--bp-space-2);
    font: 14px/1.4 var(--bp-font-ui);
    font-feature-settings: "tnum";
    color: var(--bp-ink);
    text-align: start;
    background: none;
    border: 0;
    border-left: 3px solid transparent;
    border-radius: 3px;
    cursor: pointer;
    position: relative;
  }

  .paths-choose:hover {
    background: var(--bp-sunken);
  }

  .paths-choose[aria-pressed="true"] {
    border-left-color: var(--bp-backward);
    background: var(--bp-backward-wash);
    font-weight: 600;
  }

  .paths-way {
    color: var(--bp-ink-soft);
    font-weight: 400;
  }

  .paths-factors {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-1) var(--bp-space-1);
    align-items: end;
    padding: var(--bp-space-2) var(--bp-space-2) var(--bp-space-3);
    border-left: 3px solid var(--bp-backward);
  }

  .paths-factor {
    position: relative;
    display: inline-grid;
    gap: 4px;
    justify-items: center;
    align-content: end;
    padding: 2px 5px;
    border-radius: 4px;
    font-size: 14px;
  }

  .paths-factor[data-hovered],
  .paths-tail[data-hovered] {
    background: color-mix(in srgb, var(--bp-ink) 9%, transparent);
  }

  .paths-times {
    padding-bottom: 3px;
    color: var(--bp-ink-soft);
  }

  .paths-sum {
    display: flex;
    gap: var(--bp-space-3);
    align-items: center;
    margin-top: var(--bp-space-1);
    padding: var(--bp-space-2);
    border-top: 2px solid var(--bp-ink);
    font-size: 15px;
  }

  .paths-sum math,
  .paths-factor math {
    font-size: 1.2em;
  }

  .paths-sum b {
    margin-inline-start: auto;
  }

  .paths-tails {
    padding: var(--bp-space-3);
  }

  .paths-tail {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 0.6em;
    align-items: center;
    padding: 3px 4px;
    border-radius: 4px;
  }

  .paths-numbers {
    color: var(--bp-ink-soft);
  }

  .paths-counts {
    display: grid;
    gap: var(--bp-space-3);
    padding-top: var(--bp-space-4);
    border-top: 1px solid var(--bp-line);
  }

  .paths-sliders,
  .paths-charts {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--bp-space-3) 24px;
  }

  .paths-slider {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) 2ch;
    gap: var(--bp-space-3);
    align-items: center;
    font-size: 14px;
  }

  @container (max-width: 660px) {
    .paths-controls {
      grid-template-columns: auto minmax(0, 1fr);
    }

    .paths-choose .number {
      grid-column: -2;
    }

    /* The drawing says where a path leads; here, only that of the chosen one is written out. */
    .paths-choose[aria-pressed="false"] .paths-way {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }

  @container (max-width: 599px) {
    .paths-controls,
    .paths-sliders,
    .paths-charts {
      grid-template-columns: minmax(0, 1fr);
    }

    .paths-sentence {
      min-height: 6lh;
      font-size: 16px;
    }

    .paths-tally {
      margin-inline-start: 0;
      text-align: start;
    }

    .paths-choose {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .paths-way {
      grid-row: 2;
      grid-column: 1 / -1;
    }
  }

  /* A prerendered figure holds both shapes of the drawing; the room decides. */
  @container (max-width: 599px) {
    .paths-stage .runs-right:has(~ .runs-down) {
      display: none;
    }
  }

  @container (min-width: 600px) {
    .paths-stage .runs-right ~ .runs-down {
      display: none;
    }
  }

  @media (pointer: coarse) {
    .paths-choose {
      min-height: 44px;
    }
  }

  @media (forced-colors: active) {
    .paths-choose[aria-pressed="true"] {
      border-left-color: Highlight;
    }
  }
`;

import { css } from "lit";
import { lineStyles } from "./marks/line_styles.js";
import { markStyles } from "./marks/mark_styles.js";

/** A drawn network in black on white, with one hue for each direction of the pass. */
export const drawingStyles = css`
  .network-drawing {
    display: block;
    max-width: 100%;
    height: auto;
    overflow: visible;
    font-family: var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
    font-size: 12px;
    user-select: none;
    -webkit-user-select: none;
  }

  .network-drawing text {
    fill: var(--bp-ink);
    stroke: none;
  }

  .network-drawing .net-letter {
    font-family: var(--bp-font-text);
    font-style: italic;
    font-size: 1.12em;
  }

  .network-drawing .net-index {
    font-family: var(--bp-font-text);
    font-size: 0.76em;
    stroke: none;
  }

  .network-drawing .net-math {
    font-family: var(--bp-font-math);
    font-style: normal;
  }

  .network-drawing .net-power {
    font-size: 0.72em;
  }

  ${lineStyles}
  ${markStyles}

  /* Focus */

  .net-weight:focus-visible .net-plate {
    fill: var(--bp-raised);
    stroke: var(--bp-focus);
    stroke-width: 2.5px;
  }

  .net-unit:focus-visible .net-unit-halo,
  :is(.net-loss, .net-target):focus-visible .net-box-halo {
    stroke: var(--bp-focus);
    stroke-width: 2.5px;
  }

  /* With the reader's own colours; shapes, widths and dashes carry everything that hues do. */
  @media (forced-colors: active) {
    .network-drawing {
      --bp-paper: Canvas;
      --bp-raised: Canvas;
      --bp-sunken: Canvas;
      --bp-ink: CanvasText;
      --bp-ink-soft: CanvasText;
      --bp-ink-faint: GrayText;
      --bp-line: GrayText;
      --bp-line-strong: CanvasText;
      --bp-forward: LinkText;
      --bp-forward-wash: Highlight;
      --bp-backward: CanvasText;
      --bp-backward-wash: Highlight;
      --bp-loss: CanvasText;
      --bp-target: CanvasText;
      --bp-focus: Highlight;
      forced-color-adjust: none;
    }
  }

  /* The table of values */

  .values {
    overflow-x: auto;
  }

  .values-table {
    margin: var(--bp-space-2, 8px) 0;
    border-collapse: collapse;
    font: 14px/1.5 var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
  }

  .values-table caption {
    font-weight: 600;
    text-align: start;
  }

  .values-table :is(th, td) {
    padding: 2px 16px 2px 0;
    text-align: end;
    border-bottom: 1px solid var(--bp-line);
  }

  .values-table th {
    font-weight: 500;
  }

  .values-table :is(th:first-child) {
    text-align: start;
  }

  .values-loss {
    font: 14px/1.5 var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
  }

  .values-table .no-value {
    color: var(--bp-ink-faint);
  }
`;

import { css } from "lit";
import { axisStyles } from "../../kit/charts/axis_styles.js";
import { compactStyles } from "./compact_styles.js";
import { controlsStyles } from "./controls_styles.js";
import { oneLineStyles } from "./one_line/one_line_styles.js";
import { plotStyles } from "./plots/plot_styles.js";
import { tableStyles } from "./table_styles.js";

/** Layout of the XOR figure, from one wide picture to a 320 px column. */
const xorLayout = css`
  .xor {
    container-type: inline-size;
    display: flow-root;
    color: var(--bp-ink);
    font: 15px/1.45 var(--bp-font-ui);
  }

  .xor .xor-readout {
    display: grid;
    gap: var(--bp-space-3) var(--bp-space-5);
    margin-bottom: var(--bp-space-4);
  }

  .xor .xor-now {
    margin: 0;
    min-height: 4.35em;
    max-width: 62ch;
  }

  .xor .xor-readout dl {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--bp-space-2) var(--bp-space-4);
    margin: 0;
  }

  .xor dt {
    color: var(--bp-ink-soft);
    font-size: 13px;
  }

  .xor .xor-readout dl > div {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
  }

  .xor dt small {
    color: var(--bp-ink-faint);
    font-size: 12px;
    white-space: nowrap;
  }

  .xor dd {
    margin: 0;
    font-size: 20px;
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
  }

  .xor .xor-readout dd {
    white-space: nowrap;
  }

  .xor .own-data {
    margin-top: var(--bp-space-4);
  }

  .xor .xor-loss-value {
    color: var(--bp-loss);
  }

  .xor .xor-panel {
    min-width: 0;
  }

  /* Many inputs make a wide table. */
  .xor .xor-panels:has([data-part="parallel"]) .xor-panel-predictions {
    grid-column: 1 / -1;
  }

  .xor .xor-predictions-room {
    overflow-x: auto;
    scrollbar-width: thin;
  }

  .xor .xor-network-window > header {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--bp-space-4);
    align-items: center;
    justify-content: space-between;
  }

  .xor .xor-panel-title {
    margin: 0;
    font: 600 14px/26px var(--bp-font-ui);
    letter-spacing: 0.005em;
  }

  .xor .xor-panel-note {
    margin: var(--bp-space-1) 0 0;
    color: var(--bp-ink-soft);
    font-size: 13px;
    line-height: 1.4;
    text-wrap: pretty;
  }

  .xor .xor-panel .check {
    min-height: 26px;
    color: var(--bp-ink-soft);
    font-size: 13px;
  }

  .xor .xor-panel .check input {
    width: 15px;
    height: 15px;
  }

  /* What changes inside has no bearing on what is outside, and the browser need not look. */
  .xor .xor-plot {
    position: relative;
    contain: size layout style;
  }

  .xor .xor-plot svg {
    display: block;
    width: 100%;
  }

  .xor .xor-surface,
  .xor .xor-hidden-plot {
    aspect-ratio: 1;
  }

  .xor .xor-loss-plot {
    aspect-ratio: 2;
  }

  .xor .xor-plot > * {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }

  .xor .xor-hidden-plot {
    max-width: 300px;
  }

  .xor .xor-network-window {
    margin-top: var(--bp-space-5);
    padding-top: var(--bp-space-4);
    border-top: 1px solid var(--bp-line);
    scroll-margin: var(--bp-space-4);
  }

  .xor .xor-network-window backprop-figure {
    display: block;
    margin-top: var(--bp-space-3);
  }

  @container (min-width: 460px) {
    .xor .xor-now {
      min-height: 2.9em;
    }

    .xor .xor-readout dl {
      grid-template-columns: 1fr 1.2fr 1fr 2fr;
    }

    .xor .xor-panels {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.1fr);
    }

    .xor .xor-panel-surface,
    .xor .xor-panel-loss {
      grid-column: 1 / -1;
    }
  }

  @container (min-width: 540px) and (max-width: 859.9px) {
    .xor .xor-panels {
      grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
      grid-template-rows: auto 1fr;
      gap: var(--bp-space-4) var(--bp-space-5);
    }

    .xor .xor-panel-surface {
      grid-row: 1 / 3;
      grid-column: 1;
    }

    .xor :is(.xor-panel-loss, .xor-panel-hidden) {
      grid-column: 2;
    }

    .xor .xor-panel-loss {
      grid-row: 1;
    }

    .xor .xor-panel-hidden {
      grid-row: 2;
    }

    .xor .xor-hidden-plot {
      max-width: 264px;
    }

    .xor .xor-panel-predictions {
      grid-column: 1 / -1;
    }

    .xor .xor-training-bar {
      grid-template-columns: auto minmax(0, 1fr);
    }

    .xor .xor-training-bar > .xor-buttons {
      grid-column: 1 / -1;
    }
  }

  @container (min-width: 860px) {
    .xor .xor-readout {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: start;
    }

    /* Wide enough for any number, so that nothing moves while they change. */
    .xor .xor-readout dl {
      grid-template-columns: 88px 108px minmax(72px, max-content) 150px;
      gap: 0 var(--bp-space-3);
    }

    .xor .xor-panels {
      grid-template-columns: minmax(0, 1.12fr) minmax(0, 0.48fr) minmax(0, 0.52fr);
      grid-template-rows: auto 1fr auto;
      gap: var(--bp-space-4) var(--bp-space-5);
    }

    .xor .xor-panel-surface {
      grid-row: 1 / 3;
      grid-column: 1;
    }

    .xor .xor-panel-loss {
      grid-column: 2 / 4;
    }
  }

  @media (pointer: coarse) {
  }
`;

export const xorStyles = [
  axisStyles,
  xorLayout,
  controlsStyles,
  plotStyles,
  tableStyles,
  oneLineStyles,
  compactStyles,
];

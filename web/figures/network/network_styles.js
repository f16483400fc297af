import { css } from "lit";

/** How the parts of the network figure stand together. */
export const networkStyles = css`
  .network {
    display: grid;
    grid-template: "pass beside" auto / minmax(0, 1fr) minmax(300px, 36%);
    gap: var(--bp-space-4) var(--bp-space-5);
  }

  .pass {
    grid-area: pass;
    display: grid;
    grid-template-rows: minmax(75px, auto);
    align-content: start;
    gap: var(--bp-space-3);
    min-width: 0;
  }

  .tag {
    display: inline-block;
    margin-inline-end: var(--bp-space-2);
    padding: 1px 7px;
    font: 600 12px/1.5 var(--bp-font-ui);
    color: var(--bp-ink-soft);
    border: 1px solid currentColor;
    border-radius: 3px;
    vertical-align: 0.08em;
    white-space: nowrap;
  }

  .tag.forward {
    color: var(--bp-forward);
  }

  .tag.backward,
  .tag.update {
    color: var(--bp-backward);
  }

  .tag.loss {
    color: var(--bp-loss);
  }

  .waits {
    color: var(--bp-ink-soft);
  }

  .step-formula {
    display: grid;
    align-content: center;
    gap: 8px;
    min-height: 96px;
    padding: var(--bp-space-2) var(--bp-space-3);
  }

  .formula {
    font-size: 17px;
  }

  .numbers {
    color: var(--bp-ink-soft);
  }

  .curve-at-unit {
    padding: var(--bp-space-3) var(--bp-space-4);
  }

  .stage {
    min-width: 0;
  }

  .stage svg {
    display: block;
    width: 100%;
    height: auto;
  }

  /* Prerendered for both widths; the live figure draws the one it needs. */
  .stage svg + svg {
    display: none;
  }

  .controls {
    display: grid;
    align-content: start;
    gap: var(--bp-space-2);
  }

  .play {
    min-width: 5.2em;
  }

  .scrubber {
    display: grid;
    grid-template: "range" auto "position" auto / 1fr;
    align-items: center;
  }

  .scrubber .range {
    grid-area: range;
    z-index: 1;
    appearance: none;
    background: none;
  }

  .scrubber .range::-webkit-slider-thumb {
    appearance: none;
    width: 18px;
    height: 18px;
    background: var(--bp-ink);
    border: 3px solid var(--bp-raised);
    border-radius: 50%;
    box-shadow: 0 0 0 1px var(--bp-ink);
  }

  .scrubber .range::-moz-range-thumb {
    width: 12px;
    height: 12px;
    background: var(--bp-ink);
    border: 3px solid var(--bp-raised);
    border-radius: 50%;
    box-shadow: 0 0 0 1px var(--bp-ink);
  }

  .phases {
    grid-area: range;
    display: block;
    width: calc(100% - 18px);
    height: 6px;
    margin: 0 9px;
    border-radius: 3px;
  }

  .phases .forward {
    fill: var(--bp-forward);
  }

  .phases .loss {
    fill: var(--bp-loss);
  }

  .phases .backward {
    fill: var(--bp-backward);
  }

  .phases .update {
    fill: var(--bp-ink-faint);
  }

  .position {
    grid-area: position;
    font-size: 13px;
    color: var(--bp-ink-soft);
  }

  .speed {
    display: flex;
    gap: var(--bp-space-2);
    align-items: center;
    font-size: 13px;
    color: var(--bp-ink-soft);
  }

  .beside {
    grid-area: beside;
    display: grid;
    align-content: start;
    gap: var(--bp-space-4);
    min-width: 0;
  }

  .editor {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--bp-space-2);
    padding-top: var(--bp-space-3);
    border-top: 1px solid var(--bp-line);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-2) var(--bp-space-3);
    align-items: end;
  }

  .editor .field input {
    width: 4.4em;
  }

  /* A menu is as wide as its longest example, and no wider than its place. */
  .editor .field:has(.select) {
    min-width: 0;
    max-width: 100%;
  }

  .editor .select {
    max-width: 100%;
  }

  details .row {
    padding: var(--bp-space-2) 0;
  }

  .layer {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-2) var(--bp-space-3);
  }

  .undo {
    margin-inline-start: auto;
    white-space: nowrap;
  }

  .field-label sub {
    font-size: 0.75em;
  }

  .field-label i {
    font-family: var(--bp-font-text);
    font-size: 1.1em;
  }

  .values > :not(summary) {
    overflow-x: auto;
  }

  /* Without scripts the table is what the drawing cannot say; it stands open, and alone. */
  @media print, (scripting: none) {
    .more-controls:has(.values) > summary,
    .more-controls:has(.values) .stack > :not(.values) {
      display: none;
    }
  }

  @media (scripting: none) {
    .more-controls:has(.values)::details-content,
    .values::details-content {
      display: block;
      content-visibility: visible;
    }
  }

  @container (max-width: 960px) {
    .network {
      grid-template: "pass" auto "beside" auto / minmax(0, 1fr);
      align-content: start;
    }
  }

  @container (max-width: 599px) {
    .pass {
      grid-template-rows: minmax(124px, auto);
    }

    .stage svg:has(+ svg) {
      display: none;
    }

    .stage svg + svg {
      display: block;
    }

    .field input {
      width: 6em;
    }
  }
`;

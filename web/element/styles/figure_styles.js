import { css } from "lit";

/** What all figures share: the sheet they stand on, their headings, the line about the engine. */
export const figureStyles = css`
  :host {
    display: block;
    margin-block: var(--bp-space-4);
    container-type: inline-size;
    /* For a page that asks how wide it would be by itself, as in a flex row: a container has no width
       of its own, and would not be seen. */
    contain-intrinsic-inline-size: min(720px, 100vw - 48px);
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  /* What a page hands down, or sets on every element, ends here: a figure reads alike everywhere. */
  .figure,
  .missing,
  .share {
    color: var(--bp-ink);
    font: 15px/1.45 var(--bp-font-ui);
    font-feature-settings: "tnum", "calt";
    -webkit-text-size-adjust: 100%;
    writing-mode: horizontal-tb;
    direction: ltr;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    text-wrap: wrap;
    letter-spacing: normal;
    word-spacing: normal;
    word-break: normal;
    overflow-wrap: normal;
    white-space-collapse: collapse;
    line-break: auto;
    hyphens: manual;
    list-style: disc outside;
    border-spacing: 0;
    cursor: auto;
  }

  :host([hidden]) {
    display: none;
  }

  :host([theme="light"]) {
    color-scheme: light;
  }

  :host([theme="dark"]) {
    color-scheme: dark;
  }

  .figure {
    position: relative;
    box-sizing: border-box;
    padding: var(--bp-space-5);
    background: var(--bp-raised);
    border: 1px solid var(--bp-line);
    border-radius: 10px;
  }

  .figure *,
  .figure *::before {
    box-sizing: border-box;
  }

  h3,
  h4,
  p,
  dl,
  dd {
    margin: 0;
  }

  h3 {
    font: 600 16px/1.35 var(--bp-font-ui);
  }

  h3.minor,
  h4 {
    font: 600 13px/1.35 var(--bp-font-ui);
    color: var(--bp-ink-soft);
  }

  .soft {
    color: var(--bp-ink-soft);
    font-size: 14px;
  }

  .number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    text-align: end;
  }

  table {
    color: inherit; /* not so by itself on a page without a doctype */
    border-collapse: collapse;
    font-size: 14px;
    line-height: 1.35;
  }

  th {
    font-weight: 500;
    text-align: start;
  }

  th,
  td {
    padding: 5px var(--bp-space-2);
    vertical-align: baseline;
    border-top: 1px solid var(--bp-line);
  }

  summary {
    display: list-item;
    min-height: 28px;
    padding: 3px 0;
    font: 500 14px/1.5 var(--bp-font-ui);
    cursor: pointer;
  }

  footer {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-2) var(--bp-space-4);
    align-items: center;
    min-height: 34px;
    margin-top: var(--bp-space-3);
    padding-top: var(--bp-space-2);
    border-top: 1px solid var(--bp-line);
    color: var(--bp-ink-soft);
    font-size: 13px;
  }

  .engine {
    display: flex;
    flex: 1 1 0;
    flex-wrap: wrap;
    min-width: min(100%, 20em);
    gap: 0 var(--bp-space-3);
    align-items: center;
  }

  .engine progress {
    width: 9em;
    height: 6px;
    accent-color: var(--bp-ink-soft);
  }

  /* As wide as it will ever be, so that what follows stands still. */
  .engine .amount {
    min-width: 8.5em;
    font-variant-numeric: tabular-nums;
  }

  .engine.failed {
    color: var(--bp-loss);
  }

  .link-notes {
    display: grid;
    gap: var(--bp-space-2);
    justify-items: start;
    margin-bottom: var(--bp-space-4);
    padding: var(--bp-space-3) var(--bp-space-4);
    background: var(--bp-sunken);
    border-radius: var(--bp-radius);
    font-size: 14px;
    overflow-wrap: anywhere;
  }

  .link-notes ul {
    max-height: 9em;
    margin: 0;
    padding-left: 1.2em;
    overflow: auto;
  }

  .missing {
    padding: var(--bp-space-5);
  }

  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  [data-hovered]:is(tr, .field) {
    background: color-mix(in srgb, var(--bp-ink) 7%, transparent);
  }

  @container (max-width: 560px) {
    .figure {
      padding: var(--bp-space-4) var(--bp-space-3);
      border-radius: 8px;
    }

    footer {
      min-height: 58px;
    }
  }

  @media (pointer: coarse) {
    summary {
      min-height: 44px;
      padding: 10px 0;
    }
  }

  @media print {
    .figure {
      border-color: #999;
    }

    svg,
    table,
    :has(> svg, > table) {
      break-inside: avoid;
    }

    h3,
    h4,
    .sentence,
    [class$="-sentence"]:first-child {
      break-after: avoid;
    }
  }
`;

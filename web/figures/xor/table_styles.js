import { css } from "lit";

/** The legend of the surface and the table of predictions. */
export const tableStyles = css`
  .xor .xor-legend li {
    white-space: nowrap;
  }

  .xor .xor-legend .xor-mark-key {
    margin: 0;
  }

  .xor .xor-line-key {
    width: 26px;
    height: 16px;
  }

  .xor .xor-scale-bar {
    width: 64px;
    height: 10px;
    border: 1px solid var(--bp-line-strong);
    background: linear-gradient(
      to right,
      var(--bp-surface-low),
      var(--bp-surface-mid),
      var(--bp-surface-high)
    );
  }

  .xor .xor-predictions {
    width: 100%;
    max-width: 26em;
    margin-top: var(--bp-space-1);
    border-collapse: collapse;
    font-size: 14px;
    font-variant-numeric: tabular-nums;
  }

  .xor .xor-predictions-room .xor-predictions {
    max-width: none;
  }

  .xor .xor-predictions th,
  .xor .xor-predictions td {
    padding: 6px 0 6px var(--bp-space-2);
    border-bottom: 1px solid var(--bp-line);
    text-align: right;
    font-weight: 400;
    white-space: nowrap;
  }

  .xor .xor-predictions thead th {
    color: var(--bp-ink-soft);
  }

  .xor .xor-predictions :is(th, td):first-child {
    padding-left: 0;
    text-align: left;
  }

  .xor .xor-predictions abbr {
    text-decoration: none;
  }

  .xor .xor-rows-open tr {
    cursor: pointer;
  }

  .xor .xor-rows-open tr:hover {
    background: var(--bp-sunken);
  }

  .xor .xor-mark-key {
    width: 16px;
    height: 16px;
    margin-right: var(--bp-space-1);
    vertical-align: -3px;
  }

  .xor .xor-verdict {
    width: 1.6em;
  }

  .xor .xor-verdict.xor-wrong {
    color: var(--bp-loss);
    font-weight: 600;
  }
`;

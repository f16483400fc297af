import { css } from "lit";

/** The figure on learning rate and momentum. */
export const ratesStyles = css`
  .rates .rates-sentence {
    min-height: 2.9em;
  }

  .rates .rates-tag {
    margin-right: var(--bp-space-2);
    font-weight: 600;
  }

  .rates .rates-sentence[data-happening="divergence"] {
    color: var(--bp-loss);
  }

  .rates .rates-panels {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--bp-space-5);
    align-items: start;
  }

  .rates .rates-side {
    display: grid;
    gap: var(--bp-space-4);
    min-width: 0;
  }

  .rates .rates-runs {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: var(--bp-space-2);
  }

  .rates .rates-run {
    display: grid;
    grid-template-columns: 72px minmax(0, 1fr);
    gap: var(--bp-space-2);
    align-items: start;
    min-height: 44px;
    padding: 6px;
    color: var(--bp-ink);
    font: 14px/1.3 var(--bp-font-ui);
    text-align: start;
    background: none;
    border: 1px solid var(--bp-line);
    border-radius: var(--bp-radius);
    cursor: pointer;
  }

  .rates .rates-run:hover {
    border-color: var(--bp-ink);
  }

  .rates .rates-run[aria-pressed="true"] {
    border-color: var(--bp-ink);
    box-shadow: inset 0 0 0 1px var(--bp-ink);
  }

  .rates .rates-run-words {
    display: grid;
    gap: 1px;
  }

  .rates .rates-run-name {
    font-weight: 600;
  }

  .rates .rates-run-verdict {
    color: var(--bp-ink-soft);
    font-size: 13px;
  }

  .rates .rates-run-now {
    min-height: 1.3em;
    color: var(--bp-loss);
    font-size: 13px;
    font-weight: 500;
  }

  .rates .rates-equations {
    min-height: 150px;
  }

  .rates .rates-equation {
    margin-top: var(--bp-space-2);
  }

  .rates .rates-settings {
    align-items: start;
  }

  .rates .rates-wide {
    max-width: 100%;
  }

  @container (max-width: 1000px) {
    .rates .rates-runs {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }

  @container (max-width: 760px) {
    .rates .rates-runs {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .rates .rates-equation {
      font-size: 13px;
    }
  }

  @container (max-width: 579px) {
    .rates .rates-panels {
      grid-template-columns: minmax(0, 1fr);
    }

    .rates .rates-runs {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (forced-colors: active) {
    .rates .rates-run[aria-pressed="true"] {
      border: 3px solid Highlight;
    }
  }
`;

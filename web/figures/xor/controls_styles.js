import { css } from "lit";

/** The training bar and the settings of the XOR figure. */
export const controlsStyles = css`
  .xor .xor-training-bar {
    display: grid;
    gap: var(--bp-space-3) var(--bp-space-5);
  }

  .xor .xor-buttons {
    display: grid;
    grid-template-columns: repeat(3, auto);
    gap: var(--bp-space-2);
  }

  .xor .xor-train {
    min-width: 6.2em;
  }

  .xor :is(.xor-history, .xor-speed) {
    display: flex;
    gap: var(--bp-space-3);
    align-items: center;
    color: var(--bp-ink-soft);
    font-size: 13px;
  }

  .xor .xor-history > span {
    min-width: 8.6em;
  }

  .xor :is(.xor-history, .xor-speed) > span {
    flex: none;
  }

  .xor .xor-settings {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(7.6em, 1fr));
    gap: var(--bp-space-3) var(--bp-space-4);
    align-items: start;
  }

  .xor .xor-run-bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-2) var(--bp-space-5);
    align-items: center;
  }

  .xor .xor-settings .field {
    display: flex;
  }

  .xor .xor-settings :is(.field input[type="text"], .select) {
    width: 100%;
  }

  .xor .xor-units-row {
    display: flex;
    gap: var(--bp-space-2);
    align-items: center;
    min-height: 34px;
  }

  .xor .xor-units-row .number {
    min-width: 1ch;
    color: var(--bp-ink);
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }

  @container (min-width: 460px) {
    .xor .xor-training-bar {
      grid-column: 1 / -1;
    }

    .xor .xor-buttons {
      display: flex;
    }
  }

  @container (min-width: 860px) {
    .xor .xor-training-bar {
      grid-row: 3;
      grid-template-columns: auto minmax(0, 1fr);
      align-items: center;
    }

    .xor .xor-settings {
      grid-template-columns: repeat(7, minmax(0, 1fr));
    }
  }
`;

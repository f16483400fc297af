import { css } from "lit";

/** The share dialog: a sheet over the page, as wide as a column, or as a phone. */
export const shareStyles = css`
  .share {
    box-sizing: border-box;
    width: min(600px, 100vw - 24px);
    max-height: calc(100dvh - 24px);
    padding: 0;
    overflow: auto;
    color: var(--bp-ink);
    background: var(--bp-raised);
    border: 1px solid var(--bp-line-strong);
    border-radius: 10px;
    font: 15px/1.45 var(--bp-font-ui);
  }

  .share::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  .share-sheet {
    display: grid;
    gap: var(--bp-space-3);
    padding: var(--bp-space-5);
  }

  .share-sheet header {
    display: flex;
    gap: var(--bp-space-3);
    align-items: center;
    justify-content: space-between;
  }

  .share-sheet h2 {
    margin: 0;
    font: 600 18px/1.3 var(--bp-font-ui);
  }

  .share-part {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--bp-space-1) var(--bp-space-3);
    align-items: start;
    padding-top: var(--bp-space-3);
    border-top: 1px solid var(--bp-line);
  }

  .share-part label,
  .share-part h3,
  .share-part p,
  .share-buttons {
    grid-column: 1 / -1;
  }

  .share-part label,
  .share-part h3 {
    font: 600 15px/1.45 var(--bp-font-ui);
  }

  .share-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-2);
  }

  .share-part textarea {
    box-sizing: border-box;
    width: 100%;
    min-height: 34px;
    padding: 6px var(--bp-space-2);
    resize: vertical;
    color: var(--bp-ink);
    background: var(--bp-sunken);
    border: 1px solid var(--bp-line-strong);
    border-radius: var(--bp-radius);
    font: 12.5px/1.4 var(--bp-font-code);
    overflow-wrap: anywhere;
  }

  .share-part textarea:focus-visible {
    outline: 2px solid var(--bp-focus);
    outline-offset: 2px;
  }

  .share-part .button {
    min-width: 84px;
  }

  .share-said {
    min-height: 1.45em;
    color: var(--bp-ink-soft);
  }

  @media (max-width: 480px) {
    .share-sheet {
      padding: var(--bp-space-4);
    }

    .share-part {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

import { css } from "lit";

/** Step, Play and the scrubber. */
export const playbackStyles = css`
  .playback {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-2) var(--bp-space-4);
    align-items: center;
  }

  .playback-play {
    min-width: 5.2em;
  }

  .playback-scrubber {
    display: flex;
    flex: 1 1 260px;
    gap: var(--bp-space-3);
    align-items: center;
    min-width: 0;
  }

  .playback-position {
    flex: none;
    min-width: 8.5em;
    color: var(--bp-ink-soft);
    font-size: 14px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    text-align: end;
  }
`;

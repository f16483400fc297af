import { css } from "lit";

/** The bands of a surface, from low to high, and the marks of the examples on it. */
export const surfaceStyles = css`
  .example-mark {
    stroke: var(--bp-ink);
    stroke-width: 1.5;
  }

  .example-mark-one {
    fill: var(--bp-surface-high);
  }

  .example-mark-zero {
    fill: var(--bp-surface-low);
  }

  .surface-band-0 { fill: color-mix(in srgb, var(--bp-surface-low) 90%, var(--bp-surface-mid)); }
  .surface-band-1 { fill: color-mix(in srgb, var(--bp-surface-low) 70%, var(--bp-surface-mid)); }
  .surface-band-2 { fill: color-mix(in srgb, var(--bp-surface-low) 50%, var(--bp-surface-mid)); }
  .surface-band-3 { fill: color-mix(in srgb, var(--bp-surface-low) 30%, var(--bp-surface-mid)); }
  .surface-band-4 { fill: color-mix(in srgb, var(--bp-surface-low) 12%, var(--bp-surface-mid)); }
  .surface-band-5 { fill: var(--bp-surface-mid); }
  .surface-band-6 { fill: color-mix(in srgb, var(--bp-surface-high) 12%, var(--bp-surface-mid)); }
  .surface-band-7 { fill: color-mix(in srgb, var(--bp-surface-high) 30%, var(--bp-surface-mid)); }
  .surface-band-8 { fill: color-mix(in srgb, var(--bp-surface-high) 50%, var(--bp-surface-mid)); }
  .surface-band-9 { fill: color-mix(in srgb, var(--bp-surface-high) 70%, var(--bp-surface-mid)); }
  .surface-band-10 { fill: color-mix(in srgb, var(--bp-surface-high) 90%, var(--bp-surface-mid)); }
`;

import { css } from "lit";

/**
 * Colour, type and space, once. The build writes these same rules for `:root` of the page, so that
 * prose and figures share one language of colour: forward blue, backward orange, the loss dark red,
 * targets green-grey. Both themes are designed; `color-scheme` chooses.
 */
export const tokens = css`
  :host {
    --bp-paper: light-dark(#fdfcf8, #16181c);
    --bp-raised: light-dark(#ffffff, #1e2126);
    --bp-sunken: light-dark(#f4f2ea, #111317);
    --bp-ink: light-dark(#1d1c19, #ece9e1);
    --bp-ink-soft: light-dark(#55524a, #b5b1a6);
    --bp-ink-faint: light-dark(#6f6b61, #928e84);
    --bp-line: light-dark(#dcd8cc, #363a41);
    --bp-line-strong: light-dark(#8b867a, #777b83);
    --bp-forward: light-dark(#1a5fa8, #7db8f2);
    --bp-forward-wash: light-dark(#e6eff9, #1b2c3f);
    --bp-backward: light-dark(#b04a00, #f5a35c);
    --bp-backward-wash: light-dark(#fbeadd, #3b2817);
    --bp-loss: light-dark(#9b1c2e, #f2899a);
    --bp-target: light-dark(#4d6a58, #a3c2ae);
    --bp-focus: light-dark(#1a1a1a, #ffffff);
    --bp-surface-low: light-dark(#2f6fb3, #3f7fc4);
    --bp-surface-mid: light-dark(#f6f3ea, #23262b);
    --bp-surface-high: light-dark(#d9781f, #d07a2c);
    --bp-font-text: "Source Serif 4 Variable", "Source Serif Fallback", Georgia, "Times New Roman", serif;
    --bp-font-ui: "Inter Variable", "Inter Fallback", system-ui, "Helvetica Neue", Arial, sans-serif;
    --bp-font-math: "Noto Sans Math", "Latin Modern Math", "STIX Two Math", math;
    --bp-font-code: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, monospace;
    --bp-space-1: 4px;
    --bp-space-2: 8px;
    --bp-space-3: 12px;
    --bp-space-4: 16px;
    --bp-space-5: 24px;
    --bp-space-6: 40px;
    --bp-radius: 6px;
  }

  /* In the colours of somebody's own, halos of text are of their ground, and marks of their ink. */
  @media (forced-colors: active) {
    :host {
      --bp-paper: Canvas;
      --bp-raised: Canvas;
      --bp-sunken: Canvas;
      --bp-ink: CanvasText;
      --bp-ink-soft: CanvasText;
      --bp-ink-faint: CanvasText;
      --bp-line: CanvasText;
      --bp-line-strong: CanvasText;
      --bp-focus: Highlight;
    }
  }
`;

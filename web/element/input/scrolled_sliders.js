/**
 * A swipe that begins on a slider may scroll the page, and has moved the slider by then. The reader did not mean
 * to move it, so it is put back.
 * @param {HTMLElement} figure
 */
export function leaveScrolledSliders(figure) {
  /** @type {{slider: HTMLInputElement, value: string} | null} */
  let touched = null;
  figure.addEventListener("pointerdown", (event) => {
    const [slider] = event.composedPath();
    const isSlider = slider instanceof HTMLInputElement && slider.type === "range";
    touched = isSlider ? { slider, value: slider.value } : null;
  });
  figure.addEventListener("pointercancel", () => {
    if (!touched || touched.slider.value === touched.value) return;
    touched.slider.value = touched.value;
    for (const type of ["input", "change"]) {
      touched.slider.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }
    touched = null;
  });
}

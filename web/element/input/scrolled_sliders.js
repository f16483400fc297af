/**
 * A swipe that begins on a slider may scroll the page. The slider has moved by then: it goes back to
 * where it was, since the reader did not mean it.
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

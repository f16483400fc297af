import { svg } from "lit";

/**
 * The mark of an example: a circle where the target is 1, a square where it is 0, so that shape
 * alone tells them apart.
 * @param {number} target
 * @param {number} x
 * @param {number} y
 * @param {number} [size] half its width
 */
export function exampleMark(target, x, y, size = 6) {
  if (target >= 0.5) {
    return svg`<circle class="example-mark example-mark-one" cx=${x} cy=${y} r=${size}></circle>`;
  }
  const half = size - 0.5;
  return svg`<rect class="example-mark example-mark-zero" x=${x - half} y=${y - half} width=${2 * half}
    height=${2 * half}></rect>`;
}

/**
 * A whole number with its thousands apart: "12,400". The browser's `Intl` takes twenty milliseconds and
 * more to format its first number.
 * @param {number} value a count, rounded here
 */
export function countText(value) {
  return value.toFixed(0).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}

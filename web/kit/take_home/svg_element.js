const SVG = "http://www.w3.org/2000/svg";

/**
 * A new SVG element with these attributes.
 * @param {string} name
 * @param {Record<string, unknown>} attributes
 */
export function svgElement(name, attributes) {
  const element = document.createElementNS(SVG, name);
  setAll(element, attributes);
  return element;
}

/**
 * @param {Element} element
 * @param {Record<string, unknown>} attributes
 */
export function setAll(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/**
 * What the package is on a server, where there is neither a document nor an element to define: the
 * import does nothing there, and the page that the server sends has the element defined in a browser.
 */

/** Takes the place of the element's class, which nobody can make an element of on a server. */
export class BackpropFigure {}

/** Takes the place of what defines the element with one figure. */
export function define() {}

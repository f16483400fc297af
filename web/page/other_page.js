/**
 * Links that lead to a section or a figure that stands on another page, as those do that were made when all
 * sections were on one.
 */

import { hashText } from "./page_address.js";

/**
 * Goes to the page on which the linked place stands, if it is another one; the whole link comes along.
 * @param {ParentNode} contents of all pages
 */
export function goToPageOfLink(contents) {
  const text = hashText();
  const [place] = text.split("&", 1);
  const figure = /(?:^|&)figure=(\w+)/.exec(text)?.[1] ?? /^figure-(\w+)$/.exec(place)?.[1];
  if (document.getElementById(place)) return;
  const links = [...contents.querySelectorAll("a")];
  const link =
    links.find(({ hash }) => place && hash === `#${place}`) ??
    links.find(({ dataset }) => figure && dataset.figures?.split(" ").includes(figure));
  if (link && link.pathname !== location.pathname) location.replace(`${link.pathname}#${text}`);
}

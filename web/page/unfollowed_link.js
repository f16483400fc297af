import { render } from "lit";
import { words } from "../element/sharing/link_words.js";
import { leftOut } from "../kit/figure/left_out.js";

/**
 * Says at the top of the screen, wherever the reader is, why a link could not be opened.
 * @param {import("../kit/fields/fields.js").Refusal[]} notes
 */
export function sayUnfollowed(notes) {
  const place = document.createElement("div");
  place.className = "page-note";
  document.querySelector("main")?.prepend(place);
  render(
    leftOut(words.unfollowed, notes, () => place.remove()),
    place,
  );
}

import { notLoaded } from "../../downloads/failure_words.js";
import { bring } from "../../downloads/later_module.js";
import { words } from "../../kit/figure/figure_words.js";

/**
 * Opens the dialog by which a figure is handed on; its code is fetched when a reader first wants it.
 * @param {import("../figure_element.js").BackpropFigure} figure one that shows something
 * @returns {Promise<string | null>} why it could not be opened
 */
export async function openShare(figure) {
  try {
    const { openShareDialog } = await bring(() => import("./share_dialog.js"));
    openShareDialog(figure);
    return null;
  } catch (error) {
    return notLoaded(words.shareDialog, error);
  }
}

/**
 * Tells the page's styles that it was opened from the disk, where browsers run no module: this is a
 * script of the old kind.
 */
if (location.protocol === "file:") document.documentElement.classList.add("from-disk");

/**
 * Fires `missed` when a file is not on its server, or not as it was built: the site may have been
 * updated since the page was opened.
 */
export const missed = new EventTarget();

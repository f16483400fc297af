/**
 * @param {string | URL} url absolute
 * @returns {string} the same address with a slash at its end, whatever place in it a link names
 */
export function folderUrl(url) {
  const folder = new URL(url);
  folder.hash = "";
  if (!folder.pathname.endsWith("/")) folder.pathname += "/";
  return folder.href;
}

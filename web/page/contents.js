/**
 * Marks in the contents the section that is being read, and writes its name on the button that opens them.
 * Whoever has chosen a section sees it, and no longer the contents.
 * @param {HTMLElement} contents links to the headings of sections
 * @param {Element} button
 */
export function followReading(contents, button) {
  const links = new Map();
  for (const link of contents.querySelectorAll("a")) {
    const isHere = link.pathname === location.pathname;
    const heading = isHere && link.hash ? document.getElementById(link.hash.slice(1)) : null;
    const section = heading?.closest("section");
    if (section) links.set(section, link);
  }
  const name = button.textContent ?? "";
  const read = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const link = links.get(target);
        if (isIntersecting) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      }
      const now = contents.querySelector("[aria-current]");
      const said = part(now ? "unseen" : "contents-word", now ? `${name}: ` : name);
      button.replaceChildren(said, ...(now ? numberAndName(now) : []));
    },
    // One line, a third of the way down the screen: no two sections are on it.
    { rootMargin: "-33% 0px -67% 0px" },
  );
  for (const section of links.keys()) read.observe(section);
  contents.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a")) contents.hidePopover();
  });
}

/**
 * The number of a section, and its heading, which is not seen where there is no room for it.
 * @param {Element} link
 */
function numberAndName(link) {
  const item = /** @type {HTMLLIElement} */ (link.parentElement);
  return [String(item.value), part("section-name", ` · ${link.textContent}`)];
}

/**
 * @param {string} name of its class
 * @param {string} text
 */
function part(name, text) {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text;
  return span;
}

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
      button.replaceChildren(...(now ? [unseen(`${name}: `), sectionName(now)] : [name]));
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
 * The number and the heading of a section.
 * @param {Element} link
 */
function sectionName(link) {
  const item = /** @type {HTMLLIElement} */ (link.parentElement);
  return `${item.value} · ${link.textContent}`;
}

/**
 * Said to those who do not see the button, and not shown.
 * @param {string} text
 */
function unseen(text) {
  const span = document.createElement("span");
  span.className = "unseen";
  span.textContent = text;
  return span;
}

/**
 * Marks in a table of contents the section that is being read.
 * @param {Element} contents links to the headings of sections
 */
export function followReading(contents) {
  const links = new Map();
  for (const link of contents.querySelectorAll("a")) {
    const heading = document.getElementById(link.hash.slice(1));
    const section = heading?.closest("section");
    if (section) links.set(section, link);
  }
  const read = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const link = links.get(target);
        if (isIntersecting) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      }
    },
    // One line, a third of the way down the screen: no two sections are on it.
    { rootMargin: "-33% 0px -67% 0px" },
  );
  for (const section of links.keys()) read.observe(section);
}

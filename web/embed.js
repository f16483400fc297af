/** One figure alone, for a frame: `embed.html?figure=xor`, with the element's attributes as fields. */
import "./backprop-figure.js";
import { keepLink } from "./view/page_link.js";

const asked = new URLSearchParams(location.search);
const figure = /** @type {import("./backprop-figure.js").BackpropFigure} */ (
  document.createElement("backprop-figure")
);
for (const name of ["figure", "preset", "state", "theme"]) {
  const value = asked.get(name);
  if (value !== null) figure.setAttribute(name, value);
}
figure.toggleAttribute("predict", asked.has("predict") && asked.get("predict") !== "false");
document.querySelector("main")?.append(figure);
keepLink([figure]);

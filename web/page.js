/** The page: its figures are elements, and look after themselves. */
import "./backprop-figure.js";
import { followReading } from "./view/contents.js";

for (const contents of document.querySelectorAll(".contents")) followReading(contents);

/** The page: its figures are elements, and look after themselves. */
import "./backprop-figure.js";

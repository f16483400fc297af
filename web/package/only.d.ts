// The types of a module that brings one figure alone.

export type * from "./types.js";
export { BackpropFigure } from "./types.js";

/** Defines `<backprop-figure>`, if that was not done, for this figure too; does nothing on a server. */
export declare function define(): void;

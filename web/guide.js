/** The guide’s own script: a figure that an author puts together, with the lines to copy. */
import { buildSnippets } from "./page/snippet_builder.js";

buildSnippets(document);

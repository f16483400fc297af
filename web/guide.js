/** The guide’s own script: a figure that an author puts together, with the lines to copy. */
import { watchForNewBuild } from "./page/new_build.js";
import { buildSnippets } from "./page/snippet_builder.js";

watchForNewBuild();
buildSnippets(document);

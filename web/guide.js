/** The guide’s own script: a figure that an author puts together, and the heights of all. */
import { listHeights } from "./page/height_table.js";
import { watchForNewBuild } from "./page/new_build.js";
import { buildSnippets } from "./page/snippet_builder.js";

watchForNewBuild();
buildSnippets(document);
listHeights(document);

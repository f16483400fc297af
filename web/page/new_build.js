import { html, render } from "lit";
import { SILENCE } from "../downloads/deadline.js";
import { asJson, downloadAs } from "../downloads/download.js";
import { missed } from "../downloads/missed.js";
import { ownSite } from "../engine/site.js";

/** So long (ms) a tab was out of sight when the page asks whether the site is still the same. */
const LONG = 30 * 60_000;

/** What the engine says of a file that may be of another build. */
const REASONS = ["corrupt", "not_found"];

const words = {
  updated: "This site has been updated since you opened the page.",
  reload: "Reload: what you see stays",
};

/**
 * Says when the site has been built anew under the open page, and offers to load it. The page asks when
 * a file of its own is missing, and when somebody comes back to it after long.
 */
export function watchForNewBuild() {
  const meta = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="build"]'));
  const own = meta?.content;
  let isAsking = false;
  let seen = Date.now();
  const look = async () => {
    if (!own || isAsking) return;
    isAsking = true;
    const build = await buildOfSite().catch(() => own);
    // Once it is said nobody asks again.
    if (build === own) isAsking = false;
    else sayUpdated();
  };
  missed.addEventListener("missed", look);
  document.addEventListener("backprop-error", (event) => {
    if (REASONS.includes(/** @type {CustomEvent} */ (event).detail.reason)) look();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && Date.now() - seen > LONG) look();
    seen = Date.now();
  });
}

/** @returns {Promise<string>} rejects with a Failure */
async function buildOfSite() {
  const address = await ownSite.addressOf("build.json");
  return downloadAs(asBuild, address, { cache: "no-cache", silence: SILENCE });
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
function asBuild(bytes) {
  const { build } = asJson(bytes);
  if (typeof build !== "string") throw new TypeError("no build");
  return build;
}

function sayUpdated() {
  const place = document.createElement("div");
  place.className = "page-note";
  place.setAttribute("role", "status");
  document.querySelector("main")?.prepend(place);
  render(
    html`<p>${words.updated}</p>
      <button @click=${() => location.reload()}>${words.reload}</button>`,
    place,
  );
}

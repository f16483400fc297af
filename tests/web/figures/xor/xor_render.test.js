import assert from "node:assert/strict";
import test from "node:test";
import { render } from "@lit-labs/ssr";
import { collectResultSync } from "@lit-labs/ssr/lib/render-result.js";
import { ownSite } from "../../../../web/engine/site.js";
import { xorFigure } from "../../../../web/figures/xor/xor_figure.js";
import { describe, recorded } from "./xor_recording.js";

/** @import { FigureHost, Refusal } from "../../../../web/kit/figure/figure_host.js" */

/** The figure as the build draws it, where there is no page. */
function prerendered() {
  /** @type {Refusal[]} */
  const refusals = [];
  /** @type {FigureHost} */
  const host = {
    preset: null,
    predict: false,
    shadowRoot: null,
    describe,
    status: { kind: "recorded" },
    visible: false,
    clientWidth: 1120,
    reducedMotion: false,
    isCompact: false,
    fillsHeight: false,
    showPanels() {},
    site: ownSite,
    load: () => Promise.reject(new Error("no site")),
    ask: () => Promise.reject(new Error("no engine")),
    updateComplete: Promise.resolve(true),
    awaitDrawing: () => {},
    requestUpdate() {},
    openFigure: () => false,
    startPython() {},
    announce() {},
    refuse(refusal) {
      refusals.push(refusal);
    },
    changed() {},
    firstAnswerShown() {},
    setBusy() {},
  };
  const figure = xorFigure.create(host, recorded);
  return { figure, refusals, markup: collectResultSync(render(figure.render())) };
}

test("without JavaScript the picture is there: bands, lines, points and table", () => {
  const { markup } = prerendered();
  assert.match(markup, /class="surface-band surface-band-10"/);
  assert.match(markup, /class="xor-contour xor-decision"/);
  assert.equal(markup.match(/data-point="/g)?.length, 4);
  assert.equal(markup.match(/<tr data-example/g)?.length, 4);
});

test("nothing in the picture needs what a strict security policy forbids", () => {
  const { markup } = prerendered();
  assert.doesNotMatch(markup, /\sstyle=/);
  assert.doesNotMatch(markup, /\son[a-z]+=/);
});

test("a picture says in words what it shows", () => {
  const { markup } = prerendered();
  assert.match(markup, /Decision surface at epoch 0: 2 of 4 examples/);
  assert.match(markup, /\(0, 1\) gives 0\.50, target 1\./);
  assert.match(markup, /Loss curve, linear axis: 0\.125 at the start, 0\.125 at epoch 0\./);
});

test("each example is a button that says its name, its output and whether it is right", () => {
  const { markup } = prerendered();
  assert.match(
    markup,
    /aria-label="Example \(1, 0\), target 1, output 0\.50, wrong: open in the network"/,
  );
});

test("a box that is not ticked is not drawn as ticked", () => {
  const { markup } = prerendered();
  assert.doesNotMatch(markup, /<input type="checkbox"[^>]*\schecked/);
});

test("the state is plain data with the weights in it", () => {
  const { figure } = prerendered();
  const state = /** @type {any} */ (figure.getState());
  assert.equal(state.hidden_units, 2);
  assert.equal(state.epoch, 0);
  assert.deepEqual(state.parameters, new Array(9).fill(0));
  assert.deepEqual(structuredClone(state), state);
});

test("a field that the figure does not have is refused by its name", () => {
  const { figure, refusals } = prerendered();
  figure.setState({ log_scale: true, speed: "warp", __proto__: { seed: 1 } });
  assert.equal(/** @type {any} */ (figure.getState()).log_scale, true);
  assert.deepEqual(
    refusals.map(({ field }) => field),
    ["speed"],
  );
});

import assert from "node:assert/strict";
import test from "node:test";
import { readFields, readLink } from "../../../web/element/sharing/link.js";
import { shareTexts } from "../../../web/element/sharing/share_texts.js";
import { blameFigure } from "../../../web/figures/blame/blame_figure.js";
import { bringKinds } from "../../../web/figures/brought_kinds.js";
import { kinds } from "../../../web/figures/figure_kinds.js";

bringKinds(kinds);

const shared = {
  page: "https://site.example/a/",
  script: "https://site.example/a/backprop-figure.js",
  kind: blameFigure,
  state: { shares: [1, 0.5], branching: true },
  opening: { shares: [1, 0.5], branching: false },
  attributes: {},
  height: 812.3,
  title: "A figure",
};

test("each text carries the whole state", () => {
  const { link, frame, element } = shareTexts(shared);
  const text = "figure=blame&shares=1,0.5&branching=true";
  assert.equal(link, `https://site.example/a/#v=1&${text}`);
  assert.equal(
    frame,
    `<iframe src="https://site.example/a/embed.html?figure=blame#v=1&amp;${text.replaceAll("&", "&amp;")}" ` +
      'title="A figure" width="100%" height="813" loading="lazy" frameborder="0"></iframe>\n' +
      '<script type="module" src="https://site.example/a/fit-frame.js"></script>',
  );
  assert.equal(
    element,
    '<script type="module" src="https://site.example/a/backprop-figure.js"></script>\n' +
      `<backprop-figure figure="blame" state="${text.replaceAll("&", "&amp;")}">` +
      `<a href="https://site.example/a/#v=1&amp;${text.replaceAll("&", "&amp;")}">` +
      '<img src="https://site.example/a/previews/blame.png" alt width="100%" loading="lazy"><br>' +
      "A figure</a>" +
      "</backprop-figure>",
  );
  const [{ pairs }] = readLink((link ?? "").split("#")[1]).figures;
  assert.deepEqual(readFields(blameFigure.link, pairs).fields, shared.state);
});

test("a figure that is as it opened needs no state, but is gone to", () => {
  const { link, frame, element } = shareTexts({ ...shared, state: shared.opening });
  assert.equal(link, "https://site.example/a/#v=1&figure=blame");
  assert.match(frame ?? "", /embed.html\?figure=blame" title/);
  assert.match(element, /<backprop-figure figure="blame"><a href="[^"]+#v=1&amp;figure=blame">/);
});

test("what an author set goes with it, and can be no markup", () => {
  const attributes = { heading: 'A "<b>" & more', theme: "dark", predict: "", preset: "x" };
  const { frame, element } = shareTexts({ ...shared, state: shared.opening, attributes });
  assert.match(element, /heading="A &quot;&lt;b&gt;&quot; &amp; more" theme="dark" predict>/);
  assert.match(element, /state="figure=blame&amp;shares/, "a preset is said by its state");
  assert.match(
    frame ?? "",
    /\?figure=blame&amp;heading=A\+%22%3Cb%3E%22\+%26\+more&amp;theme=dark&amp;predict=#v=1/,
  );
  assert.match(frame ?? "", /title="A &quot;&lt;b/);
});

test("a page that is no folder has its frame beside it", () => {
  const page = "https://site.example/a/embed.html";
  const { link, frame, element } = shareTexts({ ...shared, page, state: shared.opening });
  assert.equal(link, "https://site.example/a/embed.html#v=1&figure=blame");
  assert.match(frame ?? "", /src="https:\/\/site.example\/a\/embed.html\?figure=blame"/);
  assert.match(frame ?? "", /src="https:\/\/site.example\/a\/fit-frame.js"/);
  assert.match(element, /<img src="https:\/\/site.example\/a\/previews\/blame.png"/);
});

test("a site without pages has neither link nor frame, and one without a script only the element", () => {
  const { link, frame, element } = shareTexts({ ...shared, page: null, script: null });
  assert.deepEqual([link, frame], [null, null]);
  assert.match(element, /^<backprop-figure figure="blame" state="[^"]+"><\/backprop-figure>$/);
});

import assert from "node:assert/strict";
import test from "node:test";
import { failureSentences, lossSentences, stageLabels } from "../../../web/engine/engine_words.js";

test("each failure has one sentence of its own, each stage one label", () => {
  for (const words of [failureSentences, lossSentences]) {
    const sentences = Object.values(words);
    assert.equal(new Set(sentences).size, sentences.length);
    for (const sentence of sentences) assert.match(sentence, /^[A-Z][^.]+\.$/);
  }
  assert.equal(new Set(Object.values(stageLabels)).size, 5);
});

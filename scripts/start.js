// The entry of every npm command: checks Node, installs what is missing, then hands over to the
// Python script of the verb. Written so that an old Node can still read it and say that it is old.

import process from "node:process";

const OLDEST_NODE = 20;

/** @param {string} sentence */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

const version = process.versions.node;
const verb = process.argv[2] || "start";
if (Number(version.split(".")[0]) < OLDEST_NODE) {
  fail(
    `This needs Node ${OLDEST_NODE} or newer and found Node ${version}: install a newer one from ` +
      "nodejs.org, then run the same command again.",
  );
}

import("./launch/verbs.js")
  .then((verbs) => verbs.run(verb, process.argv.slice(3)))
  .then((code) => {
    process.exitCode = code;
  })
  .catch((problem) => {
    if (problem.name !== "SetupProblem") throw problem;
    fail(problem.message);
  });

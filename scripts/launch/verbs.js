// What each npm command runs, once Node is known to be new enough.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { findPython, installPackages, ROOT, VENV_PYTHON } from "./install.js";
import { SetupProblem } from "./setup_problem.js";

/** @typedef {"build" | "test"} Level which Python packages are needed; `test` contains `build` */

/**
 * What tests need: those of the core and of the page's scripts alone, no more than the build does.
 * @param {string[]} args
 * @returns {Level}
 */
function levelOfTests(args) {
  const named = args.filter((arg) => arg.startsWith("tests/"));
  const few = named.length > 0 && named.every((name) => /^tests\/(web\b|python\/.)/.test(name));
  return few ? "build" : "test";
}

/**
 * Scripts of each verb, run one after the other with the command's own arguments given to the last.
 * @type {Record<string, {level: Level | ((args: string[]) => Level), scripts: string[]}>}
 */
const VERBS = {
  start: { level: "build", scripts: ["build.py", "serve.py"] },
  build: { level: "build", scripts: ["build.py"] },
  package: { level: "build", scripts: ["build.py", "package.py"] },
  "new-figure": { level: "test", scripts: ["new_figure.py"] },
  wheel: { level: "test", scripts: ["build.py", "wheel.py"] },
  dev: { level: "test", scripts: ["dev.py"] },
  test: { level: levelOfTests, scripts: ["run_tests.py"] },
  check: { level: "test", scripts: ["check.py"] },
  format: { level: "test", scripts: ["tidy.py"] },
  bench: { level: "test", scripts: ["bench/run.py"] },
  pictures: { level: "test", scripts: ["build.py", "pictures/run.py"] },
};

/**
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
function runScript(script, args) {
  const file = path.join(ROOT, "scripts", script);
  if (!existsSync(file)) throw new SetupProblem(`There is no scripts/${script} yet.`);
  const child = spawn(VENV_PYTHON, [file, ...args], { cwd: ROOT, stdio: "inherit" });
  // Ctrl-C reaches the child as well; this process only waits for it to end in its own way.
  const ignore = () => {};
  const pass = () => child.kill("SIGTERM");
  process.on("SIGINT", ignore);
  process.on("SIGTERM", pass);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      process.off("SIGINT", ignore);
      process.off("SIGTERM", pass);
      resolve(code ?? 1);
    });
  });
}

/**
 * @param {string} verb
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
export async function run(verb, args) {
  const plan = VERBS[verb];
  if (!plan) {
    throw new SetupProblem(
      `There is no "${verb}": the verbs are ${Object.keys(VERBS).join(", ")}.`,
    );
  }
  findPython();
  await installPackages(typeof plan.level === "string" ? plan.level : plan.level(args));
  const last = plan.scripts.length - 1;
  for (const [index, script] of plan.scripts.entries()) {
    const code = await runScript(script, index === last ? args : []);
    if (code !== 0) return code;
  }
  return 0;
}

// Puts the pinned packages in place: node_modules by npm's lock, .venv by the Python one. Each is
// left alone while it is as new as its lock, so a second start neither waits nor needs a network.

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { explainInstall, SetupProblem } from "./setup_problem.js";

export const ROOT = path.resolve(fileURLToPath(import.meta.url), "../../..");
const LOGS = path.join(ROOT, ".cache", "logs");
const VENV = path.join(ROOT, ".venv");
const OLDEST_PYTHON = [3, 11];

export const VENV_PYTHON =
  process.platform === "win32"
    ? path.join(VENV, "Scripts", "python.exe")
    : path.join(VENV, "bin", "python");

/**
 * Runs an installer quietly, keeping its output for the one sentence that a failure gets.
 * @param {string} tool its name in that sentence
 * @param {string} command
 * @param {string[]} args
 * @param {AbortSignal} signal ends it
 */
async function install(tool, command, args, signal) {
  const child = spawn(command, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], signal });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const code = await new Promise((resolve) => {
    child.on("error", (error) => {
      output += String(error);
      resolve(1);
    });
    child.on("close", resolve);
  });
  if (code === 0) return;
  const logFile = path.join(LOGS, `${tool.replaceAll(/\W+/g, "_")}.log`);
  try {
    mkdirSync(LOGS, { recursive: true });
    writeFileSync(logFile, output);
  } catch (error) {
    output += String(error);
  }
  throw new SetupProblem(explainInstall(tool, output, path.relative(ROOT, logFile)));
}

/**
 * Puts in place what both locks name, side by side: each waits for the network half of its time.
 * @param {"build" | "test"} level which Python packages are needed
 */
export async function installPackages(level) {
  const stop = new AbortController();
  try {
    await Promise.all([installNodeModules(stop.signal), installPythonPackages(level, stop.signal)]);
  } finally {
    stop.abort();
  }
}

/**
 * `npm ci`, when node_modules is absent, half made, or older than the lock.
 * @param {AbortSignal} signal ends it
 */
async function installNodeModules(signal) {
  const lock = path.join(ROOT, "package-lock.json");
  const installed = path.join(ROOT, "node_modules", ".package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log("Installing the JavaScript packages …");
  const args = ["ci", "--no-progress", "--fetch-retries=1", "--fetch-retry-mintimeout=1000"];
  args.push("--fetch-retry-maxtimeout=1000", "--loglevel=error");
  const npmScript = process.env.npm_execpath;
  if (npmScript?.endsWith(".js"))
    await install("npm ci", process.execPath, [npmScript, ...args], signal);
  else await install("npm ci", process.platform === "win32" ? "npm.cmd" : "npm", args, signal);
}

/**
 * The first Python on the path that is new enough. `PYTHON` in the environment goes first.
 * @returns {string}
 */
export function findPython() {
  const names = ["python3", "python", "python3.14", "python3.13", "python3.12", "python3.11", "py"];
  if (process.env.PYTHON) names.unshift(process.env.PYTHON);
  const seen = [];
  for (const name of names) {
    const question = "import sys; print('.'.join(map(str, sys.version_info[:3])))";
    const answer = spawnSync(name, ["-c", question], { encoding: "utf8" });
    const version = /^(\d+)\.(\d+)\.\d+$/.exec((answer.stdout ?? "").trim());
    if (answer.status !== 0 || !version) continue;
    const [major, minor] = [Number(version[1]), Number(version[2])];
    if (major === OLDEST_PYTHON[0] && minor >= OLDEST_PYTHON[1]) return name;
    seen.push(version[0]);
  }
  const found = seen.length > 0 ? `found Python ${[...new Set(seen)].join(", ")}` : "found none";
  throw new SetupProblem(
    `This needs Python ${OLDEST_PYTHON.join(".")} or newer and ${found}: install a newer one from ` +
      "python.org, or name one in the variable PYTHON, then run the same command again.",
  );
}

/** Whether the .venv is whole: its interpreter runs and has pip. */
function venvWorks() {
  if (!existsSync(VENV_PYTHON)) return false;
  return spawnSync(VENV_PYTHON, ["-c", "import pip"], { stdio: "ignore" }).status === 0;
}

/**
 * A .venv with exactly the pinned Python packages.
 * @param {"build" | "test"} level which of requirements/*.txt is needed; `test` contains `build`
 * @param {AbortSignal} signal ends it
 */
async function installPythonPackages(level, signal) {
  const lock = path.join(ROOT, "requirements", `${level}.txt`);
  const wanted = createHash("sha256").update(readFileSync(lock, "utf8")).digest("hex");
  const stamp = path.join(VENV, `installed-${level}.sha256`);
  const works = venvWorks();
  if (works && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  if (!works) {
    const python = findPython();
    console.log("Making a Python environment in .venv …");
    await install("python -m venv", python, ["-m", "venv", "--clear", VENV], signal);
  }
  console.log("Installing the Python packages …");
  const pip = ["-m", "pip", "install", "--require-hashes", "--quiet", "-r", lock];
  pip.push("--disable-pip-version-check", "--no-input", "--retries=2", "--timeout=20");
  await install("pip install", VENV_PYTHON, pip, signal);
  writeFileSync(stamp, wanted);
}

// A script that stays: for each line that it reads, a list as JSON, it does something and answers with
// a line, "done" or "failed".

import process from "node:process";
import { createInterface } from "node:readline";

/**
 * @param {(...asked: any[]) => Promise<boolean>} act false when it failed, and has said why
 */
export async function stay(act) {
  for await (const line of createInterface({ input: process.stdin })) {
    console.log((await act(...JSON.parse(line))) ? "done" : "failed");
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
// Starts a program that prints its address, and stops it.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** Starts a program and waits for the address that it prints: `{ base, stop }`. */
export async function serve(program, args = [], options = {}) {
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const lines = createInterface({ input: child.stdout });
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  const address = (async () => {
    for await (const line of lines) {
      const found = /https?:\/\/[\w.:[\]-]+/.exec(line);
      if (found) {
        return found[0];
      }
    }
    return undefined;
  })();
  const base = await address;
  if (!base) {
    throw new Error(`${program} ended before it said its address`);
  }
  return { base, stop };
}

// SPDX-License-Identifier: AGPL-3.0-or-later
// An office to visit: the area of Valdoro in a database of its own, with its documents filed, and a server over it.
import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "./server.js";

const PROGRAM = process.env.AMBITO_E2E_PROGRAM;
const AREA = "demo/valdoro.toml";
const DOCUMENTS = "demo/documenti";

/** The people of the area who can sign in: `{ name, login, password }`. */
export function people() {
  const blocks = readFileSync(AREA, "utf8").split(/^\[\[/m).filter((block) => block.startsWith("person]]"));
  const value = (block, name) => new RegExp(`^${name} = "(.*)"$`, "m").exec(block)?.[1];
  const all = blocks.map((block) => ({
    name: value(block, "name"),
    login: value(block, "login"),
    password: value(block, "password"),
  }));
  return all.filter((person) => person.password);
}

/** Opens an office with nobody in it: `{ base, run, close }`, where `run` starts the program on its database. */
export async function openEmpty(fill = () => undefined) {
  const folder = mkdtempSync(join(tmpdir(), "ambito-e2e-"));
  const database = join(folder, "ambito.db");
  const run = (...args) => execFileSync(PROGRAM, [...args, "--database", database], { encoding: "utf8" });
  fill(run);
  const server = await serve(PROGRAM, ["serve", "--database", database, "--listen", "127.0.0.1:0"]);
  const close = async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  };
  return { base: server.base, run, close };
}

/** Opens the office of Valdoro, with its documents filed. */
export function openOffice() {
  // The one with people, money and phases comes in last, and so stands first.
  const texts = readdirSync(DOCUMENTS)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .reverse();
  return openEmpty((run) => {
    run("area", "load", AREA);
    run("import", ...texts.map((name) => join(DOCUMENTS, name)), "--body", "Ambito di Valdoro");
  });
}

/** The table of routes: `{ verb, path, needs }`. */
export function routes() {
  return JSON.parse(execFileSync(process.env.AMBITO_E2E_ROUTES, { encoding: "utf8" }));
}

/** The first route whose pattern an address fits: an address that is written out goes before one with parts. */
export function patternOf(path, table) {
  const parts = path.split("?")[0].split("/");
  const fits = (pattern) => {
    const expected = pattern.split("/");
    return expected.length === parts.length && expected.every((part, at) => part.startsWith("{") || part === parts[at]);
  };
  const found = table.filter((route) => route.verb === "GET" && fits(route.path)).map((route) => route.path);
  return found.sort((a, b) => a.split("{").length - b.split("{").length)[0];
}

/** Signs somebody in, as they would do it: with the second factor where it is asked for. */
export async function signIn(page, base, { login, password }) {
  await page.goto(`${base}/login`);
  await page.locator("input[name=login]").fill(login);
  await page.locator("input[name=password]").fill(password);
  await page.locator("form.form button[type=submit]").click();
  if (new URL(page.url()).pathname === "/login/factor") {
    const secret = (await page.locator("code.secret").textContent()).replaceAll(/\s/g, "");
    await page.locator("input[name=code]").fill(oneTimeCode(secret));
    await page.locator("form.form button[type=submit]").click();
    await page.locator("main a.btn-primary").click();
  }
  if ((await page.locator("header .who").count()) !== 1) {
    throw new Error(`${login} could not sign in: ${await page.locator("main").textContent()}`);
  }
}

/** The code that a telephone would show now (RFC 6238, six digits, thirty seconds). */
export function oneTimeCode(secret, now = Date.now()) {
  const bits = [...secret].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"));
  const bytes = bits.join("").match(/.{8}/g).map((byte) => parseInt(byte, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30000)));
  const digest = createHmac("sha1", Buffer.from(bytes)).update(counter).digest();
  const code = digest.readUInt32BE(digest[19] & 15) & 0x7fffffff;
  return String(code % 1000000).padStart(6, "0");
}

// SPDX-License-Identifier: AGPL-3.0-or-later
// Every page that a person can reach, as every person of Valdoro and as nobody, in both languages, wide and narrow,
// with scripts and without. Which pages there are is read from the table of routes, and from the links on the pages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { SCREENS, open, start } from "../lib/browser.js";
import { answer, inspect } from "../lib/checks.js";
import { openOffice, patternOf, people, routes, signIn } from "../lib/office.js";

/** Of pages that are made by one route, so many are looked at: a plan has hundreds of nodes. */
const ALIKE_MOST = 3;
/** Addresses that only lead out, or that a test of their own visits. */
const ELSEWHERE = [
  "/link/{secret}",
  "/login/code",
  "/login/factor",
  // They come to be when somebody brings a document in, has it read again, or hands a finding to a person.
  "/uploads/{id}",
  "/reviews/{id}/changes",
  "/errands/new",
  "/errands/{id}",
  "/errands/{id}/again",
  "/retention/runs/{id}",
  "/retention/holds/{id}/lift",
];
/** What stands behind a page without a link to it. */
const HIDDEN = { "/plans": ["/search?q=casa"], "/plans/{id}": ["/unread", "/notes"] };
const LANGUAGES = ["it", "en"];

let browser;
let office;
let table;
/** What was looked at, by everybody: the patterns, and the pages that differ by no more than names. */
const visited = new Set();
const seen = new Set();

before(async () => {
  browser = await start();
  office = await openOffice();
  table = routes();
});

after(async () => {
  await browser?.close();
  await office?.close();
});

/** A page without what differs from person to person and from visit to visit. */
function shapeOf(html) {
  return html
    .replace(/<header[\s\S]*?<\/header>/, "")
    .replaceAll(/[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z0-9_-]{40,}/g, "")
    .replaceAll(/<time[\s\S]*?<\/time>/g, "");
}

/**
 * Looks at one page in both languages, wide and narrow, and gives the links on it. A page that differs only by names
 * from one that was looked at is asked for, and not drawn again.
 */
async function look({ page, faults }, path, scripts) {
  const links = [];
  for (const language of LANGUAGES) {
    const address = `${office.base}${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
    const response = await page.request.get(address);
    const found = response.status() === 200 ? [] : [`status ${response.status()}`];
    if (found.length === 0 && response.headers()["content-type"].startsWith("text/html")) {
      const html = await response.text();
      const shape = `${scripts} ${shapeOf(html)}`;
      if (!seen.has(shape)) {
        seen.add(shape);
        found.push(...(await draw(page, address, language, scripts)));
      }
      links.push(...[...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, href]) => unescape(href)));
    }
    faults.push(...found.map((fault) => `${path} (${language}): ${fault}`));
  }
  return links.filter((href) => href.startsWith("/") && !href.includes("lang=")).map((href) => href.split("#")[0]);
}

/** An attribute as the browser reads it. */
function unescape(text) {
  return text.replaceAll("&#x27;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

/** Opens a page and gives what is wrong with it. */
async function draw(page, address, language, scripts) {
  const found = [];
  const response = await page.goto(address);
  for (const screen of Object.values(SCREENS)) {
    await page.setViewportSize(screen);
    found.push(...(await inspect(page, { scripts })));
  }
  return [...found, ...(await answer(page, response, language))];
}

/** Goes through all pages that somebody can reach from the first one, and gives what is wrong. */
async function walk(visitor, scripts) {
  const waiting = ["/", ...table.filter(({ verb, needs }) => verb === "GET" && needs === "Nothing").map((route) => route.path)];
  const done = new Set();
  const alike = new Map();
  while (waiting.length > 0) {
    const path = waiting.shift();
    const pattern = patternOf(path, table);
    if (done.has(path) || path.includes("{") || ELSEWHERE.includes(pattern)) {
      continue;
    }
    done.add(path);
    if (!pattern) {
      visitor.faults.push(`${path}: a link to an address that is in no route`);
      continue;
    }
    alike.set(pattern, (alike.get(pattern) ?? 0) + 1);
    if (alike.get(pattern) > ALIKE_MOST) {
      continue;
    }
    visited.add(pattern);
    waiting.push(...(await look(visitor, path, scripts)));
    // Pages that a form leads to, or a link that not every plan has.
    waiting.push(...(HIDDEN[pattern] ?? []).map((end) => path.split("?")[0] + end));
  }
}

for (const person of [undefined, ...people()]) {
  test(`the pages of ${person?.name ?? "somebody who did not sign in"}`, async () => {
    const visitor = await open(browser, office.base);
    if (person) {
      await signIn(visitor.page, office.base, person);
    }
    await walk(visitor, true);
    assert.deepEqual(visitor.faults, []);
    const state = await visitor.context.storageState();
    await visitor.context.close();
    const plain = await open(browser, office.base, { scripts: false, state });
    await walk(plain, false);
    assert.deepEqual(plain.faults, []);
    await plain.context.close();
  });
}

test("every page of the table of routes was visited by somebody", () => {
  const isPage = ({ verb, path }) => verb === "GET" && !path.startsWith("/api/") && !ELSEWHERE.includes(path);
  const pages = table.filter(isPage);
  assert.deepEqual(pages.map((route) => route.path).filter((path) => !visited.has(path)), []);
});

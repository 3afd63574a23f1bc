// SPDX-License-Identifier: AGPL-3.0-or-later
// The checks find what they are for: a page that is wrong in every way that they know.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SCREENS, open, start } from "../lib/browser.js";
import { accessibility, outline, width } from "../lib/checks.js";
import { serve } from "../lib/server.js";

const WRONG = `<html lang="it"><title>Ambito</title><h1>Uno</h1><h1>Due</h1><img src="/icon.svg">
  <p style="color: #ccc">chiaro</p><details><summary>piega</summary><div style="width: 900px">largo</div></details></html>`;

test("a page that is wrong in every way is found so", async (t) => {
  const browser = await start();
  t.after(() => browser.close());
  const server = await serve(process.env.AMBITO_E2E_COMPONENTS);
  t.after(() => server.stop());
  const { page, faults } = await open(browser, server.base, { screen: SCREENS.narrow });
  const response = await page.goto(server.base);
  assert.deepEqual(faults, []);
  // Its own policy refuses what is written into the page, which is told in the console.
  await page.evaluate(() => document.body.setAttribute("style", "color: red"));
  await page.evaluate(() => fetch("https://example.org/").catch(() => undefined));
  assert.equal(faults.filter((fault) => fault.includes("Content Security Policy")).length >= 2, true, faults.join("\n"));
  assert.equal(response.status(), 200);

  await page.goto("about:blank");
  await page.setContent(WRONG);
  const found = [...(await accessibility(page)), ...(await width(page)), ...(await outline(page))].join("\n");
  for (const words of ["image-alt", "color-contrast", "900", "2 headings", "0 main parts", "the title is"]) {
    assert.ok(found.includes(words), `${words} is not in\n${found}`);
  }
});

// SPDX-License-Identifier: AGPL-3.0-or-later
// Every component of the pages, on the page that shows each once: narrow and wide, with scripts and without.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { SCREENS, open, start } from "../lib/browser.js";
import { accessibility, answer, outline, width } from "../lib/checks.js";
import { serve } from "../lib/server.js";

let browser;
let server;

before(async () => {
  browser = await start();
  server = await serve(process.env.AMBITO_E2E_COMPONENTS);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

for (const path of ["/", "/refused"]) {
  for (const [name, screen] of Object.entries(SCREENS)) {
    for (const scripts of [true, false]) {
      test(`${path} on a ${name} screen, ${scripts ? "with" : "without"} scripts`, async () => {
        const { context, page, faults } = await open(browser, server.base, { screen, scripts });
        for (const language of ["it", "en"]) {
          const response = await page.goto(`${server.base}${path}?lang=${language}`);
          faults.push(...(await answer(page, response, language)), ...(await outline(page)), ...(await width(page)));
          // Without scripts axe cannot run either; the page is the same.
          faults.push(...(scripts ? await accessibility(page) : []));
        }
        assert.deepEqual(faults, []);
        await context.close();
      });
    }
  }
}

test("the keyboard reaches what a page can do, and sees where it is", async () => {
  const { context, page } = await open(browser, server.base);
  await page.goto(server.base);
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      const style = getComputedStyle(element);
      return { words: element.textContent.trim(), tag: element.tagName, seen: style.outlineStyle !== "none" };
    });
  await page.keyboard.press("Tab");
  assert.deepEqual(await focused(), { words: "Vai al contenuto", tag: "A", seen: true });
  await page.keyboard.press("Enter");
  assert.equal((await focused()).tag, "MAIN");
  await page.keyboard.press("Tab");
  // The way to this page is not shown on the first one: the next thing is what can be done here.
  assert.deepEqual(await focused(), { words: "Scarica", tag: "A", seen: true });
  await page.locator(".who summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal((await focused()).words, "La mia utenza");
  await page.keyboard.press("Escape");
  assert.equal((await focused()).tag, "SUMMARY");
  assert.equal(await page.locator(".who-panel").isVisible(), false);
  await context.close();
});

test("what is wrong has the keyboard, and leads to the field", async () => {
  const { context, page } = await open(browser, server.base);
  await page.goto(`${server.base}/refused`);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-labelledby")), "f--summary");
  await page.locator(".summary a", { hasText: "Posta elettronica: manca" }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "f-email");
  await context.close();
});

test("of two values the person chooses one, without scripts, and neither is chosen for them", async () => {
  const { context, page } = await open(browser, server.base, { scripts: false });
  await page.goto(`${server.base}/refused`);
  const name = page.getByRole("group", { name: "Nome e cognome" });
  assert.equal(await name.getByRole("radio", { checked: true }).count(), 0);
  await name.getByRole("radio", { name: "Ada Fabbri Conti" }).check();
  const sent = await page.evaluate(() => new FormData(document.querySelector("form.form")).getAll("name"));
  assert.deepEqual(sent, ["Ada Fabbri Conti"]);
  await context.close();
});

test("the menu of a narrow screen unfolds without scripts", async () => {
  const { context, page } = await open(browser, server.base, { screen: SCREENS.narrow, scripts: false });
  await page.goto(server.base);
  const audit = page.getByRole("link", { name: "Registro" });
  assert.equal(await audit.isVisible(), false);
  await page.locator(".menu-folded summary").click();
  assert.equal(await audit.isVisible(), true);
  await context.close();
});

// SPDX-License-Identifier: AGPL-3.0-or-later
// The way in, from an empty database: the first administrator, the link, the second factor, a key for a program.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, start } from "../lib/browser.js";
import { inspect } from "../lib/checks.js";
import { oneTimeCode, openEmpty } from "../lib/office.js";

const PASSWORD = "quattro gatti sul muretto";

test("the first administrator gets in, with a second factor, and gives a program a key", async (t) => {
  const browser = await start();
  t.after(() => browser.close());
  const office = await openEmpty();
  t.after(() => office.close());
  const { context, page } = await open(browser, office.base);
  const looked = async () => assert.deepEqual(await inspect(page), [], page.url());
  const send = () => page.locator("main form button[type=submit]").first().click();

  // An empty database says how to begin.
  await page.goto(office.base);
  await looked();
  const said = office.run("area", "create", "Ambito di Valdoro", "--administrator", "Rita Prova", "--login", "rita");
  const [link] = /\/link\/\S+/.exec(said);

  // A password that is too short is refused, a good one is set; the link holds once.
  await page.goto(`${office.base}${link}`);
  await looked();
  await page.locator("[name=password]").fill("corta");
  await page.locator("[name=again]").fill("corta");
  await page.locator("form.form").evaluate((form) => {
    form.noValidate = true;
  });
  await send();
  assert.ok((await page.locator(".field-wrong").count()) > 0, await page.locator("main").textContent());
  await looked();
  await page.locator("[name=password]").fill(PASSWORD);
  await page.locator("[name=again]").fill(PASSWORD);
  await send();
  await looked();
  assert.notEqual((await page.request.get(`${office.base}${link}`)).status(), 200);

  // Who manages accounts shows a second factor, and gets codes for the day the telephone is lost.
  await page.goto(`${office.base}/login`);
  await page.locator("[name=login]").fill("rita");
  await page.locator("[name=password]").fill("sbagliata del tutto");
  await send();
  await looked();
  await page.locator("[name=password]").fill(PASSWORD);
  await send();
  assert.equal(new URL(page.url()).pathname, "/login/factor");
  await looked();
  const secret = (await page.locator("code.secret").textContent()).replaceAll(/\s/g, "");
  await page.locator("[name=code]").fill(oneTimeCode(secret));
  await send();
  await looked();
  const [recovery] = await page.locator(".codes code").allTextContents();
  await page.locator("main a.btn-primary").click();
  await looked();

  // Signed out, the telephone is lost: a recovery code is as good, once.
  await page.goto(`${office.base}/account`);
  await page.locator(".who summary").click();
  await page.locator(".who-panel button").click();
  await page.goto(`${office.base}/login`);
  await page.locator("[name=login]").fill("rita");
  await page.locator("[name=password]").fill(PASSWORD);
  await send();
  assert.equal(new URL(page.url()).pathname, "/login/code");
  await looked();
  await page.locator("[name=code]").fill("000000");
  await send();
  await looked();
  await page.locator("[name=code]").fill(recovery);
  await send();
  await looked();

  // A key for a program is shown once, with what it may do.
  await page.goto(`${office.base}/account/tokens/new`);
  await looked();
  await page.locator("[name=name]").fill("Foglio di calcolo");
  for (const box of await page.locator("form.form input[type=checkbox]").all()) {
    await box.check();
  }
  await send();
  await looked();
  await context.close();
});

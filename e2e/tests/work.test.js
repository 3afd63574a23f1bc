// SPDX-License-Identifier: AGPL-3.0-or-later
// People at work: nothing that somebody wrote is lost, to somebody else, to the end of a session, or to an error.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, start } from "../lib/browser.js";
import { inspect } from "../lib/checks.js";
import { openOffice, people, signIn } from "../lib/office.js";

let browser;
let office;
/** Who keeps the people of Valdoro. */
const keeper = people().find((person) => person.login === "sistema");
/** Whom the tests are about. */
const EDITED = "Ada Programmi";

before(async () => {
  browser = await start();
  office = await openOffice();
});

after(async () => {
  await browser?.close();
  await office?.close();
});

/** The keeper, with the form about somebody open. */
async function editing(name, options) {
  const { context, page, faults } = await open(browser, office.base, options);
  await signIn(page, office.base, keeper);
  await page.goto(`${office.base}/people`);
  await page.getByRole("link", { name }).click();
  await page.locator(".actions a").first().click();
  return { context, page, faults };
}

const save = (page) => page.locator("form.form button[type=submit]").click();
const fill = (page, name, value) => page.locator(`form.form [name=${name}]`).fill(value);

test("what two people wrote in the same field is shown, and one chooses; the rest is put together", async () => {
  const first = await editing(EDITED);
  const second = await editing(EDITED, { scripts: false });
  await fill(first.page, "email", "ada.prima@valdoro.example");
  await save(first.page);
  assert.match(await first.page.locator("main").textContent(), /ada\.prima@/);

  await fill(second.page, "name", "Ada Programmi Conti");
  await fill(second.page, "email", "ada.seconda@valdoro.example");
  await save(second.page);
  assert.deepEqual(await inspect(second.page, { scripts: false }), []);
  assert.equal(await second.page.locator("fieldset.field-doubled").count(), 1);
  assert.equal(await second.page.locator("[name=name]").inputValue(), "Ada Programmi Conti");
  await second.page.getByRole("radio", { name: "ada.prima@valdoro.example" }).check();
  await save(second.page);
  assert.equal(await second.page.locator("h1").textContent(), "Ada Programmi Conti");
  assert.match(await second.page.locator("main").textContent(), /ada\.prima@/);
  await first.context.close();
  await second.context.close();
});

test("what only the other changed is taken, and said", async () => {
  const first = await editing("Bruno Obiettivi");
  const second = await editing("Bruno Obiettivi");
  await fill(first.page, "email", "bruno@valdoro.example");
  await save(first.page);
  await fill(second.page, "name", "Bruno Obiettivi Neri");
  await save(second.page);
  assert.equal(await second.page.locator("fieldset.field-doubled").count(), 0);
  assert.equal(await second.page.locator("[name=email]").inputValue(), "bruno@valdoro.example");
  assert.equal(await second.page.locator("[name=name]").inputValue(), "Bruno Obiettivi Neri");
  assert.equal(await second.page.locator(".news-of").count(), 1);
  assert.deepEqual([...(await inspect(second.page)), ...unexpected(second.faults)], []);
  await save(second.page);
  assert.equal(await second.page.locator("h1").textContent(), "Bruno Obiettivi Neri");
  await first.context.close();
  await second.context.close();
});

test("an error keeps what was typed, and the keyboard is where it says what is wrong", async () => {
  const { context, page, faults } = await editing("Carla Approva");
  await page.locator("form.form").evaluate((form) => {
    form.noValidate = true;
  });
  await fill(page, "name", "");
  await fill(page, "login", "Carla Approva!");
  await save(page);
  assert.equal(await page.locator("[name=login]").inputValue(), "Carla Approva!");
  assert.equal(await page.evaluate(() => document.activeElement.classList.contains("summary")), true);
  assert.equal(await page.locator("[name=name]").getAttribute("aria-invalid"), "true");
  assert.deepEqual([...(await inspect(page)), ...unexpected(faults)], []);
  await context.close();
});

test("the end of a session loses nothing that was typed", async () => {
  const { context, page, faults } = await editing("Dario Conti");
  await fill(page, "name", "Dario Conti Bianchi");
  await context.clearCookies();
  await save(page);
  assert.deepEqual(await inspect(page), []);
  await fill(page, "login", keeper.login);
  await fill(page, "password", keeper.password);
  await save(page);
  assert.deepEqual(await inspect(page), []);
  await page.locator("main form button[type=submit]").click();
  assert.equal(await page.locator("[name=name]").inputValue(), "Dario Conti Bianchi");
  await save(page);
  assert.equal(await page.locator("h1").textContent(), "Dario Conti Bianchi");
  assert.deepEqual(unexpected(faults), []);
  await context.close();
});

test("the keyboard alone signs in, finds what is due and signs out", async () => {
  const { context, page } = await open(browser, office.base);
  const press = async (key, times = 1) => {
    for (let time = 0; time < times; time += 1) {
      await page.keyboard.press(key);
    }
  };
  const reach = async (words) => {
    for (let step = 0; step < 60; step += 1) {
      await press("Tab");
      const { text, seen } = await page.evaluate(() => {
        const { outlineStyle } = getComputedStyle(document.activeElement);
        return { text: document.activeElement.textContent.trim(), seen: outlineStyle !== "none" };
      });
      assert.ok(seen, `«${text}» has the keyboard and does not show it`);
      if (text.includes(words)) {
        return;
      }
    }
    assert.fail(`the keyboard does not reach «${words}»`);
  };
  await page.goto(`${office.base}/login`);
  await page.locator("[name=login]").focus();
  await page.keyboard.type(keeper.login);
  await press("Tab");
  await page.keyboard.type(keeper.password);
  await press("Enter");
  await page.waitForURL(`${office.base}/`);
  await reach("Attival");
  await page.reload();
  await reach(keeper.name);
  await press("Enter");
  await reach("Esci");
  await press("Enter");
  await page.waitForURL(/login/);
  await context.close();
});

/** What a page did wrong, apart from what the browser says of answers that are not a success. */
function unexpected(faults) {
  return faults.filter((fault) => !fault.includes("the server responded with a status of 4"));
}

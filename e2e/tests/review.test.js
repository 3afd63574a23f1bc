// SPDX-License-Identifier: AGPL-3.0-or-later
// A document reviewed: brought in, read, corrected, checked again, read again with a word more, filed; and every figure
// leads to its place. Once as most people work, once with the keyboard alone, at 320 px, in English, without scripts.
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { SCREENS, open, start } from "../lib/browser.js";
import { inspect } from "../lib/checks.js";
import { openEmpty, people, signIn } from "../lib/office.js";

const AREA = "demo/valdoro.toml";
const DOCUMENTS = "demo/documenti";
/** Published documents, where this machine has them. */
const PUBLISHED = "../shared/documents";
const PDFS = ["peg-2027.righe.pdf", "piano-di-zona.righe.pdf", "programma-fondi.senza-righe.pdf"];
/** How long a document may take to be read. */
const READ_MS = 120_000;

let browser;
let office;
/** Who writes the plans of Valdoro. */
const writer = people().find((person) => person.login === "programma");

before(async () => {
  browser = await start();
  office = await openEmpty((run) => run("area", "load", AREA));
});

after(async () => {
  await browser?.close();
  await office?.close();
});

/** The texts of a folder. */
const texts = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => join(folder, name));

/** The documents of the tests: five texts and three PDFs. */
function documents() {
  const published = existsSync(PUBLISHED) ? texts(PUBLISHED) : [];
  if (published.length === 0) {
    console.log("SKIPPED: the published documents are not on this machine; those of the demonstration stand in for them");
  }
  const five = published.length > 0 ? published : texts(DOCUMENTS);
  return [...five, ...PDFS.map((name) => join(DOCUMENTS, "resi", name))];
}

/** Brings files in and waits until each was read and checked. */
async function bring(page, files) {
  await page.goto(`${office.base}/reviews/new`);
  const body = page.locator("select[name=body]");
  if ((await body.count()) === 1) {
    await body.selectOption({ label: "Ambito di Valdoro" });
  }
  await page.locator("input[type=file]").setInputFiles(files);
  await Promise.all([page.waitForURL(/\/uploads\//), page.locator("main form.form button[type=submit]").click()]);
  const until = Date.now() + READ_MS;
  while ((await page.locator(".uploaded li .severity").count()) < files.length * 3) {
    assert.ok(Date.now() < until, `not read in time: ${await page.locator("main").textContent()}`);
    await page.waitForTimeout(300);
    await page.goto(page.url());
  }
}

/** Sends what the keyboard stands on, and waits for the page that answers. */
async function enter(page) {
  await Promise.all([page.waitForEvent("framenavigated"), page.keyboard.press("Enter")]);
  await page.waitForLoadState();
}

/** What a test must not see beside its own purpose. */
const unexpected = (faults) => faults.filter((fault) => !fault.includes("was preloaded"));

test("five texts and three PDFs come in together, are read, and each figure shows its place", async () => {
  const { context, page, faults } = await open(browser, office.base);
  await signIn(page, office.base, writer);
  const files = documents();
  await bring(page, files);
  assert.equal(await page.locator(".uploaded li").count(), files.length);
  assert.deepEqual([...(await inspect(page)), ...unexpected(faults)], []);
  const ways = await page.locator(".uploaded-name a").evaluateAll((links) => links.map((link) => link.href));
  assert.equal(ways.length, files.length);
  for (const way of ways) {
    await page.goto(way);
    assert.deepEqual(await inspect(page), [], way);
    const value = page.locator(".card-read .values dd a").first();
    if ((await value.count()) === 0) {
      continue;
    }
    await value.click();
    const place = page.locator(":target");
    assert.equal(await place.count(), 1, `${way}: the figure leads nowhere`);
    assert.ok(await place.isVisible(), way);
    // The words themselves are marked, or the line where they cannot be known; the way back stands in the line.
    const line = page.locator(".line:has(:target), .line-row:has(:target), .line:target, .line-row:target");
    assert.equal(await line.count(), 1, `${way}: the figure stands in no line`);
    const back = line.locator("a[href*='#r-'], a[href*='#u']").first();
    if ((await back.count()) === 1) {
      await back.click();
      assert.equal(await page.locator("article:target").count(), 1, `${way}: the line does not lead back`);
    }
  }
  assert.deepEqual(unexpected(faults), []);
  await context.close();
});

/** Corrects the first value of so many cards by adding a sign that nobody prints; gives the corrected texts. */
async function correctTen(page, wanted) {
  const made = [];
  for (let at = 0; made.length < wanted; at += 1) {
    const card = page.locator("article.card-read:has(details.mend)").nth(at);
    assert.ok((await card.count()) === 1, `only ${made.length} cards could be corrected`);
    const field = card.locator("[name='value.title'], [name='value.label'], [name='value.person'], [name='value.activity']").first();
    if ((await field.count()) === 0) {
      continue;
    }
    await card.locator("details.mend > summary").first().click();
    const text = `Prova ${made.length + 1} di correzione`;
    await field.fill(text);
    await card.locator("details.mend form.form button[type=submit]").first().click();
    made.push(text);
  }
  return made;
}

test("corrections carry who and the value before, outlive a second reading with a word more, and are filed", async () => {
  const { context, page, faults } = await open(browser, office.base);
  await signIn(page, office.base, writer);
  await bring(page, [join(DOCUMENTS, "peg-2027.txt")]);
  await page.locator(".uploaded-name a").click();
  const review = page.url().split("?")[0];
  const made = await correctTen(page, 10);
  await page.goto(`${review}/corrections`);
  assert.deepEqual([...(await inspect(page)), ...unexpected(faults)], []);
  const listed = await page.locator("main").textContent();
  for (const text of made) {
    assert.ok(listed.includes(text), text);
  }
  assert.ok(listed.includes(writer.name), "who corrected");
  // Narrowed and sorted as any list.
  await page.locator(".list-filters [name=words]").fill("prova 7");
  await page.locator(".list-filters button[type=submit]").click();
  await page.waitForURL(/words=/);
  const narrowed = await page.locator("#corrections tbody tr").allTextContents();
  assert.ok(narrowed.length > 0 && narrowed.length < made.length, `${narrowed.length} rows`);
  assert.ok(narrowed.some((row) => row.includes("Prova 7 di correzione")) && narrowed.every((row) => row.includes("7")));
  await page.goto(`${review}/corrections?sort=-new`);
  assert.match(await page.locator("#corrections tbody tr").first().textContent(), /Prova 9/);
  assert.deepEqual([...(await inspect(page)), ...unexpected(faults)], []);

  // What hardly can be is asked about, and saved when it is meant.
  const share = page.locator("article.card-read:has([name='value.share'])").first();
  await page.goto(review);
  await share.locator("details.mend > summary").first().click();
  await share.locator("[name='value.share']").first().fill("500");
  await share.locator("details.mend form.form button[type=submit]").first().click();
  assert.match(await page.locator("main").textContent(), /500%/);
  assert.deepEqual([...(await inspect(page)), ...unexpected(faults)], []);
  await page.getByRole("button", { name: "Salva comunque" }).click();
  assert.match(await page.locator("#reading").textContent(), /500%/);

  // A word more, and another reading.
  await page.goto(`${office.base}/words/new`);
  await page.locator("input[name=word]").fill("Consegna prevista");
  await page.locator("[name=meaning]").first().evaluate((field) => {
    if (field.tagName === "SELECT") {
      field.selectedIndex = field.options.length - 1;
    } else {
      field.checked = true;
    }
  });
  await page.locator("main form.form button[type=submit]").click();
  await page.goto(review);
  await page.locator("form[action$='/reread'] button").click();
  const until = Date.now() + READ_MS;
  while ((await page.locator("a[href$='/changes']").count()) === 0 || (await page.locator(".review").count()) === 0) {
    assert.ok(Date.now() < until, "the second reading does not end");
    await page.waitForTimeout(300);
    await page.goto(review);
  }
  const shown = await page.locator("#reading").textContent();
  for (const text of made) {
    assert.ok(shown.includes(text), `«${text}» did not outlive the second reading`);
  }

  await page.goto(`${review}/file`);
  assert.deepEqual(await inspect(page), []);
  await page.locator("main form.form button[type=submit]").click();
  await page.waitForURL(/\/plans\/|\/reviews\//);
  await page.goto(review);
  await page.locator("a[href^='/plans/']").first().click();
  // What was filed says what was corrected, and not what was read.
  const plan = page.url().split("?")[0];
  await page.goto(plan);
  const title = await page.locator("h1").textContent();
  for (const text of made.filter((one) => one !== title.trim())) {
    const hits = [];
    for (const list of ["search", "totals"]) {
      await page.goto(`${plan}/${list}?words=${encodeURIComponent(text)}`);
      hits.push(...(await page.locator("main .list-table tbody").allTextContents()));
    }
    assert.ok(hits.join(" ").includes(text), `«${text}» is not in the plan that was filed`);
  }
  await context.close();
});

test("what was typed in a correction comes back when the session ends in the middle", async () => {
  const { context, page } = await open(browser, office.base, { scripts: false });
  await signIn(page, office.base, writer);
  await bring(page, [join(DOCUMENTS, "piano-obiettivi.md")]);
  await page.locator(".uploaded-name a").click();
  const card = page.locator("article.card-read:has([name='value.title'])").first();
  await card.locator("details.mend > summary").first().click();
  await card.locator("[name='value.title']").first().fill("Un titolo scritto con pazienza");
  await context.clearCookies();
  await card.locator("details.mend form.form button[type=submit]").first().click();
  await page.locator("input[name=login]").fill(writer.login);
  await page.locator("input[name=password]").fill(writer.password);
  await page.locator("form.form button[type=submit]").click();
  await page.locator("main form button[type=submit]").first().click();
  assert.equal(await page.locator("[name='value.title']").first().inputValue(), "Un titolo scritto con pazienza");
  await page.locator("main form.form button[type=submit]").first().click();
  assert.match(await page.locator("#reading").textContent(), /Un titolo scritto con pazienza/);
  await context.close();
});

test("the keyboard alone, at 320 px, in English, without scripts: brought in, corrected, accepted, filed", async () => {
  const options = { screen: SCREENS.narrow, scripts: false, language: "en-GB" };
  const { context, page } = await open(browser, office.base, options);
  await signIn(page, office.base, writer);
  await page.goto(`${office.base}/?lang=en`);
  await bring(page, [join(DOCUMENTS, "programma-fondi.txt")]);
  await page.locator(".uploaded-name a").focus();
  await enter(page);
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.deepEqual(await inspect(page, { scripts: false }), []);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth).catch(() => 320);
  assert.ok(wide <= 320, `${wide} px wide`);
  const review = page.url().split("?")[0];
  // As it comes: looking at a page opens what is folded.
  await page.goto(review);

  const card = page.locator("article.card-read:has(details.mend [name='value.title'])").first();
  await card.locator("details.mend > summary").first().focus();
  await page.keyboard.press("Enter");
  await card.locator("[name='value.title']").first().focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Corrected by keyboard");
  await enter(page);
  assert.match(await page.locator("#reading").textContent(), /Corrected by keyboard/);

  const found = page.locator("article.card-found:has(details.mend)").first();
  if ((await found.count()) === 1) {
    await found.locator("details.mend > summary").first().focus();
    await page.keyboard.press("Enter");
    await found.locator("[name=reason]").first().focus();
    await page.keyboard.type("Rounding agreed with the accounts office");
    await found.locator("details.mend form.form button[type=submit]").first().focus();
    await enter(page);
    assert.match(await page.locator("#reading").textContent(), /Rounding agreed with the accounts office/);
  }

  await page.goto(`${review}/file`);
  assert.deepEqual(await inspect(page, { scripts: false }), []);
  await page.locator("main form.form button[type=submit]").focus();
  await enter(page);
  await page.goto(review);
  assert.ok((await page.locator("a[href^='/plans/']").count()) >= 1, "it was filed");
  await context.close();
});

// SPDX-License-Identifier: AGPL-3.0-or-later
// The records, as people use them: a deletion that two people decide, a hold, a verification, the files.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { SCREENS, open, start } from "../lib/browser.js";
import { accessibility, outline, width } from "../lib/checks.js";
import { openOffice, people, signIn } from "../lib/office.js";

let browser;
let office;

before(async () => {
  browser = await start();
  office = await openOffice();
});

after(async () => {
  await browser?.close();
  await office?.close();
});

/** The sessions of who signed in before: the second factor is set up once. */
const sessions = new Map();

/** Somebody signed in. */
async function visit(login) {
  const visitor = await open(browser, office.base, { state: sessions.get(login) });
  if (!sessions.has(login)) {
    await signIn(visitor.page, office.base, people().find((person) => person.login === login));
    sessions.set(login, await visitor.context.storageState());
  }
  return visitor;
}

/** Looks at the page that is shown, wide and narrow, and goes on with what is wrong in `faults`. */
async function look({ page, faults }) {
  for (const screen of [SCREENS.narrow, SCREENS.wide]) {
    await page.setViewportSize(screen);
    faults.push(...(await width(page)), ...(await accessibility(page)), ...(await outline(page)));
  }
  // What was unfolded to be measured would lie over the rest.
  await page.evaluate(() => document.querySelectorAll("details").forEach((folded) => (folded.open = false)));
}

const send = (page, words) => page.locator("main button[type=submit]", { hasText: words }).click();
const main = (page) => page.locator("main").textContent();

test("a deletion is prepared by one person and decided by another", async () => {
  const system = await visit("sistema");
  await system.page.goto(`${office.base}/retention`);
  await look(system);
  await send(system.page, "Prepara la cancellazione");
  await look(system);
  const run = system.page.url().split("?")[0];
  assert.match(run, /\/retention\/runs\/[0-9a-f]{32}$/);
  assert.equal(await system.page.locator("button", { hasText: "Esegui" }).count(), 0);
  assert.deepEqual(system.faults, []);

  const manager = await visit("direzione");
  await manager.page.goto(run);
  await look(manager);
  await send(manager.page, "Respingi");
  assert.match(await main(manager.page), /Motivo/);
  await manager.page.goto(run);
  await send(manager.page, "Esegui la cancellazione");
  assert.match(await main(manager.page), /Eseguita/);
  await look(manager);
  assert.deepEqual(manager.faults, []);
  await system.context.close();
  await manager.context.close();
});

test("who prepared a deletion cannot decide it", async () => {
  const manager = await visit("direzione");
  await manager.page.goto(`${office.base}/retention`);
  await send(manager.page, "Prepara la cancellazione");
  assert.match(await main(manager.page), /deve deciderla un’altra persona/);
  assert.equal(await manager.page.locator("button", { hasText: "Esegui" }).count(), 0);
  await look(manager);
  assert.deepEqual(manager.faults, []);
  await manager.context.close();
});

test("a hold is placed with a reason and lifted with another", async () => {
  const manager = await visit("direzione");
  const { page } = manager;
  await page.goto(`${office.base}/retention/holds/new`);
  await page.locator("textarea[name=reason]").fill("ricorso 12/2027");
  await send(page, "Metti il blocco");
  assert.match(await main(page), /Indichi una cosa sola/);
  assert.equal(await page.locator("textarea[name=reason]").inputValue(), "ricorso 12/2027");
  await look(manager);
  await page.locator("select[name=person]").selectOption({ index: 1 });
  await send(page, "Metti il blocco");
  assert.match(await main(page), /ricorso 12\/2027/);
  await look(manager);
  await page.locator("main a", { hasText: "Togli il blocco" }).click();
  await look(manager);
  await page.locator("textarea[name=reason]").fill("chiuso");
  await send(page, "Togli il blocco");
  assert.match(await main(page), /chiuso/);
  assert.deepEqual(manager.faults, []);
  await manager.context.close();
});

test("the record is verified against a line that was kept, and taken out whole", async () => {
  const auditor = await visit("revisione");
  const { page } = auditor;
  await page.goto(`${office.base}/audit`);
  await look(auditor);
  await send(page, "Riga da custodire");
  const line = await page.locator("pre code").textContent();
  await look(auditor);
  await page.goto(`${office.base}/audit/verify`);
  await page.locator("textarea[name=anchors]").fill(line.slice(0, 40));
  await send(page, "Verifica");
  assert.match(await main(page), /copiata male/);
  await page.locator("textarea[name=anchors]").fill(`Prot. 12\n${line}`);
  await send(page, "Verifica");
  assert.match(await main(page), /tutte integre/);
  assert.match(await main(page), /corrisponde/);
  await look(auditor);
  await page.goto(`${office.base}/audit`);
  const [file] = await Promise.all([page.waitForEvent("download"), send(page, "Esporta tutto")]);
  const lines = readFileSync(await file.path(), "utf8").trimEnd().split("\n").map((one) => JSON.parse(one));
  assert.equal(lines[0].ambito_audit, 1);
  assert.equal(lines.at(-1).count, lines.length - 2);
  assert.match(office.run("audit", "verify", await file.path(), "--lang", "it"), /tutte integre/);
  assert.deepEqual(auditor.faults, []);
  await auditor.context.close();
});

test("all that is held on a person is one file, for a purpose that is asked", async () => {
  const manager = await visit("direzione");
  const { page } = manager;
  await page.goto(`${office.base}/subjects`);
  await look(manager);
  await page.locator("select[name=person]").selectOption({ index: 1 });
  await page.locator("textarea[name=purpose]").fill("richiesta 3/2027");
  const [file] = await Promise.all([page.waitForEvent("download"), send(page, "Raccogli i dati")]);
  assert.match(file.suggestedFilename(), /^dati-personali-[0-9a-f]{32}\.html$/);
  const text = readFileSync(await file.path(), "utf8");
  assert.match(text, /richiesta 3\/2027/);
  assert.doesNotMatch(text, /(src|href)=/);
  await page.locator("input[value=json]").check();
  const [other] = await Promise.all([page.waitForEvent("download"), send(page, "Raccogli i dati")]);
  assert.equal(JSON.parse(readFileSync(await other.path(), "utf8")).purpose, "richiesta 3/2027");
  assert.deepEqual(manager.faults, []);
  await manager.context.close();
});

test("a letter says what a person may do", async () => {
  const manager = await visit("direzione");
  const { page } = manager;
  await page.goto(`${office.base}/register`);
  await look(manager);
  await page.locator("main a", { hasText: "Lettere di autorizzazione" }).click();
  await look(manager);
  await page.locator("#letters a").first().click();
  assert.match(await main(page), /2-quaterdecies/);
  await look(manager);
  assert.deepEqual(manager.faults, []);
  await manager.context.close();
});

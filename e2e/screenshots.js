// SPDX-License-Identifier: AGPL-3.0-or-later
// Writes the pictures of `docs/screenshots/`: the pages as the people of Valdoro see them. `cargo xtask screenshots`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { SCREENS, open, start } from "./lib/browser.js";
import { openOffice, people, signIn } from "./lib/office.js";

const OUT = process.argv[2] ?? "docs/screenshots";

/** A picture: its name, who looks, where, how they get there from there, on which screen. */
const PICTURES = [
  { name: "login", path: "/login" },
  { name: "today", who: "programma", path: "/" },
  { name: "today-narrow", who: "programma", path: "/", screen: SCREENS.narrow },
  { name: "today-english", who: "direzione", path: "/?lang=en" },
  { name: "plans", who: "programma", path: "/plans" },
  { name: "plan", who: "programma", path: "/plans", follow: ["main table a >> text=Piano di Zona"] },
  { name: "plan-narrow", who: "programma", path: "/plans", follow: ["main table a >> text=Piano di Zona"], screen: SCREENS.narrow },
  { name: "budget", who: "programma", path: "/plans", follow: ["main table a >> text=Piano Esecutivo", "nav.rooms a >> text=Bilancio"] },
  { name: "review", who: "programma", path: "/reviews", follow: ["main table a >> text=peg-2027"] },
  { name: "checks", who: "programma", path: "/checks" },
  { name: "bodies", who: "sistema", path: "/bodies" },
  { name: "body", who: "sistema", path: "/bodies", follow: ["text=Ambito di Valdoro >> nth=-1"] },
  { name: "person", who: "sistema", path: "/people", follow: ["main table a"] },
  { name: "person-edit", who: "sistema", path: "/people", follow: ["main table a", ".actions a"] },
  { name: "roles", who: "programma", path: "/roles" },
  { name: "roles-narrow", who: "programma", path: "/roles", screen: SCREENS.narrow },
  { name: "account", who: "programma", path: "/account" },
  { name: "factor", who: "programma", path: "/account/factor" },
  { name: "settings", who: "sistema", path: "/settings" },
  { name: "audit", who: "revisione", path: "/audit" },
  { name: "audit-narrow", who: "revisione", path: "/audit", screen: SCREENS.narrow },
  { name: "retention", who: "revisione", path: "/retention" },
];

mkdirSync(OUT, { recursive: true });
const browser = await start();
const office = await openOffice();
const known = new Map(people().map((person) => [person.login, person]));
for (const { name, who, path, follow = [], screen = SCREENS.wide } of PICTURES) {
  const { context, page } = await open(browser, office.base, { screen });
  if (who) {
    await signIn(page, office.base, known.get(who));
  }
  const response = await page.goto(`${office.base}${path}`);
  for (const link of follow) {
    await page.locator(link).first().click({ timeout: 3000 });
    await page.waitForLoadState();
  }
  await page.screenshot({ path: join(OUT, `${name}.png`), fullPage: true });
  console.log(`${name}: ${response.status()} ${new URL(page.url()).pathname}`);
  await context.close();
}
await browser.close();
await office.close();

// SPDX-License-Identifier: AGPL-3.0-or-later
// What every page keeps to, whatever is on it. Each check gives the list of what is wrong, as words.
import { axe } from "./packages.js";

/** The guidelines that the law names: WCAG 2.1, levels A and AA. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** What axe finds, one line a rule and place. */
export async function accessibility(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((tags) => axe.run({ runOnly: tags }), TAGS);
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `axe ${rule.id}: ${rule.help}: ${node.target.join(" ")}: ${node.html}`),
  );
}

/** Whether the page is wider than the screen, with all that folds unfolded. */
export async function width(page) {
  const { content, screen, widest } = await page.evaluate(() => {
    for (const folded of document.querySelectorAll("details")) {
      folded.open = true;
    }
    const screen = document.documentElement.clientWidth;
    const scrolls = (element) => element.closest(".table-scroll") !== null;
    const out = [...document.body.querySelectorAll("*")].filter(
      (element) => !scrolls(element) && element.getBoundingClientRect().right > screen + 1,
    );
    const place = out.slice(0, 3).map((element) => element.outerHTML.slice(0, 160));
    return { content: document.documentElement.scrollWidth, screen, widest: place };
  });
  return content > screen ? [`the page is ${content} px wide on a screen of ${screen}: ${widest.join(" … ")}`] : [];
}

/** The headers that every answer has, and the language of the page. */
export async function answer(page, response, language) {
  const headers = response.headers();
  const expected = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
  };
  const wrong = Object.entries(expected)
    .filter(([name, value]) => headers[name] !== value)
    .map(([name, value]) => `header ${name}: ${headers[name]} instead of ${value}`);
  const said = await page.evaluate(() => document.documentElement.lang);
  return said === language ? wrong : [...wrong, `the page says that its language is ${said}, not ${language}`];
}

/** One heading, one main part, a title of its own. */
export async function outline(page) {
  const found = await page.evaluate(() => ({
    headings: document.querySelectorAll("h1").length,
    mains: document.querySelectorAll("main").length,
    title: document.title,
  }));
  const wrong = [];
  if (found.headings !== 1) wrong.push(`${found.headings} headings h1`);
  if (found.mains !== 1) wrong.push(`${found.mains} main parts`);
  if (!/\S.* – /.test(found.title)) wrong.push(`the title is «${found.title}»`);
  return wrong;
}

/** What is wrong with the page as it stands, whatever the answer was: after a form was sent. */
export async function inspect(page, { scripts = true } = {}) {
  // Without scripts axe cannot run either.
  const found = scripts ? await accessibility(page) : [];
  return [...found, ...(await outline(page)), ...(await width(page))];
}

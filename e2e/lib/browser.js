// SPDX-License-Identifier: AGPL-3.0-or-later
// The browser of Debian, without anything that it would do on its own.
import { chromium } from "./packages.js";

const ARGUMENTS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // What the browser itself writes, as the date in its field, is in the language of the office.
  "--lang=it-IT",
];

/** Screens, in CSS pixels: that of an office and the narrowest that the guidelines ask for. */
export const SCREENS = { wide: { width: 1280, height: 900 }, narrow: { width: 320, height: 640 } };

/** Starts the browser. */
export function start() {
  const administrator = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: process.env.AMBITO_E2E_BROWSER,
    headless: true,
    args: administrator ? [...ARGUMENTS, "--no-sandbox"] : ARGUMENTS,
  });
}

/**
 * Opens a page that keeps what a good page does not do: words in the console, errors of scripts, requests that leave
 * the server. `faults` is the list of them.
 */
export async function open(browser, base, { screen = SCREENS.wide, scripts = true, language = "it-IT", state } = {}) {
  const context = await browser.newContext({
    viewport: screen,
    javaScriptEnabled: scripts,
    locale: language,
    storageState: state,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => {
    // The browser itself tells every answer that is not a success; the tests look at the status where it matters.
    // What it says under its breath (verbose) is advice to programmers.
    if (message.type() !== "verbose" && !message.text().startsWith("Failed to load resource")) {
      faults.push(`console: ${message.type()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith("data:")) {
      faults.push(`a request left the server: ${url}`);
    }
  });
  return { context, page, faults };
}

// SPDX-License-Identifier: AGPL-3.0-or-later
// The packages, from where `cargo xtask test` installed them: nothing is installed beside the sources.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const folder = process.env.AMBITO_E2E_PACKAGES;
if (!folder) {
  throw new Error("AMBITO_E2E_PACKAGES is not set: start these tests with `cargo xtask test --only e2e`");
}
const require = createRequire(`${folder}/here.js`);

export const { chromium } = require("playwright-core");

/** The text of axe, to be put into a page. */
export const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

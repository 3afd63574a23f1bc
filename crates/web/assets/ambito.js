// SPDX-License-Identifier: AGPL-3.0-or-later
// What makes a page kinder where scripts run. Everything works without it.

// What has to be read first is where the keyboard is: errors of a form, values of two people.
document.querySelector("[data-focus]")?.focus();

// A form is sent once, however often the button is pressed. The page may come back from the browser's memory.
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = "yes";
  });
  // Where the answer was a file the page is still there: what was changed on it can be sent again.
  form.addEventListener("input", () => delete form.dataset.sent);
}
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
  }
});

// What unfolds over the page folds again with Escape, or with a click elsewhere.
addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector("details[data-closes][open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});
addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details[data-closes][open]")) {
    if (!open.contains(event.target)) {
      open.open = false;
    }
  }
});

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

// What is made to be printed offers it; without a script there is the browser's own command.
const print = document.querySelector("[data-print]");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

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

// A line that the address asks for is in sight in its column, and so is the same line of the page as it is printed.
function show(place) {
  for (const shown of document.querySelectorAll(".facsimile .is-here")) {
    shown.classList.remove("is-here");
  }
  // The place of a value begins with its line.
  const line = (place || "none").replace(/v\d+$/, "");
  document.querySelector(`.cell[data-values~="${CSS.escape(place || "none")}"]`)?.classList.add("is-here");
  const piece = document.querySelector(`.piece[data-line="${CSS.escape(line)}"]`);
  if (piece?.getClientRects().length > 0) {
    piece.classList.add("is-here");
    piece.scrollIntoView({ block: "center" });
  }
}
if (document.querySelector(".review")) {
  addEventListener("hashchange", () => show(location.hash.slice(1)));
  const asked = document.querySelector(".lines .is-asked");
  // The address leads to a card; its line is shown beside it.
  if (asked && location.hash && location.hash !== `#${asked.id}`) {
    asked.scrollIntoView({ block: "center" });
    document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: "start" });
  }
  show(asked?.id ?? location.hash.slice(1));
  // Beside a line that is asked for stands what was read from it, where the two columns scroll by themselves.
  const door = asked?.querySelector("a.no")?.getAttribute("href");
  const card = door && document.getElementById(door.slice(1));
  const column = card?.closest(".review-side");
  if (card && location.hash === `#${asked.id}` && column.scrollHeight > column.clientHeight) {
    column.scrollTop += card.getBoundingClientRect().top - column.getBoundingClientRect().top - 60;
  }
}

// The page of documents that are being read looks again until all are there.
async function again(box) {
  await new Promise((done) => setTimeout(done, box.dataset.again * 1000));
  let next;
  try {
    const answer = await fetch(box.dataset.href, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    next = page.getElementById("progress");
  } catch {
    next = undefined;
  }
  if (!next) {
    again(box);
    return;
  }
  const focused = box.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  const told = box.querySelector("[role=status]");
  const telling = next.querySelector("[role=status]");
  // What is heard is written into the same place, so that it is heard once and only when it changes.
  if (told && telling && told.textContent !== telling.textContent) {
    told.textContent = telling.textContent;
  }
  telling?.replaceWith(told);
  box.replaceChildren(...next.childNodes);
  if (focused) {
    box.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
  }
  if (next.dataset.again) {
    again(box);
  }
}
const box = document.querySelector("#progress[data-again]");
if (box) {
  again(box);
}

// While files are sent, how much of them has arrived. What is too large is said before anything is sent.
const upload = document.querySelector("[data-upload]");
upload?.querySelector("form")?.addEventListener("submit", (event) => {
  const form = event.target;
  const said = upload.querySelector(".sending-now");
  const files = [...form.querySelector("input[type=file]").files];
  const megabytes = (bytes) => bytes / (1024 * 1024);
  const large = files.filter((file) => megabytes(file.size) > Number(upload.dataset.fileMax));
  const whole = files.reduce((sum, file) => sum + megabytes(file.size), 0);
  event.preventDefault();
  if (form.dataset.sending) {
    return;
  }
  if (large.length > 0 || whole > Number(upload.dataset.requestMax)) {
    delete form.dataset.sent;
    said.textContent = `${upload.dataset.large} ${(large.length > 0 ? large : files).map((file) => file.name).join(", ")}`;
    return;
  }
  form.dataset.sending = "yes";
  const bar = document.createElement("progress");
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", upload.dataset.sending);
  const words = document.createElement("span");
  said.replaceChildren(words, bar);
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", (sent) => {
    const share = sent.lengthComputable ? Math.floor((sent.loaded * 100) / sent.total) : 0;
    bar.value = share;
    words.textContent = share < 100 ? `${upload.dataset.sending} ${share}%` : upload.dataset.arrived;
  });
  const broken = () => {
    delete form.dataset.sent;
    delete form.dataset.sending;
    said.textContent = upload.dataset.broken;
  };
  request.addEventListener("error", broken);
  request.addEventListener("abort", broken);
  request.addEventListener("load", () => {
    if (request.status < 400 && request.responseURL && !request.responseURL.endsWith("/reviews/new")) {
      location.assign(request.responseURL);
      return;
    }
    // What the server says of it is shown as if the form had been sent without a script.
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    document.title = page.title;
    document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
    document.querySelector("[data-focus]")?.focus();
  });
  request.open("POST", form.action);
  request.send(new FormData(form));
});

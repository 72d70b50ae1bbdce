"use strict";
// Reading aids. Without them the page is whole: they add keys, buttons and
// search to what is there.
document.documentElement.classList.add("js");
document.addEventListener("DOMContentLoaded", () => {
  const $ = (selector) => document.querySelector(selector);
  const main = $("main");
  const rows = [...main.getElementsByClassName("row")]; // a live list is looked through anew after each change of a class
  const dialog = $("dialog");
  const box = $("input[type=search]");
  const singleKeys = $("dialog input");
  const output = $("output");
  let current = -1;

  const say = (text) => { output.textContent = text; };
  const fill = (form, ...parts) => parts.reduce((text, part) => text.replace("%s", part), form);
  const indexOf = (row) => Number(row.id.slice(3)) - 1;

  // One row at a time is in the tab order: the current one.
  function makeCurrent(index) {
    if (index === current) return; // taking the attribute away takes the focus away
    showTwins([]);
    if (word >= 0) say("");
    word = -1;
    const last = rows[Math.max(current, 0)];
    for (const name of ["tabindex", "role", "aria-label"]) last.removeAttribute(name);
    current = index;
    rows[index].tabIndex = 0;
    rows[index].setAttribute("role", "group");
    rows[index].setAttribute("aria-label", fill(main.dataset.row, index + 1));
  }

  function goTo(index) {
    if (!rows[index]) return;
    makeCurrent(index);
    rows[index].focus({ preventScroll: true });
    // Twice: laying out the rows on the way may change where the row is.
    rows[index].scrollIntoView({ block: "center", behavior: "instant" });
    requestAnimationFrame(() => rows[index].scrollIntoView({ block: "center", behavior: "instant" }));
  }

  // The row at which to start, if none has been visited: the first on screen.
  function place() {
    if (current >= 0) return current;
    const top = $(".bar").getBoundingClientRect().bottom;
    let low = 0, high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rows[middle].getBoundingClientRect().bottom <= top) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  function walk(step) {
    goTo(Math.min(Math.max(place() + step, 0), rows.length - 1));
  }

  // The next row of a class, on from the start after the end.
  function jump(kind, step) {
    const from = place();
    for (let n = 1; n <= rows.length; n++) {
      const index = (from + step * n + rows.length * 2) % rows.length;
      if (rows[index].classList.contains(kind)) {
        say("");
        return goTo(index);
      }
    }
    const button = $(`[data-go=${kind}]`);
    if (button) say(button.dataset.none);
  }

  function toggleVersion(button) {
    const hidden = new Set((main.dataset.hide || "").split(" ").filter(Boolean));
    const number = button.dataset.hide;
    const hide = !hidden.delete(number);
    if (hide) hidden.add(number);
    button.setAttribute("aria-pressed", hide);
    if (hidden.size) main.dataset.hide = [...hidden].join(" ");
    else delete main.dataset.hide;
    for (const row of [...main.getElementsByClassName("shown")]) row.classList.remove("shown");
  }

  const reveal = (row) => { if (main.dataset.hide) row.classList.toggle("shown"); };

  // Search: without regard to case, accents and kinds of space.
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").toLowerCase();
  let index = null, hits = [], hit = -1, sought = "";

  function find() {
    const words = plain(box.value).trim();
    if (words === sought) return;
    sought = words;
    for (const n of hits) rows[n].classList.remove("hit");
    hits = [];
    hit = -1;
    if (words) {
      index ||= Array.from(rows, (row) => plain(row.textContent));
      index.forEach((text, n) => { if (text.includes(words)) hits.push(n); });
      for (const n of hits) rows[n].classList.add("hit");
    }
    say(!words ? "" : hits.length ? fill(output.dataset.found, "–", hits.length) : output.dataset.notfound);
    if (window.CSS && CSS.highlights) CSS.highlights.delete("found");
  }

  function nextHit(step) {
    find();
    if (!hits.length) return;
    if (hit < 0) {
      const from = place();
      hit = step > 0 ? hits.findIndex((n) => n > from) : hits.findLastIndex((n) => n < from);
      if (hit < 0) hit = step > 0 ? 0 : hits.length - 1;
    } else {
      hit = (hit + step + hits.length) % hits.length;
    }
    const row = rows[hits[hit]];
    if (main.dataset.hide) row.classList.add("shown");
    goTo(hits[hit]);
    box.focus({ preventScroll: true });
    say(fill(output.dataset.found, hit + 1, hits.length));
    highlight(row);
  }

  // Marks the words found. Letters are made plain one by one, so that places in
  // the plain text can be led back to the text.
  function highlight(row) {
    if (!window.CSS || !CSS.highlights) return;
    const found = new Highlight();
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      let text = "";
      const places = [];
      for (let i = 0; i < node.length; i++) {
        for (const letter of plain(node.data[i])) {
          text += letter;
          places.push(i);
        }
      }
      for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
        const range = new Range();
        range.setStart(node, places[at]);
        range.setEnd(node, places[at + sought.length - 1] + 1);
        found.add(range);
      }
    }
    CSS.highlights.set("found", found);
  }

  // Word links. A row says where those of each further version are, by counting
  // what isn't white space in its first cell and in the version's: place and
  // length, place and length.
  const highlights = window.CSS && CSS.highlights;
  let linked = null, links = [], word = -1; // of the row visited last

  function linksOf(row) {
    if (row === linked) return links;
    const cells = row.querySelectorAll(".c");
    const first = lettersOf(cells[0]);
    linked = row;
    links = [];
    word = -1;
    for (let v = 2; v <= cells.length; v++) {
      const numbers = (row.dataset["w" + v] || "").split(" ").map(Number);
      const letters = lettersOf(cells[v - 1]);
      for (let i = 0; i + 3 < numbers.length; i += 4) {
        const pair = [rangeOf(first, numbers[i], numbers[i + 1]), rangeOf(letters, numbers[i + 2], numbers[i + 3])];
        if (pair[0] && pair[1]) links.push(pair);
      }
    }
    return links;
  }

  function lettersOf(cell) {
    const letters = [];
    const own = (node) => node.nodeType === Node.ELEMENT_NODE && node.matches(".mark, .note, .moved") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, own);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      let at = 0;
      for (const letter of node.data || "") {
        const end = at + letter.length;
        if (letter.trim() || letter === "\uFEFF") letters.push({ node, at, end });
        at = end;
      }
    }
    return letters;
  }

  function rangeOf(letters, place, length) {
    const first = letters[place], last = letters[place + length - 1];
    if (!first || !last) return null;
    const range = new Range();
    range.setStart(first.node, first.at);
    range.setEnd(last.node, last.end);
    return range;
  }

  function showTwins(pairs) {
    if (!highlights) return;
    if (pairs.length) highlights.set("twin", new Highlight(...pairs.flat()));
    else highlights.delete("twin");
  }

  // In a row with a hidden version the twin would tell what isn't to be seen.
  const open = (row) => row && (!main.dataset.hide || row.classList.contains("shown"));

  function point({ target, clientX: x, clientY: y }) {
    const row = target.closest(".row");
    if (!open(row)) return showTwins([]);
    const under = (range) => Array.from(range.getClientRects()).some((r) => x >= r.left && x < r.right && y >= r.top && y < r.bottom);
    showTwins(linksOf(row).filter((pair) => pair.some(under)));
  }

  function walkWords(row, step) {
    if (!open(row) || !linksOf(row).length) return false;
    word = word < 0 && step < 0 ? links.length - 1 : Math.min(Math.max(word + step, 0), links.length - 1);
    showTwins([links[word]]);
    say(links[word].join(" – "));
    return true;
  }

  // The bar tells in which section the reader is.
  const sections = [...main.getElementsByClassName("part")];
  const here = $(".here");
  let shownSection = null;

  function tellSection() {
    const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 1; // where a link leads to
    let low = 0, high = sections.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sections[middle].getBoundingClientRect().top <= top) low = middle + 1;
      else high = middle;
    }
    const section = sections[low - 1] || null;
    if (section === shownSection) return;
    shownSection = section;
    const heading = section && section.querySelector("h2, h3, h4, h5, h6");
    here.textContent = "";
    if (!heading) return;
    here.append(...heading.cloneNode(true).childNodes);
    for (const mark of [...here.querySelectorAll(".mark")]) mark.remove();
    here.lang = heading.closest("[lang]").lang;
  }

  // onceAFrame calls do with the last event of a frame.
  function onceAFrame(act) {
    let last = null;
    return (event) => {
      if (!last) requestAnimationFrame(() => { act(last); last = null; });
      last = event;
    };
  }

  function changeTheme() {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  }

  const keys = {
    j: () => walk(1), k: () => walk(-1),
    g: () => jump("gap", 1), G: () => jump("gap", -1),
    d: () => jump("doubt", 1), D: () => jump("doubt", -1),
    "/": () => box.focus(), "?": () => dialog.showModal(),
  };

  const arrows = { ArrowLeft: -1, ArrowRight: 1 };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    if (event.target === box) {
      if (event.key === "Escape") { box.value = ""; find(); if (rows[current]) rows[current].focus(); }
      return;
    }
    if (event.target.closest("input, button, a, dialog")) {
      if (event.key === "Enter" || event.key === " ") return;
    } else if (event.key === "Enter" && event.target.classList.contains("row")) {
      reveal(event.target);
      event.preventDefault();
      return;
    } else if (event.key in arrows && event.target.classList.contains("row") && walkWords(event.target, arrows[event.key])) {
      event.preventDefault();
      return;
    }
    if (!singleKeys.checked) return;
    const button = $(`button[data-hide="${CSS.escape(event.key)}"]`);
    const act = button ? () => toggleVersion(button) : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  main.addEventListener("click", (event) => {
    const row = event.target.closest(".row");
    if (!row || event.target.closest("a") || String(getSelection())) return;
    makeCurrent(indexOf(row));
    row.focus({ preventScroll: true });
    reveal(row);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.hide) toggleVersion(button);
    else if (button.dataset.go) jump(button.dataset.go, 1);
    else if ("theme" in button.dataset) changeTheme();
    else if ("help" in button.dataset) dialog.showModal();
  });
  $("form[role=search]").addEventListener("submit", (event) => event.preventDefault());
  box.addEventListener("input", find);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") nextHit(event.shiftKey ? -1 : 1);
  });
  if (highlights && "linked" in main.dataset) {
    const onPoint = onceAFrame(point);
    for (const kind of ["pointermove", "pointerdown"]) main.addEventListener(kind, onPoint);
    main.addEventListener("pointerleave", () => showTwins([]));
  }
  addEventListener("scroll", onceAFrame(tellSection), { passive: true });
  main.addEventListener("focusin", (event) => {
    if (event.target.classList.contains("row")) makeCurrent(indexOf(event.target));
  });
  if (rows.length) rows[0].tabIndex = 0;
});

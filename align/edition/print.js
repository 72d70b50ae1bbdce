"use strict";
// Facing pages. When a page of two versions is printed, a book is made of it: the
// first version on the left pages, the second on the right, in step paragraph by
// paragraph. A style sheet alone can't do that, since it is the heights of both
// that tell where a page ends. The book goes away once it is printed; without
// this script a sheet of paper has both versions side by side.
(() => {
  const make = (name, kind, ...children) => {
    const element = document.createElement(name);
    element.className = kind;
    element.append(...children);
    return element;
  };

  class Book {
    constructor() {
      this.body = make("div", "book");
      this.pages = [];
      this.done = document.createDocumentFragment(); // pages that needn't be laid out any more
      document.body.prepend(this.body);
    }

    // page adds a page: an even number is a left page.
    page(kind, ...children) {
      const number = this.pages.length + 1;
      const page = make("section", `leaf ${number % 2 ? "right" : "left"} ${kind}`, ...children);
      this.pages.push(page);
      this.body.append(page);
      return page;
    }

    // bind puts the pages together.
    bind() { this.body.prepend(this.done); }

    // front makes the title page and the table of contents. The text begins on a
    // left page.
    front() {
      const title = document.querySelector(".title").cloneNode(true);
      this.page("front", title);
      const list = document.querySelector(".contents");
      if (!list) return [];
      const blank = this.page("front");
      const entries = [...list.cloneNode(true).querySelectorAll("li")];
      let page = this.page("front"), room;
      const open = (...before) => {
        room = make("ol", "");
        page.append(make("div", "contents", ...before, room));
      };
      open(list.querySelector("h2").cloneNode(true));
      for (const entry of entries) {
        entry.querySelector("a").append(make("b", ""));
        room.append(entry);
        if (room.getBoundingClientRect().bottom <= page.getBoundingClientRect().bottom - bottomMargin(page)) continue;
        page = this.page("front");
        open();
        room.append(entry);
      }
      if (this.pages.length % 2 === 0) { // then the contents begin on the back of the title
        blank.remove();
        this.pages.splice(1, 1);
        for (const [i, p] of this.pages.entries()) {
          p.classList.toggle("right", i % 2 === 0);
          p.classList.toggle("left", i % 2 === 1);
        }
      }
      return entries;
    }
  }

  const bottomMargin = (page) => parseFloat(getComputedStyle(page).paddingBottom);

  // Spread is a left and a right page, filled row by row.
  class Spread {
    constructor(book, heads) {
      this.sides = [0, 1].map((side) => {
        const text = make("div", "text"), foot = make("div", "foot");
        const number = book.pages.length + 1;
        const page = book.page("", make("p", "running", heads[side]), text, foot, make("p", "folio", String(number)));
        return { page, text, foot, number };
      });
      this.height = this.sides[0].text.clientHeight;
      this.used = 0; // by the blocks before the last
      this.blocks = []; // pairs of elements
      this.rows = []; // with how to take each away again
    }

    // add adds a row, and tells whether there is room for it.
    add(row, notesBelow) {
      const { last } = this;
      const undo = [() => { this.last = last; }];
      const cells = [...row.querySelectorAll(".c")].map((cell) => cell.cloneNode(true));
      const head = row.classList.contains("head");
      if (!this.blocks.length || head || begins(cells) || this.last >= longestBlock) this.block(cells, head, undo);
      const pair = this.blocks[this.blocks.length - 1];
      cells.forEach((cell, side) => {
        const anchor = side ? document.createTextNode("") : make("span", "");
        if (!side) anchor.id = row.id;
        const sure = side ? null : row.querySelector(".sure");
        if (notesBelow) {
          for (const note of cell.querySelectorAll(".note")) {
            this.sides[side].foot.append(note);
            undo.push(() => note.remove());
          }
        }
        flow(pair[side], cell, sure ? [anchor, sure.cloneNode(true)] : [anchor], undo);
      });
      this.rows.push({ row, undo });
      this.last = heightOf(pair);
      const foot = Math.max(...this.sides.map((side) => side.foot.offsetHeight));
      return this.used + this.last + foot <= this.height;
    }

    // block begins a block: what stands in step on both pages.
    block(cells, head, undo) {
      const { used } = this;
      this.level();
      const after = this.blocks.length && this.blocks[this.blocks.length - 1][0].classList.contains("head");
      const pair = cells.map((cell, side) => {
        const element = make("div", cell.className.replace(/ (none|more)\b/g, ""));
        for (const name of ["lang", "dir"]) if (cell.hasAttribute(name)) element.setAttribute(name, cell.getAttribute(name));
        element.classList.toggle("head", head);
        element.classList.toggle("after", Boolean(after));
        this.sides[side].text.append(element);
        return element;
      });
      this.blocks.push(pair);
      undo.push(() => {
        for (const element of this.blocks.pop()) element.remove();
        this.used = used;
      });
    }

    // level ends the last block: it is as high on one page as on the other.
    level() {
      if (!this.blocks.length) return;
      for (const element of this.blocks[this.blocks.length - 1]) element.style.height = this.last + "px";
      this.used += this.last;
      this.last = 0;
    }

    // takeBack takes the last row away and returns it.
    takeBack() {
      const { row, undo } = this.rows.pop();
      for (const step of undo.reverse()) step();
      return row;
    }

    // cut takes what of an only block doesn't fit on the pages out of it, and
    // returns it, or null if all does.
    cut() {
      const [pair] = this.blocks;
      const rest = pair.map((element, side) => overflow(element, this.sides[side].text.getBoundingClientRect().top + this.height));
      this.last = heightOf(pair);
      return rest.some((part) => part.hasChildNodes()) ? rest : null;
    }
  }

  const heightOf = (pair) => Math.max(...pair.map((element) => element.getBoundingClientRect().height));

  // longestBlock is the height, in pixels, after which a paragraph is brought in
  // step within: some 15 lines.
  const longestBlock = 300;

  // begins tells whether a row begins a paragraph on both pages, or on the one that
  // has it.
  const begins = (cells) => cells.every((cell) => cell.matches(".none") || !cell.querySelector("p.on"));

  // flow adds a cell to what one page has of a block. A paragraph that goes on
  // from the row before goes on in its line; what is left out there is a sign.
  function flow(block, cell, marks, undo) {
    const before = block.lastElementChild;
    const first = cell.firstElementChild;
    if (cell.matches(".none")) {
      const within = before && before.matches("p:not(.verse, .moved, .gone)");
      if (within) first.replaceChildren(cell.matches(".more") ? "" : "[…]");
      else if (cell.matches(".more") && before) first.replaceChildren();
      first.className = within ? "on" : "gone";
    }
    const added = [];
    if (before && before.matches("p:not(.moved, .gone)") && first.matches("p.on")) {
      added.push(document.createTextNode(" "), ...marks, ...first.childNodes);
      before.append(...added);
      first.remove();
    } else {
      first.prepend(...marks);
    }
    undo.push(() => { for (const node of added) node.remove(); });
    for (const element of [...cell.children]) {
      block.append(element);
      undo.push(() => element.remove());
    }
  }

  // overflow takes what stands below a height out of an element.
  function overflow(element, bottom) {
    const range = document.createRange();
    range.selectNodeContents(element);
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const probe = document.createRange();
    const below = (node, at) => {
      probe.setStart(node, at);
      probe.setEnd(node, at + 1);
      const box = probe.getBoundingClientRect();
      return box.height > 0 && box.bottom > bottom;
    };
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!node.length || !below(node, node.length - 1)) continue;
      let low = 0, high = node.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (below(node, middle)) high = middle;
        else low = middle + 1;
      }
      range.setStart(node, low);
      return range.extractContents();
    }
    return document.createDocumentFragment();
  }

  // print makes the book.
  function print() {
    const rows = document.querySelectorAll("main .row");
    const names = document.querySelectorAll(".names span");
    const book = new Book();
    const entries = book.front();
    const places = new Map(entries.map((entry) => [entry.querySelector("a").hash.slice(1), entry.querySelector("b")]));
    const title = document.querySelector("h1").textContent;
    const top = Math.min(...[...rows].filter((row) => row.matches(".head")).map(levelOf));
    const heads = [title, names[1].textContent];
    let spread = new Spread(book, heads);
    const next = () => {
      spread.level();
      book.done.append(...book.body.childNodes);
      spread = new Spread(book, heads);
    };
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i];
      if (row.matches(".head")) {
        const text = row.querySelector(".c2 :is(h2, h3, h4, h5, h6)") || row.querySelector(".c1 :is(h2, h3, h4, h5, h6)");
        if (levelOf(row) === top && spread.rows.some(({ row }) => !isHeading(row))) next();
        if (text) heads[1] = plainText(text);
        if (!spread.rows.length) spread.sides[1].page.querySelector(".running").textContent = heads[1];
      }
      if (spread.add(row, true)) continue;
      const back = [spread.takeBack()];
      while (spread.rows.length && isHeading(spread.rows[spread.rows.length - 1].row)) back.unshift(spread.takeBack());
      if (spread.rows.length) {
        next();
        i -= back.length;
        continue;
      }
      // It doesn't fit on two pages of its own: it is cut, its notes with it.
      for (const row of back) spread.add(row, false);
      for (let rest = spread.cut(); rest; rest = spread.cut()) {
        const cells = spread.blocks[spread.blocks.length - 1];
        next();
        spread.block(cells, false, []);
        rest.forEach((part, side) => spread.blocks[0][side].append(part));
        spread.last = heightOf(spread.blocks[0]);
        spread.rows.push({ row, undo: [] });
      }
    }
    spread.level();
    book.bind();
    for (const [id, place] of places) {
      const target = book.body.querySelector("#" + id);
      if (target) place.textContent = book.pages.indexOf(target.closest(".leaf")) + 1;
    }
    loose(book);
    return book.body;
  }

  // isHeading tells whether there is nothing but headings in a row.
  const isHeading = (row) => row.matches(".head") && [...row.querySelectorAll(".c:not(.none)")].every((cell) => cell.lastElementChild.matches("h2, h3, h4, h5, h6"));

  const levelOf = (row) => Math.min(...[...row.querySelectorAll(".c :is(h2, h3, h4, h5, h6)")].map((h) => Number(h.tagName[1])));

  function plainText(element) {
    const copy = element.cloneNode(true);
    for (const mark of copy.querySelectorAll(".mark")) mark.remove();
    return copy.textContent;
  }

  // loose puts the notes that no mark points to at the end.
  function loose(book) {
    for (const notes of document.querySelectorAll("main .loose")) {
      const end = make("div", "end", notes.cloneNode(true));
      book.body.append(end);
    }
  }

  let printed = null;
  addEventListener("beforeprint", () => {
    if (printed || document.querySelectorAll(".names span").length !== 2 || !document.querySelector("main .row")) return;
    document.documentElement.classList.add("facing");
    printed = print();
  });
  addEventListener("afterprint", () => {
    document.documentElement.classList.remove("facing");
    if (printed) printed.remove();
    printed = null;
  });
})();

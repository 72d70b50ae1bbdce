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
      this.done = document.createDocumentFragment(); // pages that are full
      this.places = new Map(); // the page on which each row begins, by its identifier
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
      this.book = book;
      this.number = book.pages.length + 1; // of the left page
      this.sides = [0, 1].map((side) => {
        const running = make("p", "running", heads[side]), text = make("div", "text"), foot = make("div", "foot");
        book.page("", running, text, foot, make("p", "folio", String(this.number + side)));
        return { running, text, foot };
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
      const pair = this.lastBlock;
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
      this.book.places.set(row.id, this.number);
      this.last = heightOf(pair);
      const foot = Math.max(...this.sides.map((side) => side.foot.offsetHeight));
      return this.used + this.last + foot <= this.height;
    }

    // block begins a block: what stands in step on both pages.
    block(cells, head, undo) {
      const { used } = this;
      this.level();
      const after = this.blocks.length && this.lastBlock[0].classList.contains("head");
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
      for (const element of this.lastBlock) element.style.height = this.last + "px";
      this.used += this.last;
      this.last = 0;
    }

    // takeBack takes the last row away, and the headings before it, which would
    // stand at the end of the page, and returns them.
    takeBack() {
      const back = [];
      do {
        const { row, undo } = this.rows.pop();
        for (const step of undo.reverse()) step();
        back.unshift(row);
      } while (this.rows.length && isHeading(this.rows[this.rows.length - 1].row));
      return back;
    }

    get lastBlock() { return this.blocks[this.blocks.length - 1]; }

    // cut takes what of the last block doesn't fit on the pages out of it, and
    // returns it, or null if all does.
    cut() {
      const pair = this.lastBlock;
      const rest = pair.map((element, side) => overflow(element, this.sides[side].text.getBoundingClientRect().top + this.height));
      this.last = heightOf(pair);
      return rest.some((part) => part.hasChildNodes()) ? rest : null;
    }

    // goOn begins with the rest of a block that was cut.
    goOn(pair, rest) {
      this.block(pair, false, []);
      rest.forEach((part, side) => this.lastBlock[side].append(part));
      this.last = heightOf(this.lastBlock);
      this.rows.push({ row: pair[0], undo: [] });
    }
  }

  const headings = "h2, h3, h4, h5, h6";
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

  // Setter sets the rows in pages, one after the other.
  class Setter {
    constructor(book) {
      this.book = book;
      this.heads = [document.querySelector("h1").textContent, document.querySelectorAll(".names span")[1].textContent];
      this.top = [...document.querySelectorAll("main .head")].reduce((top, row) => Math.min(top, levelOf(row)), 9);
      this.spread = new Spread(book, this.heads);
    }

    // turn goes on to the next pages. Those that are full needn't be laid out any
    // more.
    turn() {
      this.spread.level();
      this.book.done.append(...this.book.body.childNodes);
      this.spread = new Spread(this.book, this.heads);
    }

    set(row) {
      if (row.matches(".head")) this.heading(row);
      if (this.spread.add(row, true)) return;
      const back = this.spread.takeBack();
      if (this.spread.rows.length) {
        this.turn();
        for (const row of back) this.set(row);
      } else {
        this.cut(back);
      }
    }

    // heading begins a chapter, if it is one of the highest, on a page of its own,
    // and changes what stands over the page.
    heading(row) {
      const { spread, heads } = this;
      const text = row.querySelector(`.c2 :is(${headings})`) || row.querySelector(`:is(${headings})`);
      heads[1] = plainText(text);
      if (levelOf(row) === this.top && spread.rows.some(({ row }) => !isHeading(row))) this.turn();
      else if (!spread.rows.length) spread.sides[1].running.textContent = heads[1];
    }

    // cut sets rows that don't fit on two pages of their own: the last is cut, and
    // its notes stand with it.
    cut(rows) {
      for (const row of rows) this.spread.add(row, false);
      for (let rest = this.spread.cut(); rest; rest = this.spread.cut()) {
        const last = this.spread.lastBlock;
        this.turn();
        this.spread.goOn(last, rest);
      }
    }
  }

  // print makes the book.
  function print() {
    const book = new Book();
    const entries = book.front();
    const setter = new Setter(book);
    for (const row of document.querySelectorAll("main .row")) setter.set(row);
    setter.spread.level();
    book.body.prepend(book.done);
    for (const entry of entries) {
      const link = entry.querySelector("a");
      link.append(make("b", "", String(book.places.get(link.hash.slice(1)) || "")));
    }
    for (const notes of document.querySelectorAll("main .loose")) book.body.append(notes.cloneNode(true));
    return book.body;
  }

  // isHeading tells whether there is nothing but headings in a row.
  const isHeading = (row) => row.matches(".head") && [...row.querySelectorAll(".c:not(.none)")].every((cell) => cell.lastElementChild.matches(headings));

  const levelOf = (row) => Math.min(...[...row.querySelectorAll(headings)].map((h) => Number(h.tagName[1])));

  function plainText(element) {
    const copy = element.cloneNode(true);
    for (const mark of copy.querySelectorAll(".mark")) mark.remove();
    return copy.textContent;
  }

  let printed = null;
  addEventListener("beforeprint", () => {
    if (printed || document.querySelectorAll(".names span").length !== 2 || !document.querySelector("main .row")) return;
    printed = print();
    document.documentElement.classList.add("facing"); // only now: should it fail, the page itself is printed
  });
  addEventListener("afterprint", () => {
    document.documentElement.classList.remove("facing");
    if (printed) printed.remove();
    printed = null;
  });
})();

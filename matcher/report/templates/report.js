// Filters, sorts and prints the list of assignments, and gathers decisions about them.
(() => {
  "use strict";
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const texts = read("texts");
  const table = document.querySelector("table[data-decide]");
  if (!table) return;
  // Person, need and both days of each row; equal days and needs stand once.
  const kept = read("decide-keys");
  const keys = kept.rows.map((row) => row.map((place, column) => kept.values[column][place]));
  const heads = [...table.tHead.rows[0].cells];
  const bar = heads.length - 1;
  const collator = new Intl.Collator(
    document.documentElement.lang === "en" ? "en" : "zh-Hans-CN-u-co-pinyin",
    { numeric: true },
  );

  // What was decided, kept by this browser until it is downloaded.
  const store = "matcher:" + texts.fingerprint;
  const load = () => {
    try { return new Map(JSON.parse(localStorage.getItem(store)) || []); }
    catch { return new Map(); }
  };
  const save = () => {
    try { localStorage.setItem(store, JSON.stringify([...decided])); }
    catch { /* a private window keeps nothing */ }
  };
  const decided = load();

  const make = (tag, attributes, ...children) => {
    const made = Object.assign(document.createElement(tag), attributes);
    made.append(...children);
    return made;
  };

  const field = (row, name, label) => {
    const input = make("input", { type: "date", value: decided.get(row)[name] });
    input.setAttribute("aria-label", label + " " + row);
    input.addEventListener("change", () => {
      decided.get(row)[name] = input.value;
      told();
    });
    return input;
  };

  const fill = (cell, key) => {
    const row = key[0] + " → " + key[1];
    const select = make("select", {},
      ...["", "keep", "forbid", "dates"].map((value) =>
        make("option", { value }, value ? texts[value] : "–")));
    select.setAttribute("aria-label", texts.decision + " " + row);
    const show = () => {
      const choice = decided.get(row);
      select.value = choice ? choice.decision : "";
      cell.replaceChildren(select);
      if (choice && choice.decision === "dates")
        cell.append(field(row, "first", texts.first), field(row, "last", texts.last));
    };
    select.addEventListener("change", () => {
      if (select.value)
        decided.set(row, { person: key[0], need: key[1], decision: select.value, first: key[2], last: key[3] });
      else decided.delete(row);
      show();
      told();
      select.focus();
    });
    show();
  };

  const quoted = (text) => /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  const csv = () => ["person,need,decision,first_day,last_day,reason",
    ...[...decided.values()].map((each) =>
      [each.person, each.need, each.decision,
        ...(each.decision !== "forbid" ? [each.first, each.last] : ["", ""]), ""].map(quoted).join(",")),
  ].join("\r\n") + "\r\n";

  const count = make("span", { className: "note" });
  count.setAttribute("role", "status");
  const button = make("button", { type: "button", className: "save" }, texts.download);
  button.addEventListener("click", () => {
    const url = URL.createObjectURL(new Blob(["\ufeff" + csv()], { type: "text/csv" }));
    make("a", { href: url, download: "decisions.csv" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  });
  const told = () => {
    save();
    count.textContent = texts.count.replace("{count}", decided.size);
    button.disabled = !decided.size;
  };
  told();

  // One more column for the decision, before the bar.
  table.tHead.rows[0].insertBefore(make("th", { className: "decide", scope: "col" }, texts.decision), heads[bar]);
  const columns = heads.map((head) => ({ className: head.className }));
  columns.splice(bar, 0, { className: "decide" });
  const packed = document.getElementById("packed");
  const options = {};
  if (packed) {
    const { values, rows } = JSON.parse(packed.textContent);
    const plain = values.map((column) => column.map((html) =>
      new DOMParser().parseFromString(html, "text/html").body.textContent));
    let place = 0;
    columns.forEach((column, number) => {
      if (number === bar) { column.render = () => ""; return; }
      const own = place++;
      column.render = (row, type) => (type === "display" ? values : plain)[own][rows[own][row]];
    });
    options.data = keys.map((_, row) => row);
    columns.forEach((column) => { column.data = null; });
    columns.forEach((column) => {
      const render = column.render;
      column.render = (_, type, row) => render(row, type);
    });
  } else {
    [...table.tBodies[0].rows].forEach((row) => row.insertBefore(make("td", { className: "decide" }), row.cells[bar]));
  }
  const lists = new Set(texts.lists);
  columns.forEach((column, number) => {
    column.orderable = column.searchable = number < bar;
    column.columnControl = number >= bar ? [] : ["order", [lists.has(number) ? "searchList" : "search"]];
    if (!/number|date/.test(column.className)) column.type = "people";
  });
  DataTable.type("people", {
    detect: () => false,
    order: { pre: (text) => String(text).replace(/<[^>]*>/g, ""), asc: collator.compare, desc: (a, b) => collator.compare(b, a) },
  });
  const shown = new DataTable(table, {
    ...options,
    columns,
    autoWidth: false,
    deferRender: true,
    order: [],
    ordering: { indicators: false, handler: false },
    paging: keys.length > texts.page,
    pageLength: 100,
    lengthChange: false,
    language: texts.table,
    layout: {
      topStart: () => make("div", { className: "deciding" }, button, count),
      topEnd: "search",
      bottomStart: "info",
      bottomEnd: keys.length > texts.page ? "paging" : null,
    },
    rowCallback: (row, _data, _number, _all, index) => {
      const cell = row.cells[bar];
      if (!cell.firstChild) fill(cell, keys[index]);
    },
  });

  // Paper has no pages of a hundred rows: everything that is found is printed.
  window.addEventListener("beforeprint", () => { if (keys.length > texts.page) shown.page.len(-1).draw(); });
  window.addEventListener("afterprint", () => { if (keys.length > texts.page) shown.page.len(100).draw(); });
})();

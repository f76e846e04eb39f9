/**
 * The list of all knowledge: search, filters, count, pages, and why it is empty.
 */

import { fill, make } from "../page/dom.js";
import { get } from "./api.js";
import { choice, labelled, tell } from "./parts.js";
import { authorName, choiceName, kindName, momentName, say } from "./words.js";

/** @typedef {import("./api.js").Listing} Listing */
/** @typedef {import("./api.js").Line} Line */

const PAUSE = 250;
/** What the list opens on, unless words are searched: these are looked for everywhere. */
const FIRST_KIND = "entry";
/** The word of an address that asks for all kinds. */
const EVERY_KIND = "all";

/** Where the list stood last, so that one comes back to the same search. */
export const last = { address: "#/" };

/** @param {Record<string, string>} query */
export function listAddress(query) {
  const given = Object.entries(query).filter(([, value]) => value);
  return given.length ? `#/?${new URLSearchParams(given)}` : "#/";
}

/** @param {string} kind @param {string} key */
export function documentAddress(kind, key) {
  return `#/document?${new URLSearchParams({ kind, key })}`;
}

/** @param {HTMLElement} place @param {URLSearchParams} query @param {string[]} kinds */
export async function showList(place, query, kinds) {
  const asked = {
    words: query.get("words") ?? "",
    kind: kindOf(query),
    state: query.get("state") ?? "",
    page: query.get("page") ?? "1",
  };
  const words = make("input", { type: "search", maxlength: 200, autocomplete: "off" });
  words.value = asked.words;
  const kind = choice([["", say("allKinds")]], "");
  const state = choice(
    [["", say("anyState")], ...["published", "draft", "retired"].map((one) => named(one))],
    asked.state,
  );
  const count = make("p", { class: "count", role: "status" });
  const found = make("div", {}, make("p", { class: "empty" }, say("loading")));
  const fresh = make("a", { class: "new" });

  let asking = 0;
  const load = async () => {
    asking += 1;
    const mine = asking;
    last.address = listAddress({
      ...asked,
      kind: asked.kind === openingKind(asked.words) ? "" : asked.kind || EVERY_KIND,
      page: asked.page === "1" ? "" : asked.page,
    });
    history.replaceState(null, "", last.address);
    /** @type {Listing} */
    const listing = await get("/api/documents", asked);
    if (mine !== asking) return;
    const { overview, size } = listing;
    const pages = Math.max(1, Math.ceil(overview.total / size));
    const options = Object.keys(overview.kinds).sort((a, b) => kinds.indexOf(a) - kinds.indexOf(b));
    if (asked.kind && !options.includes(asked.kind)) options.push(asked.kind);
    fill(
      kind,
      make("option", { value: "" }, say("allKinds")),
      ...options.map((one) =>
        make("option", { value: one }, `${kindName(one)} (${overview.kinds[one] ?? 0})`),
      ),
    );
    kind.value = asked.kind;
    const wanted = asked.kind || "entry";
    fresh.textContent = `＋ ${say("newTitle", { kind: kindName(wanted) })}`;
    fresh.href = `#/new?${new URLSearchParams({ kind: wanted })}`;
    // There is one profile, and it came with the pack.
    fresh.hidden = wanted === "profile";
    count.textContent =
      pages > 1
        ? say("countPages", { total: overview.total, page: asked.page, pages })
        : say("count", { total: overview.total });
    const move = (/** @type {number} */ page) => {
      asked.page = String(page);
      load().catch(tell);
      place.scrollIntoView();
    };
    fill(
      found,
      overview.lines.length ? table(overview.lines) : empty(asked, clear),
      pages > 1 ? pager(Number(asked.page), pages, move) : null,
    );
  };
  /** Whether somebody chose the kind. */
  let chosen = query.has("kind");
  const again = () => {
    const wanted = words.value.trim();
    Object.assign(asked, {
      words: wanted,
      kind: chosen ? kind.value : openingKind(wanted),
      state: state.value,
      page: "1",
    });
    load().catch(tell);
  };
  const clear = () => {
    words.value = "";
    chosen = true;
    kind.value = "";
    state.value = "";
    again();
    words.focus();
  };
  let timer = 0;
  words.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(again, PAUSE);
  });
  kind.addEventListener("change", () => {
    chosen = true;
    again();
  });
  state.addEventListener("change", again);
  fill(
    place,
    make("h1", { class: "sr-only" }, say("knowledge")),
    make(
      "search",
      { class: "filters" },
      labelled(say("search"), words, say("searchHint")),
      labelled(say("kind"), kind),
      labelled(say("state"), state),
    ),
    make("div", { class: "above" }, count, fresh),
    found,
  );
  document.addEventListener("keydown", function slash(event) {
    if (!words.isConnected) document.removeEventListener("keydown", slash);
    else if (event.key === "/" && document.activeElement === document.body) {
      event.preventDefault();
      words.focus();
    }
  });
  await load();
}

/** The kind of which nobody has chosen another; empty = all. @param {string} words */
function openingKind(words) {
  return words ? "" : FIRST_KIND;
}

/** The kind that an address asks for; empty = all. @param {URLSearchParams} query */
function kindOf(query) {
  const kind = query.get("kind") ?? openingKind(query.get("words") ?? "");
  return kind === EVERY_KIND ? "" : kind;
}

/** @param {string} value @returns {readonly [string, string]} */
function named(value) {
  return [value, choiceName(value)];
}

/** @param {Line[]} lines */
function table(lines) {
  const heads = [say("title"), say("kind"), say("state"), say("changed"), say("by")];
  return make(
    "div",
    { class: "scroller" },
    make(
      "table",
      { class: "documents" },
      make("thead", {}, make("tr", {}, ...heads.map((one) => make("th", { scope: "col" }, one)))),
      make("tbody", {}, ...lines.map(row)),
    ),
  );
}

/** @param {Line} line */
function row(line) {
  const older = line.state === "draft" && line.live;
  return make(
    "tr",
    {},
    make(
      "td",
      { class: "title" },
      make("a", { href: documentAddress(line.kind, line.key) }, line.title),
      line.key === line.title ? null : make("span", { class: "key" }, line.key),
    ),
    make("td", { class: "kind" }, kindName(line.kind)),
    make(
      "td",
      {},
      make("span", { class: `badge ${line.state}` }, choiceName(line.state)),
      older ? make("span", { class: "key" }, say("liveOld")) : null,
    ),
    make("td", { class: "when" }, make("time", { datetime: line.at }, momentName(line.at))),
    make("td", { class: "by", title: authorName(line.author) }, authorName(line.author)),
  );
}

/** @param {{words: string, kind: string, state: string}} asked @param {() => void} clear */
function empty(asked, clear) {
  const filtered = asked.words || asked.kind || asked.state;
  let why = say("emptyAll");
  if (asked.words) why = say("emptyWords", { words: asked.words });
  else if (asked.state === "draft" && !asked.kind) why = say("emptyDrafts");
  else if (filtered) why = say("emptyFilter");
  return make(
    "div",
    { class: "empty" },
    make("p", {}, why),
    filtered ? make("button", { type: "button", onclick: clear }, say("clearFilter")) : null,
  );
}

/** @param {number} page @param {number} pages @param {(page: number) => void} move */
function pager(page, pages, move) {
  const step = (/** @type {string} */ words, /** @type {number} */ to) =>
    make(
      "button",
      { type: "button", disabled: to < 1 || to > pages, onclick: () => move(to) },
      words,
    );
  return make(
    "nav",
    { class: "buttons", "aria-label": say("countPages", { total: "", page, pages }) },
    step(say("previous"), page - 1),
    step(say("next"), page + 1),
  );
}

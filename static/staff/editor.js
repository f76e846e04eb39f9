/**
 * One document: its form, how visitors see it, its history, and what may be done with it.
 */

import { fill, make } from "../page/dom.js";
import { get, post, Refusal } from "./api.js";
import { englishLeft } from "./english_left.js";
import { fields } from "./form.js";
import { historyList } from "./history.js";
import { documentAddress, last } from "./list.js";
import { askWhy, notify, tell } from "./parts.js";
import { preview, READ } from "./preview.js";
import { unsaved } from "./unsaved.js";
import { choiceName, fieldName, kindName, say } from "./words.js";

/** @typedef {import("./api.js").Field} Field */
/** @typedef {import("./api.js").Life} Life */
/** @typedef {import("./api.js").References} References */
/** @typedef {import("./api.js").Revision} Revision */
/** @typedef {{forms: Record<string, Field[]>, role: string, references: References}} Desk */

/** Long lists, folded behind their name and count. */
const FOLDED = ["similar", "negative"];
/** Fields of an entry that stand first, in this order; the rest waits under "more". */
const FIRST = ["question", "answer", "english", "sources", "weight", "advice", ...FOLDED];
/** Milliseconds of quiet after which the sources are asked for anew. */
const PAUSE = 200;
const ADVISED = /** @type {const} */ ([40, 180]);

/** @param {HTMLElement} place @param {string} kind @param {string} key @param {Desk} desk */
export async function showDocument(place, kind, key, desk) {
  /** @type {Life | null} */
  const life = key ? await get("/api/document", { kind, key }) : null;
  new Editor(place, kind, life, desk).draw();
}

class Editor {
  /** @param {HTMLElement} place @param {string} kind @param {Life | null} life @param {Desk} desk */
  constructor(place, kind, life, desk) {
    this.place = place;
    this.kind = kind;
    this.desk = desk;
    this.life = life;
    this.expected = life?.newest.number ?? 0;
    this.title = life?.newest.title ?? say("newTitle", { kind: kindName(kind) });
    const described = (desk.forms[kind] ?? []).filter((one) => !(life && one.name === "id"));
    const value = life?.document ?? {};
    const changed = () => this.changed();
    this.form = fields(described, value, { kind, references: desk.references, changed });
    this.shown = make("div", { class: "preview" });
    /** @type {readonly import("../protocol.d.ts").SourceItem[] | null} */
    this.sources = null;
    this.cited = "";
    this.citing = 0;
    this.joined = Promise.resolve();
    this.standing = make("p", { class: "standing", role: "status" });
    this.trouble = make("div", { role: "alert" });
    this.actions = make("div", { class: "buttons" });
    this.element = make("div", { class: "document" });
    this.before = JSON.stringify(this.read());
  }

  /** @returns {Record<string, unknown>} */
  read() {
    const value = this.form.read();
    return this.life ? { id: this.life.document.id, ...value } : value;
  }

  isDirty() {
    return this.element.isConnected && JSON.stringify(this.read()) !== this.before;
  }

  draw() {
    unsaved.title = this.title;
    unsaved.is = () => this.isDirty();
    const names = Object.keys(this.form.by);
    const first = this.kind === "entry" ? FIRST : names;
    const rest = names.filter((name) => !first.includes(name));
    const start = this.kind === "entry" && !this.life ? ["id", "intent", ...first] : first;
    const element = (/** @type {string} */ name) =>
      this.kind === "entry" && FOLDED.includes(name)
        ? this.folded(name)
        : this.form.by[name]?.element;
    const form = make(
      "form",
      { class: "form", novalidate: true, "aria-label": this.title },
      ...start.map(element),
      rest.some((name) => !start.includes(name))
        ? make(
            "details",
            {},
            make("summary", {}, say("more")),
            ...rest.filter((name) => !start.includes(name)).map(element),
          )
        : null,
    );
    form.addEventListener("submit", (event) => event.preventDefault());
    fill(
      this.element,
      make("a", { href: last.address, class: "back" }, `← ${say("back")}`),
      make(
        "header",
        {},
        make("h1", {}, this.title),
        make("p", { class: "line" }, ...this.badges()),
      ),
      this.trouble,
      make(
        "div",
        { class: "columns" },
        form,
        make(
          "div",
          { class: "side" },
          READ.includes(this.kind)
            ? make("section", {}, make("h2", {}, say("preview")), this.shown)
            : null,
          make(
            "section",
            {},
            make("h2", {}, say("history")),
            historyList(
              this.kind,
              this.life?.history ?? [],
              this.life?.live ?? 0,
              this.desk.role === "editor" ? null : (revision) => this.restore(revision),
            ),
          ),
        ),
      ),
      make("div", { class: "bar" }, this.standing, this.actions),
    );
    this.counted();
    fill(this.place, this.element);
    this.changed();
    const drawn = this.element;
    const keys = (/** @type {KeyboardEvent} */ event) => {
      if (!drawn.isConnected) document.removeEventListener("keydown", keys);
      else if ((event.ctrlKey || event.metaKey) && event.key === "s") {
        event.preventDefault();
        if (this.isDirty() && !document.querySelector("dialog[open]")) this.save();
      }
    };
    document.addEventListener("keydown", keys);
  }

  badges() {
    const life = this.life;
    const badges = [make("span", { class: "badge" }, kindName(this.kind))];
    if (life) {
      const state = life.newest.state;
      badges.push(make("span", { class: `badge ${state}` }, choiceName(state)));
      if (life.live)
        badges.push(
          make(
            "span",
            { class: "key" },
            say(life.live === life.newest.number ? "live" : "liveOld"),
          ),
        );
      badges.push(make("span", { class: "key" }, String(life.document.id)));
    }
    return badges;
  }

  /** A long list, closed, with the number of its lines. @param {string} name */
  folded(name) {
    const control = this.form.by[name];
    if (!control) return null;
    const summary = make("summary");
    const count = () => {
      const lines = control.read();
      const values = {
        name: fieldName(this.kind, name),
        count: Array.isArray(lines) ? lines.length : 0,
      };
      summary.textContent = say("folded", values);
    };
    control.element.querySelector("label")?.classList.add("sr-only");
    control.element.addEventListener("input", count);
    count();
    return make("details", { class: "folded" }, summary, control.element);
  }

  /** The number of characters below an entry's answer. */
  counted() {
    if (this.kind !== "entry") return;
    const area = this.form.by.answer?.element.querySelector("textarea");
    if (!area) return;
    const note = make("p", { class: "hint", id: `${area.id}h` });
    area.setAttribute("aria-describedby", note.id);
    const count = () => {
      const length = [...area.value.trim()].length;
      const over = length > ADVISED[1];
      const under = length < ADVISED[0];
      note.textContent = say(over ? "charactersLong" : under ? "charactersShort" : "characters", {
        count: length,
      });
      note.classList.toggle("caution", over || under);
    };
    area.addEventListener("input", count);
    area.after(note);
    count();
  }

  changed() {
    this.show();
    const dirty = this.isDirty();
    const draft = this.life?.newest.state === "draft";
    const publisher = this.desk.role !== "editor";
    this.standing.textContent = dirty ? say("unsaved") : say("allSaved");
    this.standing.classList.toggle("caution", dirty);
    const button = (
      /** @type {string} */ words,
      /** @type {() => void} */ act,
      /** @type {{kind?: string, off?: boolean}} */ { kind = "", off = false } = {},
    ) => make("button", { type: "button", class: kind, disabled: off, onclick: act }, words);
    const wanted = `${dirty}${draft}`;
    if (this.actions.dataset.for === wanted) return;
    this.actions.dataset.for = wanted;
    fill(
      this.actions,
      publisher && this.life?.live
        ? button(say("retire"), () => this.retire(), { kind: "quiet danger" })
        : null,
      draft ? button(say("discard"), () => this.discard(), { kind: "quiet" }) : null,
      button(say("saveDraft"), () => this.save(), { off: !dirty }),
      publisher
        ? button(say("publish"), () => this.publish(), { kind: "primary", off: !dirty && !draft })
        : make("span", { class: "hint" }, say("publishNeedsRole")),
    );
  }

  /** The document as visitors see it. Its sources come from the server, which cites for visitors. */
  show() {
    const value = this.read();
    fill(this.shown, ...preview(this.kind, value, this.sources));
    if (!READ.includes(this.kind)) return;
    const { sources, claims, steps, origin, law, article, paragraph, item } = value;
    const basis = JSON.stringify([sources, claims, steps, origin, law, article, paragraph, item]);
    if (basis === this.cited) return;
    this.cited = basis;
    clearTimeout(this.citing);
    this.citing = setTimeout(() => this.cite(basis), this.sources ? PAUSE : 0);
  }

  /** @param {string} basis what the sources were asked for */
  async cite(basis) {
    const value = this.read();
    const document = this.life ? value : { ...value, id: value.id || "new" };
    try {
      const told = await post("/api/document/sources", { kind: this.kind, document });
      if (basis === this.cited) this.sources = told.sources;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // A form that is not filled in yet is asked for again as it changes.
      if (basis === this.cited) this.cited = "";
      if (!value.sources) this.sources = [];
    }
    fill(this.shown, ...preview(this.kind, this.read(), this.sources));
  }

  /** Saves the draft; true when it is on disk. */
  async store() {
    // Who saves at once after "keep mine" saves on the newest revision, not once more on the old.
    await this.joined;
    fill(this.trouble);
    for (const one of this.place.querySelectorAll("[aria-invalid]"))
      one.removeAttribute("aria-invalid");
    for (const one of this.place.querySelectorAll(".wrong")) one.remove();
    const body = { kind: this.kind, document: this.read(), expected: this.expected };
    try {
      const saved = await post("/api/document/draft", body);
      this.expected = saved.number;
      this.before = JSON.stringify(this.read());
      return saved;
    } catch (error) {
      this.refused(error);
      return null;
    }
  }

  async save() {
    const saved = await this.store();
    if (saved) await this.settle(saved.key, say("saved", { number: saved.number }));
  }

  async publish() {
    const why = await askWhy(
      say("publishTitle", { title: this.title }),
      say("publishBody"),
      say("publish"),
      { warning: englishLeft(this.life?.published, this.read()) ? say("englishOld") : "" },
    );
    if (why === null) return;
    let key = String(this.life?.document.id ?? "");
    if (this.isDirty() || !this.life) {
      const saved = await this.store();
      if (!saved) return;
      key = saved.key;
    }
    await this.act("publish", { key, why }, "publishedNow");
  }

  async retire() {
    const title = say("retireTitle", { title: this.title });
    const why = await askWhy(title, say("retireBody"), say("retire"), { danger: true });
    if (why !== null) await this.act("retire", { why }, "retiredNow");
  }

  async discard() {
    const title = say("discardTitle", { title: this.title });
    const why = await askWhy(title, say("discardBody"), say("discard"), { danger: true });
    if (why !== null) await this.act("discard", { why }, "discardedNow");
  }

  /** @param {Revision} revision */
  async restore(revision) {
    const number = revision.number;
    const title = say("restoreTitle", { title: this.title, number });
    const why = await askWhy(title, say("restoreBody", { number }), say("restore"));
    if (why !== null) await this.act("restore", { why, number }, "restoredNow");
  }

  /** @param {string} act @param {Record<string, unknown>} more
   * @param {import("./words.js").Key} done */
  async act(act, more, done) {
    const key = String(more.key ?? this.life?.document.id);
    const body = { kind: this.kind, key, expected: this.expected, ...more };
    try {
      const told = await post(`/api/document/${act}`, body);
      await this.settle(key, say(done, { version: told.version }));
    } catch (error) {
      this.refused(error);
    }
  }

  /** Draws the document anew after a change. @param {string} key @param {string} words */
  async settle(key, words) {
    try {
      const life = await get("/api/document", { kind: this.kind, key });
      history.replaceState(null, "", documentAddress(this.kind, key));
      new Editor(this.place, this.kind, life, this.desk).draw();
      notify(words);
    } catch (error) {
      tell(error);
    }
  }

  /** @param {unknown} error */
  refused(error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "conflict") {
      fill(
        this.trouble,
        make("p", {}, error.message),
        make(
          "div",
          { class: "buttons" },
          make(
            "button",
            { type: "button", onclick: () => (this.joined = this.join()) },
            say("keepMine"),
          ),
          make("button", { type: "button", onclick: () => this.reload() }, say("takeTheirs")),
        ),
      );
      this.trouble.scrollIntoView({ block: "center" });
      return;
    }
    const places = new Map();
    this.form.place("", places);
    const input = places.get(error.field);
    notify(error.message, true);
    if (!(input instanceof HTMLElement)) return;
    input.setAttribute("aria-invalid", "true");
    input.after(make("p", { class: "wrong" }, error.message));
    const closed = input.closest("details");
    if (closed) closed.open = true;
    input.focus();
  }

  async reload() {
    this.before = JSON.stringify(this.read());
    await showDocument(this.place, this.kind, String(this.life?.document.id), this.desk);
  }

  /** Goes on from the newest revision with the words that stand in the form. */
  async join() {
    const key = String(this.read().id);
    try {
      const life = await get("/api/document", { kind: this.kind, key });
      this.expected = life.newest.number;
      fill(this.trouble);
      notify(say("keptMine"));
    } catch (error) {
      tell(error);
    }
  }
}

/**
 * Everything around the knowledge: signing in, set-up, accounts, records, status, password.
 */

import { fill, make } from "../page/dom.js";
import { get, post } from "./api.js";
import { doers } from "./history.js";
import { documentAddress } from "./list.js";
import { ask, choice, labelled, notify, tell } from "./parts.js";
import {
  choiceName,
  kindName,
  momentName,
  partName,
  say,
  standingName,
  voiceName,
} from "./words.js";

/** @typedef {import("./api.js").Account} Account */
/** @typedef {{name: string, role: string, active: boolean, created_at: string, created_by: string}} Person */

/**
 * A small form whose button does something with its inputs.
 * @param {Array<HTMLElement>} parts @param {string} act @param {() => Promise<void>} done
 */
function small(parts, act, done) {
  const button = make("button", { type: "submit", class: "primary" }, act);
  const form = make(
    "form",
    { class: "small" },
    ...parts,
    make("div", { class: "buttons" }, button),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    notify("");
    try {
      await done();
    } catch (error) {
      tell(error);
    } finally {
      button.disabled = false;
    }
  });
  return form;
}

/** @param {string} type @param {string} autocomplete */
function input(type, autocomplete) {
  return make("input", { type, autocomplete, required: true, maxlength: 200 });
}

/** @param {HTMLElement} place @param {(account: Account) => void} entered */
export function showSignIn(place, entered) {
  fill(
    place,
    make("div", { class: "gate" }, make("h1", {}, say("signInTitle")), signInForm(entered)),
  );
}

/** @param {(account: Account) => void} entered */
export function signInForm(entered) {
  const name = input("text", "username");
  const password = input("password", "current-password");
  name.autofocus = true;
  const parts = [labelled(say("name"), name), labelled(say("password"), password)];
  return small(parts, say("signIn"), async () => {
    const told = await post("/api/sign-in", { name: name.value.trim(), password: password.value });
    entered(told.account);
  });
}

/** @param {HTMLElement} place @param {string} token @param {(account: Account) => void} entered */
export function showSetUp(place, token, entered) {
  const heading = make("h1", {}, say("setUpTitle"));
  if (!token) {
    fill(place, make("div", { class: "gate" }, heading, make("p", {}, say("setUpNoToken"))));
    return;
  }
  const name = input("text", "username");
  const password = input("password", "new-password");
  password.minLength = 10;
  const parts = [
    labelled(say("name"), name, say("nameHint")),
    labelled(say("password"), password, say("passwordHint")),
  ];
  const form = small(parts, say("create"), async () => {
    const body = { token, name: name.value.trim(), password: password.value };
    const told = await post("/api/setup", body);
    entered(told.account);
  });
  fill(place, make("div", { class: "gate" }, heading, make("p", {}, say("setUpBody")), form));
}

/** @param {HTMLElement} place */
export function showPassword(place) {
  const old = input("password", "current-password");
  const fresh = input("password", "new-password");
  fresh.minLength = 10;
  const parts = [
    labelled(say("oldPassword"), old),
    labelled(say("newPassword"), fresh, say("passwordHint")),
  ];
  const form = small(parts, say("myPassword"), async () => {
    await post("/api/password", { old: old.value, new: fresh.value });
    old.value = "";
    fresh.value = "";
    notify(say("passwordChanged"));
  });
  fill(place, make("h1", {}, say("myPassword")), form);
}

/** @param {HTMLElement} place */
export async function showPeople(place) {
  const told = await get("/api/accounts");
  /** @type {Person[]} */
  const people = told.accounts;
  const change = async (/** @type {string} */ name, /** @type {object} */ what) => {
    try {
      await post("/api/accounts/change", { name, ...what });
      notify(say("accountSaved"));
    } catch (error) {
      tell(error);
    }
    await showPeople(place);
  };
  const name = input("text", "off");
  const password = input("password", "new-password");
  password.minLength = 10;
  const role = choice(roles(), "editor");
  const add = small(
    [
      labelled(say("name"), name, say("nameHint")),
      labelled(say("password"), password, say("passwordHint")),
      labelled(say("role"), role, say("roleHint")),
    ],
    say("addPerson"),
    async () => {
      const body = { name: name.value.trim(), role: role.value, password: password.value };
      await post("/api/accounts", body);
      await showPeople(place);
      notify(say("accountAdded"));
    },
  );
  const heads = [say("name"), say("role"), say("state"), say("created"), say("actions")];
  fill(
    place,
    make("h1", {}, say("people")),
    make("p", { class: "count" }, say("countPeople", { total: people.length })),
    grid(
      heads,
      people.map((one) => person(one, change)),
    ),
    make("h2", {}, say("addPerson")),
    add,
  );
}

/** @returns {Array<readonly [string, string]>} */
function roles() {
  return ["editor", "publisher", "admin"].map((one) => [one, choiceName(one)]);
}

/** @param {Person} one @param {(name: string, what: object) => Promise<void>} change */
function person(one, change) {
  const role = choice(roles(), one.role);
  role.setAttribute("aria-label", `${say("role")}：${one.name}`);
  role.addEventListener("change", () => change(one.name, { role: role.value }));
  const close = async () => {
    const title = say("closeTitle", { name: one.name });
    const sure = await ask({
      title,
      body: say("closeBody"),
      act: say("closeAccount"),
      danger: true,
    });
    if (sure) await change(one.name, { active: false });
  };
  const reset = async () => {
    const title = say("resetTitle", { name: one.name });
    const inputs = [
      {
        name: "password",
        label: say("newPassword"),
        hint: say("passwordHint"),
        type: /** @type {const} */ ("password"),
      },
    ];
    const given = await ask({ title, body: say("resetBody"), act: say("resetPassword"), inputs });
    if (given) await change(one.name, { password: given.password });
  };
  const button = (/** @type {string} */ words, /** @type {() => void} */ act) =>
    make(
      "button",
      { type: "button", class: "quiet", "aria-label": `${words}：${one.name}`, onclick: act },
      words,
    );
  return [
    make("strong", {}, one.name),
    role,
    make("span", {}, one.active ? say("active") : say("closed")),
    make("time", { datetime: one.created_at }, momentName(one.created_at)),
    make(
      "div",
      { class: "buttons" },
      button(say("resetPassword"), reset),
      one.active
        ? button(say("closeAccount"), close)
        : button(say("openAccount"), () => change(one.name, { active: true })),
    ),
  ];
}

/** @param {HTMLElement} place */
export async function showAudit(place) {
  const { door, changes } = await get("/api/audit");
  const when = (/** @type {string} */ at) => make("time", { datetime: at }, momentName(at));
  const edits = changes.map((/** @type {any} */ one) => [
    when(one.at),
    doers(one),
    choiceName(one.act),
    make("a", { href: documentAddress(one.kind, one.key) }, `${kindName(one.kind)} · ${one.title}`),
    one.why,
  ]);
  const entries = door.map((/** @type {any} */ one) => [
    when(one.at),
    choiceName(one.actor) || "—",
    choiceName(one.action),
    [one.object, ...one.detail.split(", ").map(choiceName)].filter(Boolean).join(" · "),
    one.address,
  ]);
  const nothing = () => make("p", { class: "empty" }, say("auditEmpty"));
  fill(
    place,
    make("h1", {}, say("audit")),
    make("h2", {}, say("auditChanges")),
    make("p", { class: "count" }, say("count", { total: edits.length })),
    edits.length
      ? grid([say("when"), say("who"), say("state"), say("object"), say("why")], edits)
      : nothing(),
    make("h2", {}, say("auditDoor")),
    make("p", { class: "count" }, say("count", { total: entries.length })),
    entries.length
      ? grid([say("when"), say("who"), say("what"), say("object"), say("address")], entries)
      : nothing(),
  );
}

/** @param {HTMLElement} place */
export async function showStatus(place) {
  const told = await get("/api/readiness");
  fill(
    place,
    make("h1", {}, say("status")),
    make("p", { class: "hint" }, say("statusBody")),
    facts(told),
  );
}

/** @param {Record<string, unknown>} told @returns {HTMLElement} */
function facts(told) {
  const rows = Object.entries(told).flatMap(([name, value]) => [
    make("dt", {}, partName(name).name),
    make(
      "dd",
      {},
      fact(value, name),
      partName(name).meaning ? make("p", { class: "hint" }, partName(name).meaning) : null,
    ),
  ]);
  return make("dl", { class: "facts" }, ...rows);
}

/** @param {unknown} value @param {string} part @returns {Node | string} */
function fact(value, part) {
  if (value === true || value === false) return say(value ? "yes" : "no");
  if (Array.isArray(value)) return value.map(String).join("、") || "—";
  if (part === "voice" && value && typeof value === "object")
    return voice(/** @type {Voice} */ (value));
  if (value && typeof value === "object")
    return facts(/** @type {Record<string, unknown>} */ (value));
  const words = standingName(String(value));
  if (!partName(part).meaning) return words;
  const tone = { ready: "live", building: "draft", failing: "caution" }[String(value)] ?? "";
  return make("span", { class: `badge ${tone}` }, words);
}

/** @typedef {{standing: string, reason: string | null, since: string | null}} Voice */

/** How the cloud voice fares, and since when. @param {Voice} told */
function voice({ standing, reason, since }) {
  const tone = { ready: "live", failing: "caution" }[standing] ?? "";
  const at = since ? momentName(since) : "";
  const failing = reason ? say("voiceFailing", { reason: voiceName(reason), at }) : "";
  const spoke = !reason && at ? say("voiceSpoke", { at }) : "";
  return make(
    "div",
    { class: "line" },
    make("span", { class: `badge ${tone}` }, voiceName(standing)),
    failing || spoke ? make("span", { class: "key" }, failing || spoke) : null,
  );
}

/** @param {string[]} heads @param {Array<Array<Node | string>>} rows */
function grid(heads, rows) {
  return make(
    "div",
    { class: "scroller", tabindex: 0, role: "region", "aria-label": heads.join("、") },
    make(
      "table",
      {},
      make("thead", {}, make("tr", {}, ...heads.map((one) => make("th", { scope: "col" }, one)))),
      make(
        "tbody",
        {},
        ...rows.map((row) => make("tr", {}, ...row.map((one) => make("td", {}, one)))),
      ),
    ),
  );
}

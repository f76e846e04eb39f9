/**
 * The console: who is signed in, which view the address asks for, and the frame around it.
 *
 * Addresses: `#/` list, `#/document?kind&key`, `#/new?kind`, `#/statutes`, `#/people`, `#/audit`,
 * `#/status`, `#/password`. The page `/setup#<token>` makes the first administrator.
 */

import { byId, fill, make } from "../page/dom.js";
import { get, post, Refusal, remember } from "./api.js";
import { showDocument } from "./editor.js";
import { KINDS } from "./labels.js";
import { showList } from "./list.js";
import { freshId, notify, tell } from "./parts.js";
import {
  showAudit,
  showPassword,
  showPeople,
  showSetUp,
  showSignIn,
  showStatus,
  signInForm,
} from "./people.js";
import { showStatutes } from "./statutes.js";
import { mayLeave, unsaved } from "./unsaved.js";
import { choiceName, isEnglish, say, switchLanguage } from "./words.js";

/** @typedef {import("./api.js").Account} Account */

const main = byId("main", HTMLElement);
const top = byId("top", HTMLElement);

/** @type {Account | null} */
let account = null;
/** @type {Record<string, import("./api.js").Field[]> | null} */
let forms = null;
let address = "";

/** The token of a set-up link, taken out of the address at once so that nobody reads it there. */
const setting = location.pathname === "/setup";
const token = setting ? location.hash.slice(1) : "";
if (setting) history.replaceState(null, "", "/setup");

/** @param {Account} given */
function entered(given) {
  account = given;
  remember(given);
  notify("");
  if (location.pathname === "/setup") history.replaceState(null, "", "/");
  draw();
}

function frame() {
  document.documentElement.lang = isEnglish() ? "en" : "zh-CN";
  document.title = `${say("product")} · ${isEnglish() ? "Yingbin" : "迎宾"}`;
  byId("skip", HTMLElement).textContent = say("skip");
  const language = make(
    "button",
    { type: "button", class: "quiet", onclick: toggle },
    say("language"),
  );
  language.lang = isEnglish() ? "zh-CN" : "en";
  const here = address.split("?")[0];
  const link = (/** @type {string} */ to, /** @type {import("./words.js").Key} */ words) =>
    make("a", { href: to, "aria-current": here === to ? "page" : null }, say(words));
  fill(
    top,
    make(
      "strong",
      { class: "brand" },
      isEnglish() ? "Yingbin" : "迎宾",
      make("span", {}, say("product")),
    ),
    account
      ? make(
          "nav",
          { "aria-label": say("product") },
          link("#/", "knowledge"),
          account.role === "editor" ? null : link("#/statutes", "statutes"),
          account.role === "admin" ? link("#/people", "people") : null,
          account.role === "admin" ? link("#/audit", "audit") : null,
          link("#/status", "status"),
        )
      : null,
    make(
      "div",
      { class: "me" },
      language,
      account
        ? make(
            "a",
            { href: "#/password", title: say("myPassword") },
            account.name,
            make("span", { class: "role" }, ` · ${choiceName(account.role)}`),
          )
        : null,
      account
        ? make("button", { type: "button", class: "quiet", onclick: signOut }, say("signOut"))
        : null,
    ),
  );
}

async function toggle() {
  if (!(await mayLeave())) return;
  switchLanguage();
  draw();
}

async function signOut() {
  if (!(await mayLeave())) return;
  try {
    await post("/api/sign-out", {});
  } catch (error) {
    tell(error);
  }
  account = null;
  remember(null);
  draw();
}

async function view() {
  const [name = "#/", text = ""] = address.split("?");
  const query = new URLSearchParams(text);
  const role = account?.role ?? "editor";
  switch (name) {
    case "#/document":
    case "#/new": {
      forms ??= await get("/api/forms");
      const desk = { forms: forms ?? {}, role, references: await get("/api/references") };
      const key = name === "#/new" ? "" : (query.get("key") ?? "");
      return showDocument(main, query.get("kind") ?? "", key, desk);
    }
    case "#/statutes":
      return showStatutes(main);
    case "#/people":
      return showPeople(main);
    case "#/audit":
      return showAudit(main);
    case "#/status":
      return showStatus(main);
    case "#/password":
      return showPassword(main);
    default:
      return showList(main, query, Object.keys(KINDS));
  }
}

async function draw() {
  unsaved.is = () => false;
  address = account ? location.hash || "#/" : "";
  frame();
  if (!account) {
    if (location.pathname === "/setup") showSetUp(main, token, entered);
    else showSignIn(main, entered);
    return;
  }
  try {
    await view();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    fill(main, make("p", { class: "empty" }, error.message));
  }
}

/** A sign-in that ended while something was being written: sign in on top of it. */
function lost() {
  if (document.querySelector("dialog[open]")) return;
  const heading = freshId();
  const dialog = make("dialog", { "aria-labelledby": heading });
  const form = signInForm((given) => {
    dialog.close();
    dialog.remove();
    const same = account?.name === given.name;
    account = given;
    remember(given);
    notify("");
    if (!same || !unsaved.is()) draw();
  });
  dialog.append(
    make("h2", { id: heading }, say("signIn")),
    make("p", {}, say("signInAgain")),
    form,
  );
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  document.body.append(dialog);
  dialog.showModal();
}

addEventListener("hashchange", async (event) => {
  const wanted = location.hash || "#/";
  if (!account) return;
  if (unsaved.is()) {
    history.replaceState(null, "", new URL(event.oldURL).hash);
    if (!(await mayLeave())) return;
    history.replaceState(null, "", wanted);
  }
  notify("");
  await draw();
  main.focus();
  scrollTo(0, 0);
});
addEventListener("beforeunload", (event) => {
  if (unsaved.is()) event.preventDefault();
});
addEventListener("staff-signed-out", lost);
byId("skip", HTMLElement).addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});

try {
  account = (await get("/api/me")).account;
  remember(account);
  if (account && !setting) history.replaceState(null, "", location.hash || "#/");
} catch (error) {
  tell(error);
}
if (setting && token) account = null;
await draw();

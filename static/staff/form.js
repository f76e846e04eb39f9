/**
 * Forms drawn from the fields of a kind: each field becomes a control that gives its value back.
 *
 * A control's `read` returns undefined for what is left out. `places` maps the path of a field, as
 * the server names it (`sources[0].law`), to its input, so that a refusal lands where it belongs.
 */

import { fill, make } from "../page/dom.js";
import { freshId, labelled } from "./parts.js";
import { shortTitle } from "./preview.js";
import { choiceName, fieldName, say } from "./words.js";

/** @typedef {import("./api.js").Field} Field */
/** @typedef {import("./api.js").References} References */
/** @typedef {Map<string, HTMLElement>} Places */
/** @typedef {{kind: string, references: References, changed: () => void, inner?: boolean}} Setting */
/** @typedef {{element: HTMLElement, read: () => unknown, place: (path: string, places: Places) => void}} Control */

/** @param {Field} field @param {unknown} value @param {Setting} setting @returns {Control} */
export function control(field, value, setting) {
  const given = value ?? field.default;
  switch (field.form) {
    case "group":
      return group(field, given, setting);
    case "rows":
      return rows(field, Array.isArray(given) ? given : [], setting);
    case "yes_no":
      return tick(field, given === true, setting);
    case "choice":
      return select(field, String(given ?? ""), setting);
    case "text":
      if (field.name === "law" || field.name === "source") return known(field, given, setting);
      return written(field, given, setting);
    default:
      return written(field, given, setting);
  }
}

/** @param {Field} field @param {Setting} setting */
function label(field, setting) {
  const name = fieldName(setting.kind, field.name);
  return field.required ? `${name}（${say("required")}）` : name;
}

/** Texts, numbers, dates, lists with one item a line, and JSON.
 * @param {Field} field @param {unknown} given @param {Setting} setting @returns {Control} */
function written(field, given, setting) {
  const many = field.form === "lines" || field.form === "numbers";
  const long = many || field.form === "long" || field.form === "json";
  const input = long
    ? make("textarea", { rows: many ? 3 : 4, name: field.name })
    : make("input", {
        type: field.form === "date" ? "date" : "text",
        inputmode: field.form === "number" ? "numeric" : null,
        name: field.name,
        autocomplete: "off",
      });
  input.value = shown(field.form, given);
  input.addEventListener("input", setting.changed);
  const element = labelled(label(field, setting), input, many ? say("onePerLine") : "");
  return {
    element,
    read: () => taken(field, input.value, setting.inner === true),
    place: (path, places) => places.set(path, input),
  };
}

/** @param {string} form @param {unknown} given */
function shown(form, given) {
  if (given === undefined || given === null) return "";
  if (Array.isArray(given)) return given.join("\n");
  return form === "json" ? JSON.stringify(given, null, 1) : String(given);
}

/** @param {Field} field @param {string} text @param {boolean} inner @returns {unknown} */
function taken(field, text, inner) {
  const trimmed = text.trim();
  const all = trimmed ? text.split("\n").map((line) => line.trim()) : [];
  // Lists inside a row stand side by side (values, labels, units): a blank line holds a place.
  const lines = inner && field.form === "lines" ? all : all.filter(Boolean);
  switch (field.form) {
    case "lines":
      return lines.length || field.required ? lines : undefined;
    case "numbers":
      return lines.length || field.required ? lines.map(number) : undefined;
    case "number":
      return trimmed ? number(trimmed) : undefined;
    case "json":
      return trimmed ? json(trimmed) : undefined;
    default:
      return trimmed || (field.required && field.form !== "date") ? trimmed : undefined;
  }
}

/** A whole number, or the text itself, which the server then refuses by name.
 * @param {string} text */
function number(text) {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

/** @param {string} text @returns {unknown} */
function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A law or another source, chosen by its title.
 * @param {Field} field @param {unknown} given @param {Setting} setting @returns {Control} */
function known(field, given, setting) {
  const titles = field.name === "law" ? setting.references.law : setting.references.source;
  const id = typeof given === "string" ? given : "";
  const input = make("select", { name: field.name }, make("option", { value: "" }, say("notSet")));
  if (id) input.append(make("option", { value: id }, shortTitle(titles[id] ?? id)));
  input.value = id;
  // A decision table holds hundreds of these, so that the other titles come when they are needed.
  const rest = () => {
    for (const [value, title] of Object.entries(titles))
      if (value !== id) input.append(make("option", { value }, shortTitle(title)));
  };
  input.addEventListener("focus", rest, { once: true });
  input.addEventListener("change", setting.changed);
  return {
    element: labelled(label(field, setting), input),
    read: () => (input.value || field.required ? input.value : undefined),
    place: (path, places) => places.set(path, input),
  };
}

/** @param {Field} field @param {boolean} given @param {Setting} setting @returns {Control} */
function tick(field, given, setting) {
  const input = make("input", { type: "checkbox", id: freshId(), name: field.name });
  input.checked = given;
  input.addEventListener("change", setting.changed);
  const words = make("label", { for: input.id }, fieldName(setting.kind, field.name));
  return {
    element: make("div", { class: "field tick" }, input, words),
    read: () => (input.checked === (field.default ?? false) ? undefined : input.checked),
    place: (path, places) => places.set(path, input),
  };
}

/** @param {Field} field @param {string} given @param {Setting} setting @returns {Control} */
function select(field, given, setting) {
  const input = make("select", { name: field.name });
  if (!field.required && field.default === undefined)
    input.append(make("option", { value: "" }, say("notSet")));
  for (const value of field.choices ?? [])
    input.append(make("option", { value }, choiceName(value)));
  input.value = given;
  if (input.selectedIndex < 0) input.selectedIndex = 0;
  input.addEventListener("change", setting.changed);
  return {
    element: labelled(label(field, setting), input),
    read: () => (input.value && input.value !== field.default ? input.value : undefined),
    place: (path, places) => places.set(path, input),
  };
}

/** @param {unknown} value @returns {Record<string, unknown>} */
function record(value) {
  return value && typeof value === "object" ? /** @type {Record<string, unknown>} */ (value) : {};
}

/** @param {Field} field @param {unknown} given @param {Setting} setting @returns {Control} */
function group(field, given, setting) {
  const inner = fields(field.fields ?? [], record(given), { ...setting, inner: true });
  const legend = make("legend", {}, label(field, setting));
  return {
    element: make("fieldset", {}, legend, ...inner.elements),
    read: () => {
      const value = inner.read();
      // A group that may be left out is left out where all that it must have is empty too.
      const told = Object.values(value).some((one) => (Array.isArray(one) ? one.length : one));
      return told || !field.optional ? value : undefined;
    },
    place: (path, places) => inner.place(`${path}.`, places),
  };
}

/** @param {Field} field @param {unknown[]} given @param {Setting} setting @returns {Control} */
function rows(field, given, setting) {
  const name = fieldName(setting.kind, field.name);
  const list = make("div", { class: "rows" });
  const within = { ...setting, inner: true };
  /** @type {Array<ReturnType<typeof fields>>} */
  let held = given.map((one) => fields(field.fields ?? [], record(one), within));
  const add = make("button", { type: "button", class: "quiet" }, `＋ ${say("add")}`);
  const draw = () => {
    const drawn = held.map((one, index) => {
      const remove = make("button", { type: "button", class: "quiet" }, say("remove"));
      remove.setAttribute("aria-label", say("removeNamed", { name, number: index + 1 }));
      remove.addEventListener("click", () => {
        held = held.filter((other) => other !== one);
        draw();
        setting.changed();
        add.focus();
      });
      const legend = make("legend", {}, say("itemNamed", { name, number: index + 1 }));
      return make("fieldset", { class: "row" }, legend, ...one.elements, remove);
    });
    fill(list, ...drawn);
  };
  add.addEventListener("click", () => {
    held = [...held, fields(field.fields ?? [], {}, within)];
    draw();
    setting.changed();
    const last = list.lastElementChild?.querySelector("input, textarea, select");
    if (last instanceof HTMLElement) last.focus();
  });
  draw();
  const legend = make("legend", {}, label(field, setting));
  return {
    element: make("fieldset", { class: "list" }, legend, list, add),
    read: () => {
      const values = held.map((one) => one.read());
      return values.length || field.required ? values : undefined;
    },
    place: (path, places) => {
      places.set(path, add);
      held.forEach((one, index) => {
        const first = one.elements[0]?.querySelector("input, textarea, select");
        if (first instanceof HTMLElement) places.set(`${path}[${index}]`, first);
        one.place(`${path}[${index}].`, places);
      });
    },
  };
}

/**
 * The controls of several fields. @param {Field[]} described @param {Record<string, unknown>} value
 * @param {Setting} setting
 */
export function fields(described, value, setting) {
  const controls = described.map(
    (field) => /** @type {const} */ ([field.name, control(field, value[field.name], setting)]),
  );
  return {
    elements: controls.map(([, one]) => one.element),
    by: Object.fromEntries(controls),
    /** @returns {Record<string, unknown>} */
    read: () => {
      /** @type {Record<string, unknown>} */
      const read = {};
      for (const [name, one] of controls) {
        const given = one.read();
        if (given !== undefined) read[name] = given;
      }
      return read;
    },
    /** @param {string} stem @param {Places} places */
    place: (stem, places) => {
      for (const [name, one] of controls) one.place(`${stem}${name}`, places);
    },
  };
}

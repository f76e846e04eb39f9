/**
 * Builds elements. Words become text nodes only; no markup is ever parsed.
 */

const SVG = "http://www.w3.org/2000/svg";

/** Own line drawings on a 24×24 grid, stroked in the current colour. */
const ICONS = {
  send: "M12 19V5M5.5 11.5 12 5l6.5 6.5",
  stop: "M7.5 7.5h9v9h-9z",
  sound:
    "M4 9.8v4.4h3.2L12 18.2V5.8L7.2 9.8zM15.2 9.2a4 4 0 0 1 0 5.6M17.8 6.6a7.6 7.6 0 0 1 0 10.8",
  muted: "M4 9.8v4.4h3.2L12 18.2V5.8L7.2 9.8zM15.8 9.8l4.4 4.4M20.2 9.8l-4.4 4.4",
  up: "M8 10.5v8.7H4.6v-8.7zM8 11l3.4-6.4c1.5 0 2.3 1 2 2.6L13 9.8h4.6c1.4 0 2.2 1.1 1.9 2.4l-1.3 5.3c-.3 1.1-1 1.7-2.1 1.7H8",
  down: "M16 13.5V4.8h3.4v8.7zM16 13l-3.4 6.4c-1.5 0-2.3-1-2-2.6l.4-2.6H6.4c-1.4 0-2.2-1.1-1.9-2.4l1.3-5.3c.3-1.1 1-1.7 2.1-1.7H16",
  flag: "M6 20.5V4.2M6 5h11.2l-2.6 4.2 2.6 4.2H6",
  copy: "M9 9h10v11H9zM15 9V4.6H5v11h4",
  close: "M6 6l12 12M18 6 6 18",
  info: "M12 3.8a8.2 8.2 0 1 0 0 16.4 8.2 8.2 0 0 0 0-16.4zM12 11v5.4M12 7.6v.2",
  chevron: "M7 10l5 5 5-5",
  ear: "M4 9.8v4.4h3.2L12 18.2V5.8L7.2 9.8zM15.2 9.2a4 4 0 0 1 0 5.6",
  again: "M18.6 9A7.2 7.2 0 1 0 19 13.6M18.9 4.6V9h-4.4",
};

/** @typedef {keyof typeof ICONS} IconName */
/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element with attributes, listeners (`onclick` and the like) and children.
 * A `true` attribute stands alone; `false`, null and undefined ones are left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  }
  append(element, children);
  return element;
}

/** @param {Element} parent @param {readonly Child[]} children */
function append(parent, children) {
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) parent.append(child);
  }
}

/** A drawing beside words or in a labelled button; hidden from screen readers.
 * @param {IconName} name @returns {SVGSVGElement} */
export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  drawing.append(path);
  return drawing;
}

/**
 * Puts children in place of what was there, unless nothing changed.
 * @param {Element} parent @param {...Child} children
 */
export function fill(parent, ...children) {
  parent.replaceChildren();
  append(parent, children);
}

/** Sets the words of an element; untouched when they are the same, so that nothing is read twice.
 * @param {Element} element @param {string} words */
export function setWords(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

/** An element of the page's own skeleton; missing means a broken page.
 * @template {Element} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function byId(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new TypeError(`the page has no ${kind.name} #${id}`);
  return element;
}

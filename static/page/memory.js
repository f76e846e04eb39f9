/**
 * What the browser remembers: choices for all visits, the line's secret for this tab alone.
 *
 * A browser may forbid storage (third-party frames, private windows); the page then forgets.
 */

const PREFIX = "yingbin.";

/** @param {() => Storage} storage @param {string} key @returns {string} */
function read(storage, key) {
  try {
    return storage().getItem(PREFIX + key) ?? "";
  } catch (problem) {
    if (problem instanceof DOMException) return "";
    throw problem;
  }
}

/** @param {() => Storage} storage @param {string} key @param {string} value */
function write(storage, key, value) {
  try {
    if (value) storage().setItem(PREFIX + key, value);
    else storage().removeItem(PREFIX + key);
  } catch (problem) {
    if (!(problem instanceof DOMException)) throw problem;
  }
}

/** A choice of an earlier visit; empty when there is none. @param {string} key */
export const recall = (key) => read(() => localStorage, key);

/** @param {string} key @param {string} value */
export const keep = (key, value) => write(() => localStorage, key, value);

/** @param {string} key */
export const recallForTab = (key) => read(() => sessionStorage, key);

/** @param {string} key @param {string} value  empty: forget */
export const keepForTab = (key, value) => write(() => sessionStorage, key, value);

/**
 * An English wording that was left behind when the Chinese one was changed.
 */

/** What visitors read in Chinese, where a document has an English wording beside it. */
const SPOKEN = ["answer", "next_step", "intro", "items", "steps", "closing", "gist", "summary"];

/**
 * Whether what visitors read in Chinese was changed and its English wording was not.
 * @param {Record<string, unknown> | null | undefined} before what visitors have now
 * @param {Record<string, unknown>} now
 */
export function englishLeft(before, now) {
  if (!before || !now.english) return false;
  const same = (/** @type {string} */ name) =>
    JSON.stringify(before[name]) === JSON.stringify(now[name]);
  return same("english") && !SPOKEN.every(same);
}

/**
 * Copying words with their label: what leaves the page says that a machine wrote it.
 */

/**
 * A copied text with the label behind it, once.
 * @param {string} words @param {string} label
 */
export function labelled(words, label) {
  return words.includes(label) ? words : `${words}\n\n${label}`;
}

/**
 * Puts words on the clipboard; also on plain http, where the modern way is missing.
 * @param {string} words
 * @returns {Promise<boolean>}
 */
export async function copyWords(words) {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch (problem) {
      if (!(problem instanceof DOMException)) throw problem;
    }
  }
  return copyBySelection(words);
}

/** @param {string} words */
function copyBySelection(words) {
  const before = document.activeElement;
  const field = document.createElement("textarea");
  field.value = words;
  field.className = "sr-only";
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}

/**
 * Every copy out of an answer carries the label.
 * @param {HTMLElement} transcript @param {() => string} label
 */
export function labelCopies(transcript, label) {
  transcript.addEventListener("copy", (event) => {
    const selection = getSelection();
    const words = selection?.toString() ?? "";
    if (!selection || !words || !touchesReply(transcript, selection)) return;
    event.clipboardData?.setData("text/plain", labelled(words, label()));
    event.preventDefault();
  });
}

/** @param {HTMLElement} transcript @param {Selection} selection */
function touchesReply(transcript, selection) {
  return [...transcript.querySelectorAll(".reply")].some((reply) =>
    selection.containsNode(reply, true),
  );
}

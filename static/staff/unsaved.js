/**
 * Changes that are not saved yet, and the question before they are lost.
 */

import { ask } from "./parts.js";
import { say } from "./words.js";

/** Tells whether the open document has changes that are not saved, and its title. */
export const unsaved = { title: "", is: () => false };

/** Asks before changes are lost; true = go. */
export async function mayLeave() {
  if (!unsaved.is()) return true;
  const title = say("leaveTitle", { title: unsaved.title });
  const asked = {
    title,
    body: say("leaveBody"),
    act: say("leave"),
    stay: say("stay"),
    danger: true,
  };
  return (await ask(asked)) !== null;
}

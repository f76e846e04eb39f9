/**
 * The conversation as values: turns, their sentences, how messages change them. No DOM, no network.
 */

/** @typedef {import('../protocol.d.ts').ServerMessage} ServerMessage */
/** @typedef {import('../protocol.d.ts').Sentence} SentenceMessage */
/** @typedef {import('../protocol.d.ts').Language} Language */
/** @typedef {'opener' | 'answer' | 'next_step' | 'closing'} Role */

/**
 * @typedef {object} SentenceState
 * @property {number} index
 * @property {string} text
 * @property {boolean} whole  the checked sentence has come; before that the text grows by deltas
 * @property {Role} role
 * @property {number} block
 * @property {boolean} locked
 * @property {Language} language
 */

/**
 * A turn's life: `asked` (sent, not yet taken) → `running` → `done` | `stopped` | `lost` | `failed`.
 * @typedef {object} Turn
 * @property {string} key  the page's own name for it, stable while the server's id is unknown
 * @property {string} id   the server's name; empty until `accepted`
 * @property {string} question
 * @property {boolean} retired  of a conversation that the server no longer knows
 * @property {boolean} own  asked by this page since it was loaded (a replayed one is not spoken)
 * @property {'asked' | 'running' | 'done' | 'stopped' | 'lost' | 'failed'} state
 * @property {readonly SentenceState[]} sentences
 * @property {readonly import('../protocol.d.ts').SourceItem[]} sources
 * @property {readonly import('../protocol.d.ts').Card[]} cards
 * @property {import('../protocol.d.ts').Clarify | null} clarify
 * @property {import('../protocol.d.ts').Done | null} done
 * @property {import('../protocol.d.ts').Stopped['reason'] | null} stopped
 * @property {string} error
 * @property {readonly string[]} notices  about this answer alone
 * @property {import('../protocol.d.ts').Feedback['rating'] | null} rating
 * @property {boolean} reported
 */

/**
 * @typedef {object} Conversation
 * @property {readonly Turn[]} turns
 * @property {number} lastSeq
 */

/** @type {Conversation} */
export const EMPTY = { turns: [], lastSeq: 0 };

/** @param {string} key @param {string} question @param {boolean} own @returns {Turn} */
function newTurn(key, question, own) {
  return {
    key,
    id: "",
    question,
    retired: false,
    own,
    state: "asked",
    sentences: [],
    sources: [],
    cards: [],
    clarify: null,
    done: null,
    stopped: null,
    error: "",
    notices: [],
    rating: null,
    reported: false,
  };
}

/**
 * The visitor asks.
 * @param {Conversation} conversation
 * @param {string} key
 * @param {string} question
 * @returns {Conversation}
 */
export function asked(conversation, key, question) {
  return { ...conversation, turns: [...conversation.turns, newTurn(key, question, true)] };
}

/**
 * What was on its way will not come whole.
 * @param {Conversation} conversation
 * @param {(turn: Turn) => boolean} [which]
 * @returns {Conversation}
 */
export function lost(conversation, which = () => true) {
  return {
    ...conversation,
    turns: conversation.turns.map((turn) =>
      isOpen(turn) && which(turn) ? { ...turn, state: "lost" } : turn,
    ),
  };
}

/**
 * A new question takes the place of those under way, where no server is there to say so.
 * @param {Conversation} conversation
 * @returns {Conversation}
 */
export function superseded(conversation) {
  return {
    ...conversation,
    turns: conversation.turns.map((turn) =>
      isOpen(turn) ? { ...turn, state: "stopped", stopped: "barge_in" } : turn,
    ),
  };
}

/**
 * The server began a fresh conversation. It names its turns from the beginning again, so the turns
 * that it once knew lose their names; questions that still wait to be sent keep waiting.
 * @param {Conversation} conversation
 * @returns {Conversation}
 */
export function retired(conversation) {
  return {
    lastSeq: 0,
    turns: conversation.turns.map((turn) => {
      if (turn.state === "asked") return turn;
      return { ...turn, id: "", retired: true, state: isOpen(turn) ? "lost" : turn.state };
    }),
  };
}

/**
 * The visitor rated or reported a turn; null takes a thumb back.
 * @param {Conversation} conversation
 * @param {string} key
 * @param {import('../protocol.d.ts').Feedback['rating'] | null} rating
 * @returns {Conversation}
 */
export function rated(conversation, key, rating) {
  return {
    ...conversation,
    turns: conversation.turns.map((turn) => {
      if (turn.key !== key) return turn;
      return rating === "report" ? { ...turn, reported: true } : { ...turn, rating };
    }),
  };
}

/** Whether more may still come for the turn. @param {Turn} turn */
export function isOpen(turn) {
  return turn.state === "asked" || turn.state === "running";
}

/** The turn that the server is working on, if any. @param {Conversation} conversation */
export function openTurn(conversation) {
  return conversation.turns.findLast(isOpen) ?? null;
}

/**
 * Whether a message was seen before; messages outside the replay have no number and never repeat.
 * @param {Conversation} conversation
 * @param {ServerMessage} message
 */
export function isRepeated(conversation, message) {
  const seq = message.seq ?? 0;
  return seq > 0 && seq <= conversation.lastSeq;
}

/**
 * The conversation after a message.
 * @param {Conversation} conversation
 * @param {ServerMessage} message
 * @returns {Conversation}
 */
export function apply(conversation, message) {
  if (message.type === "welcome") {
    return message.resumed ? conversation : retired(conversation);
  }
  if (isRepeated(conversation, message)) return conversation;
  const counted = { ...conversation, lastSeq: Math.max(conversation.lastSeq, message.seq ?? 0) };
  if (message.type === "accepted") return accept(counted, message.turn ?? "", message.text);
  if (message.type === "error" && !message.turn) return fail(counted, message.text);
  const id = message.turn ?? "";
  if (!id) return counted;
  return {
    ...counted,
    turns: counted.turns.map((turn) => (turn.id === id ? change(turn, message) : turn)),
  };
}

/**
 * `accepted` names the oldest waiting question; without one it is a turn of before a reload.
 * @param {Conversation} conversation @param {string} id @param {string} question
 * @returns {Conversation}
 */
function accept(conversation, id, question) {
  const { turns } = conversation;
  if (turns.some((turn) => turn.id === id)) return conversation;
  const at = turns.findIndex(
    (turn) =>
      !turn.id &&
      (turn.state === "asked" ||
        (turn.state === "lost" && !turn.retired && turn.question === question)),
  );
  if (at < 0) {
    const replayed = {
      ...newTurn(`replayed-${id}`, question, false),
      id,
      state: /** @type {const} */ ("running"),
    };
    return { ...conversation, turns: [...turns, replayed] };
  }
  return {
    ...conversation,
    turns: turns.map((turn, index) => (index === at ? { ...turn, id, state: "running" } : turn)),
  };
}

/** An error without a turn is about the question that was just sent.
 * @param {Conversation} conversation @param {string} reason @returns {Conversation} */
function fail(conversation, reason) {
  const at = conversation.turns.findLastIndex((turn) => turn.state === "asked");
  return {
    ...conversation,
    turns: conversation.turns.map((turn, index) =>
      index === at ? { ...turn, state: "failed", error: reason } : turn,
    ),
  };
}

/** @param {Turn} turn @param {ServerMessage} message @returns {Turn} */
function change(turn, message) {
  switch (message.type) {
    case "delta":
      return { ...turn, sentences: grow(turn.sentences, message.sentence, message.text) };
    case "sentence":
      return { ...turn, sentences: settle(turn.sentences, message) };
    case "sources":
      return { ...turn, sources: message.items };
    case "cards":
      return { ...turn, cards: message.items };
    case "clarify":
      return { ...turn, clarify: message };
    case "done":
      return { ...turn, state: turn.state === "failed" ? "failed" : "done", done: message };
    case "stopped":
      return { ...turn, state: "stopped", stopped: message.reason };
    case "notice":
      return { ...turn, notices: [...turn.notices, message.text] };
    case "error":
      return { ...turn, state: "failed", error: message.text };
    default:
      return turn;
  }
}

/** @param {readonly SentenceState[]} sentences @param {number} index @param {string} piece */
function grow(sentences, index, piece) {
  const old = sentences.find((one) => one.index === index);
  if (old?.whole) return sentences;
  const before = sentences[sentences.length - 1];
  return put(sentences, {
    index,
    text: (old?.text ?? "") + piece,
    whole: false,
    // A delta does not say where it stands; its whole sentence will.
    role: old?.role ?? (before && before.role !== "opener" ? before.role : "answer"),
    block: old?.block ?? before?.block ?? 0,
    locked: old?.locked ?? before?.locked ?? false,
    language: old?.language ?? before?.language ?? "zh",
  });
}

/** @param {readonly SentenceState[]} sentences @param {SentenceMessage} message */
function settle(sentences, message) {
  return put(sentences, {
    index: message.sentence,
    text: message.text,
    whole: true,
    role: message.role ?? "answer",
    block: message.block ?? 0,
    locked: message.locked ?? false,
    language: message.language ?? "zh",
  });
}

/** @param {readonly SentenceState[]} sentences @param {SentenceState} one */
function put(sentences, one) {
  return [...sentences.filter((other) => other.index !== one.index), one].sort(
    (left, right) => left.index - right.index,
  );
}

/**
 * @typedef {object} Paragraph
 * @property {string} key
 * @property {Role} role
 * @property {boolean} locked
 * @property {readonly SentenceState[]} sentences
 */

/**
 * Neighbouring sentences of one block, role and standing form a paragraph.
 * @param {readonly SentenceState[]} sentences
 * @returns {Paragraph[]}
 */
export function paragraphs(sentences) {
  /** @type {{key: string, role: Role, locked: boolean, block: number, sentences: SentenceState[]}[]} */
  const found = [];
  for (const one of sentences) {
    const last = found[found.length - 1];
    if (last && last.block === one.block && last.role === one.role && last.locked === one.locked) {
      last.sentences.push(one);
    } else {
      found.push({
        key: `p${one.index}`,
        role: one.role,
        locked: one.locked,
        block: one.block,
        sentences: [one],
      });
    }
  }
  return found;
}

/**
 * The answer as plain text: a line a paragraph.
 * @param {Turn} turn
 * @returns {string}
 */
export function plainText(turn) {
  return paragraphs(turn.sentences)
    .map((paragraph) => joined(paragraph.sentences))
    .join("\n");
}

/** Sentences of a Latin script need a space between them; Chinese ones do not.
 * @param {readonly SentenceState[]} sentences */
export function joined(sentences) {
  return sentences.reduce((whole, one) => whole + separator(whole, one.text) + one.text, "");
}

/** @param {string} before @param {string} after */
export function separator(before, after) {
  return /[\w.!?;:)"”’]$/.test(before) && /^[\w("“‘]/.test(after) ? " " : "";
}

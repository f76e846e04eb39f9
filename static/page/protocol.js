/**
 * Bytes and times of the wire, as pure functions: binary audio frames, back-off, streamed lines.
 */

/** The lowest and the highest version of the protocol that this page speaks.
 * @type {[number, number]} */
export const PROTOCOL = [1, 1];

/**
 * @typedef {object} AudioFrame
 * @property {string} turn
 * @property {number} sentence
 * @property {ArrayBuffer} bytes
 */

/**
 * A binary frame: big-endian length of a JSON header, the header, the sound. Null when it is none.
 * @param {ArrayBuffer} buffer
 * @returns {AudioFrame | null}
 */
export function readAudioFrame(buffer) {
  if (buffer.byteLength < 4) return null;
  const length = new DataView(buffer).getUint32(0, false);
  if (length > buffer.byteLength - 4) return null;
  try {
    const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
    if (typeof header?.turn !== "string" || typeof header?.sentence !== "number") return null;
    return { turn: header.turn, sentence: header.sentence, bytes: buffer.slice(4 + length) };
  } catch (problem) {
    if (problem instanceof SyntaxError) return null;
    throw problem;
  }
}

/**
 * Little-endian 16-bit samples as floats of −1…1.
 * @param {ArrayBuffer} bytes
 * @returns {Float32Array<ArrayBuffer>}
 */
export function pcmSamples(bytes) {
  const view = new DataView(bytes);
  const samples = new Float32Array(Math.floor(bytes.byteLength / 2));
  for (let index = 0; index < samples.length; index += 1) {
    samples[index] = view.getInt16(index * 2, true) / 32768;
  }
  return samples;
}

/**
 * Milliseconds before the n-th attempt (from 0): exponential, capped, spread so that visitors of a
 * restarted server do not all return at once.
 * @param {number} attempt
 * @param {number} chance  0…1
 * @param {{ first: number, most: number }} [pace]
 * @returns {number}
 */
export function backoff(attempt, chance, { first, most } = { first: 500, most: 15_000 }) {
  const ceiling = Math.min(most, first * 2 ** Math.min(attempt, 10));
  return ceiling / 2 + (ceiling / 2) * chance;
}

/**
 * Cuts a growing text into whole lines; what is unfinished stays for later.
 * @param {string} pending
 * @param {string} piece
 * @returns {{ lines: string[], rest: string }}
 */
export function takeLines(pending, piece) {
  const parts = (pending + piece).split("\n");
  const rest = parts.pop() ?? "";
  return { lines: parts.map((line) => line.trim()).filter(Boolean), rest };
}

/**
 * A message out of a line of the streamed answer: JSON alone, or the `data:` line of an event.
 * Null for comments and other fields of an event stream.
 * @param {string} line
 * @returns {import('../protocol.d.ts').ServerMessage | null}
 */
export function messageOfLine(line) {
  const body = line.startsWith("data:") ? line.slice(5).trim() : line;
  return body.startsWith("{") ? parseMessage(body) : null;
}

/**
 * @param {string} body
 * @returns {import('../protocol.d.ts').ServerMessage | null}
 */
export function parseMessage(body) {
  try {
    const value = JSON.parse(body);
    return typeof value?.type === "string" ? value : null;
  } catch (problem) {
    if (problem instanceof SyntaxError) return null;
    throw problem;
  }
}

/**
 * The address of the conversation: beside the page, whatever its scheme.
 * @param {string} page
 * @returns {string}
 */
export function socketAddress(page) {
  const address = new URL("/ws", page);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  return address.href;
}

import { connect } from 'node:net';

const CHUNK_BYTES = 65_536;
const TIMEOUT_MS = 30_000;
const LONGEST_ANSWER = 4_096;

/**
 * Has clamd look through some bytes (command INSTREAM; clamd(8)). `url`: `tcp://host:port`. True when it finds nothing.
 * @throws Error when there is no answer, or another than one of the two.
 */
export async function isCleanBy(url: string, bytes: Uint8Array): Promise<boolean> {
  const answer = await answerTo(url, bytes);
  if (/^stream: OK$/.test(answer)) return true;
  if (/ FOUND$/.test(answer)) return false;
  throw new Error('clamd did not say whether the content is clean');
}

function answerTo(url: string, bytes: Uint8Array): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) });
    let answer = '';
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('clamd does not answer')));
    socket.on('error', reject);
    socket.on('data', (part: Buffer) => {
      answer += part.toString('utf8');
      if (answer.length > LONGEST_ANSWER) socket.destroy(new Error('clamd answers too much'));
    });
    socket.on('close', () => resolve(answer.replace(/[\0\n]+$/, '')));
    socket.on('connect', () => {
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
        const chunk = bytes.subarray(at, at + CHUNK_BYTES);
        socket.write(lengthOf(chunk));
        socket.write(chunk);
      }
      socket.write(lengthOf(new Uint8Array()));
    });
  });
}

/** The length of a chunk as clamd reads it: four bytes, the highest first; zero ends the stream. */
function lengthOf({ length }: Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(length);
  return head;
}

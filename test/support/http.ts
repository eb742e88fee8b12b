import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** What is sent beside an address. */
export interface Asked {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | FormData | undefined;
}

/** What came back. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** Empty when the answer would not end. */
  readonly text: string;
}

/** Asks once and follows nothing: half the work of `fetch`, which the tests would call some fifty thousand times. */
export async function ask(url: URL, { method, headers = {}, body }: Asked): Promise<Answered> {
  const form = body instanceof FormData ? new Response(body) : null;
  const type = form?.headers.get('content-type');
  const sent = form === null ? (body as string | undefined) : Buffer.from(await form.arrayBuffer());
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const all = { accept: '*/*', ...headers, ...(type && { 'content-type': type }) };
    request(url, { method, headers: all }, resolve).on('error', reject).end(sent);
  });
  const isEndless = answer.headers['content-type']?.startsWith('text/event-stream') === true;
  if (isEndless) answer.destroy();
  return {
    status: answer.statusCode ?? 0,
    headers: headersOf(answer),
    text: isEndless ? '' : await text(answer),
  };
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2)
    headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  return headers;
}

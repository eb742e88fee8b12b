import { SaxesParser } from 'saxes';
import { Unreadable } from './unreadable.js';

/** What is done at the tags of a part; names are without their prefix. */
export interface Tags {
  readonly open?: (name: string, told: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads XML piece by piece, strictly; entities of its own are not known, so that none can unfold. A part that is not there has no tags. */
export async function readXml(pieces: AsyncIterable<string>, { open, close, text }: Tags): Promise<void> {
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new Unreadable('damaged');
  });
  parser.on('doctype', () => {
    throw new Unreadable('damaged');
  });
  parser.on('opentag', ({ name, attributes }) => open?.(local(name), attributes));
  parser.on('closetag', ({ name }) => close?.(local(name)));
  parser.on('text', (told) => text?.(told));
  parser.on('cdata', (told) => text?.(told));
  let isThere = false;
  for await (const piece of pieces) {
    parser.write(piece);
    isThere = true;
  }
  if (isThere) parser.close();
}

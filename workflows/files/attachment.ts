import { z } from 'zod';
import type { EventSpec, Text } from '../definition.js';
import { field, note, processRef } from '../fields.js';
import { media, mediaOf, type MediaName } from './media.js';
import { choice, label, optional, text } from './parts.js';

/** The most that any installation may let be attached, in bytes; each may say less (ATTACHMENT_MB). */
export const MOST_BYTES = 25 * 1024 * 1024;
/** Base64 writes three bytes in four characters. */
const MOST_CHARACTERS = Math.ceil(MOST_BYTES / 3) * 4;

const kinds = Object.fromEntries(Object.entries(media).map(([name, one]) => [name, one.label])) as Readonly<
  Record<MediaName, Text>
>;

/** `attach`: a paper from outside. Its kind and size are coded; all that it says, its name included, is sealed. */
export const attachData = z
  .strictObject({
    name: field(
      z
        .string()
        .trim()
        .min(1)
        .max(200)
        .regex(/^\P{C}*$/u),
      { ...label('Vad det är', 'What it is'), personal: true },
    ),
    description: optional(note('Beskrivning', 'Description')),
    about: optional(
      field(processRef(), {
        ...label('Hör till', 'Belongs to'),
        hint: text(
          'Det som handlingen styrker, som ett nej till en lägenhet.',
          'What the document bears out, such as a no to a flat.',
        ),
        pick: { from: 'here' },
      }),
    ),
    readers: choice(
      {
        own: text('bara den egna verksamheten', 'our own organisation alone'),
        shared: text('alla som får läsa om hushållet', 'everyone who may read of the household'),
      },
      label('Vem får läsa den', 'Who may read it'),
    ),
    media: choice(kinds, label('Slag', 'Kind')),
    bytes: field(z.int().min(1).max(MOST_BYTES), label('Storlek (byte)', 'Size (bytes)')),
    content: field(z.string().min(1).max(MOST_CHARACTERS), {
      ...label('Innehåll (Base64)', 'Content (Base64)'),
      personal: true,
      apart: true,
    }),
  })
  .superRefine(({ content, media: said, bytes: length }, context) => {
    const bytes = Buffer.from(content, 'base64');
    const is = (path: string, holds: boolean): void => {
      if (!holds) context.addIssue({ code: 'custom', path: [path], message: 'differs from the content' });
    };
    is('content', bytes.toString('base64') === content);
    is('bytes', bytes.length === length);
    is('media', mediaOf(bytes) === said);
  });
export type AttachData = z.infer<typeof attachData>;

/** `attach` in a file of either kind. */
export const attach = (by: EventSpec['by']): EventSpec => ({
  label: text('Bifoga en handling', 'Attach a document'),
  told: text('En handling bifogades ({media}).', 'A document was attached ({media}).'),
  schema: attachData,
  by,
  within: ({ readers }) => readers === 'own',
});

import { z } from 'zod';
import { media, type MediaName } from '../../workflows/files/media.js';
import { said } from './said.js';
import { instant, inWords } from './shapes.js';

/** Schemas of what the API answers about attachments. */

export const attachmentLine = z.object({
  attachment: said(
    z.int(),
    'Numret på händelsen som den kom med',
    'The number of the event that it came with',
  ),
  name: said(
    z.string().nullable(),
    '`null` när den inte finns kvar (gallrad eller spärrad)',
    'Null when it is no longer kept (culled or sealed)',
  ),
  description: z.string().nullable(),
  about: said(
    z
      .object({
        process: z.int(),
        event: said(
          z.int().nullable(),
          'Numret på det nej som den styrker, om den styrker ett',
          'The number of the refusal that it bears out, if it does',
        ),
        label: inWords(),
      })
      .nullable(),
    'Det i ärendet som den hör till',
    'What of the file it belongs to',
  ),
  media: z.enum(Object.keys(media) as [MediaName, ...MediaName[]]),
  label: inWords(),
  bytes: z.int(),
  isOwn: said(
    z.boolean(),
    'Om den läses bara av verksamheten som bifogade den',
    'Whether it is read only by those who attached it',
  ),
  occurredAt: instant(),
  by: z.string(),
});

export const attachmentList = z.object({ attachments: z.array(attachmentLine) });

export type AttachmentLine = z.infer<typeof attachmentLine>;

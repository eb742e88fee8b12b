import type { Asked } from '../engine/command.js';
import type { Vault } from '../engine/vault.js';
import type { CheckedLine, NamedStep } from './checked-line.js';
import { openedFile, type Sought } from './earlier.js';
import { isLineRefusal, refuseLine, type LineRefusal } from './line-refusal.js';
import type { BookNames, ReadFile } from './names.js';
import { renameCorrected, renameRefs } from './refs.js';
import { words } from './words.js';

/** What a line asks of the engine, and the file where its command stands or will stand. */
export interface InFile {
  readonly asked: Asked;
  readonly file: string;
}

/** Puts files and processes in place of the names of one book. */
export class Asking {
  constructor(
    private readonly names: BookNames,
    private readonly read: ReadFile,
    private readonly vault: Vault,
  ) {}

  /** Refused: names and refs of what no line has opened, and a new name that is taken. */
  async inFile(step: NamedStep): Promise<InFile | LineRefusal> {
    const { asked, command, by } = step;
    const data = await this.data(step);
    if (isLineRefusal(data)) return data;
    if ('open' in asked && this.names.isGiven(asked.process))
      return refuseLine('name-taken', words.nameTaken, 'process');
    if ('open' in asked && asked.file === undefined)
      return { asked: { open: asked.open, data }, file: openedFile(this.vault, command, by) };
    if ('opens' in asked && asked.opens !== undefined && this.names.isGiven(asked.opens))
      return refuseLine('name-taken', words.nameTaken, 'opens');
    const field = 'file' in asked ? 'file' : 'process';
    const place = await this.names.find(pathOf(asked), this.read);
    if (place === null) return refuseLine('unknown-name', words.unknownName, field);
    const { file } = place;
    if ('open' in asked) return { asked: { open: asked.open, file, data }, file };
    const process = field === 'process' ? { process: place.process } : {};
    return { asked: { event: asked.event, file, ...process, data }, file };
  }

  /** Where the steps of some lines would stand if they were taken before; those that cannot be told yet are left out. */
  sought(lines: readonly CheckedLine[]): Sought[] {
    const opened = new Map<string, string>();
    return lines.flatMap(({ read }): Sought[] => {
      if (read === 'book' || isLineRefusal(read) || read.kind === 'register') return [];
      const { asked, command: id, unnamed, by } = read;
      const commands = unnamed === undefined ? [id] : [id, unnamed];
      if ('open' in asked && asked.file === undefined) {
        opened.set(asked.process, openedFile(this.vault, id, by));
        return commands.map((one) => ({ file: openedFile(this.vault, one, by), id: one }));
      }
      if ('opens' in asked && asked.opens !== undefined)
        opened.set(asked.opens, openedFile(this.vault, id, by));
      const path = pathOf(asked);
      const file = opened.get(path.split('/', 1)[0] as string) ?? this.names.root(path)?.file;
      return file === undefined ? [] : commands.map((one) => ({ file, id: one }));
    });
  }

  private async data(step: NamedStep): Promise<Record<string, unknown> | LineRefusal> {
    const renaming = isOfHistory(step.asked) ? renameCorrected : renameRefs;
    const renamed = await renaming(step.data, async (name) => {
      const place = await this.names.find(name, this.read);
      return place === null ? null : `${place.file}/${place.process}`;
    });
    if ('data' in renamed) return renamed.data;
    return refuseLine('unknown-name', words.unknownName, `data.${renamed.missing}`);
  }
}

/** Whether a line is about an earlier one: corrects it, or seals it. */
export const isOfHistory = (asked: NamedStep['asked']): boolean =>
  'event' in asked && !('process' in asked) && ['correct', 'sealEntry'].includes(asked.event);

/** The name of what a line is about; of an opening that of the file it opens into. */
function pathOf(asked: NamedStep['asked']): string {
  return 'file' in asked && asked.file !== undefined ? asked.file : (asked as { process: string }).process;
}

import type { Workflow } from '../../../workflows/definition.js';
import type { Found } from './fault.js';
import { ORG_KINDS } from './states.js';
import { isWord, sentence } from './texts.js';

/** What a workflow says of itself as a whole. */
export function* workflowIsWhole(workflow: Workflow): Generator<Found> {
  const { name, version, label, file, form, seenBy } = workflow;
  if (!/^[a-z][A-Za-z0-9-]*$/.test(name))
    yield ['index', `\`${name}\` is no name; use letters, figures and hyphens.`];
  if (!Number.isInteger(version) || version < 1) yield ['index', 'the version is no whole number from 1 on.'];
  yield* sentence('index', 'the label of the workflow', label);
  if (file !== 'household' && file !== 'dwelling') yield ['index', `\`${String(file)}\` is no kind of file.`];
  if (form !== undefined && !isWord(form))
    yield ['index', 'the form is empty; leave it out for a helper process.'];
  if (seenBy.length === 0) yield ['index', 'nobody may see it; name them in `seenBy`.'];
  for (const org of seenBy)
    if (!ORG_KINDS.includes(org))
      yield ['index', `\`seenBy\` names \`${String(org)}\`, which is no kind of organisation.`];
}

/** A later version can take over what runs under the one before; nothing upgrades from this version or a later one. */
export function* earlierVersionsGoOn({ version, upgrade = {} }: Workflow): Generator<Found> {
  const from = Object.keys(upgrade).map(Number);
  if (version > 1 && !from.includes(version - 1))
    yield ['index', `version ${version} has no upgrade from version ${version - 1}.`];
  for (const old of from)
    if (!Number.isInteger(old) || old < 1 || old >= version)
      yield ['index', `there is an upgrade from version ${old}, which is not before ${version}.`];
}

/** Documents have a label and are written at events that there are. */
export function* documentsAreWritten({ documents = {}, events }: Workflow): Generator<Found> {
  for (const [name, { label, when, write }] of Object.entries(documents)) {
    if (!/^[a-z][a-z-]{0,39}$/.test(name))
      yield ['documents', `\`${name}\` stands in addresses; use lower-case letters and hyphens.`];
    if (typeof write !== 'function') yield ['documents', `\`${name}\` does not say what is written.`];
    yield* sentence('documents', `the label of \`${name}\``, label);
    if (when.length === 0) yield ['documents', `\`${name}\` is never written; name an event in \`when\`.`];
    for (const event of when)
      if (!Object.hasOwn(events, event) && event !== 'open')
        yield ['documents', `\`${name}\` is written at \`${event}\`, which is no event.`];
  }
}

/** Messages say something, in both languages. */
export function* messagesAreWritten({ messages = {} }: Workflow): Generator<Found> {
  for (const [template, told] of Object.entries(messages))
    yield* sentence('messages', `the message \`${template}\``, told);
}

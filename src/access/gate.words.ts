import type { Actor, OrgKind, Text } from '../../workflows/definition.js';
import { kindNames } from '../register/kinds.js';

/** Says who takes a step: "SHIS", "a manager at SHIS or the district board". */
export function takenBy(by: readonly Actor[]): Text {
  const names = [...new Map(by.map((actor) => [`${actor.org} ${actor.rank}`, nameOf(actor)])).values()];
  return {
    sv: `Steget tas av ${list(names, 'sv', 'eller')}. Be dem ta det.`,
    en: `This step is taken by ${list(names, 'en', 'or')}. Ask them to take it.`,
  };
}

/** Said to whoever has a role that only reads or runs the system. */
export const readsOnly: Text = {
  sv: 'Din roll tar inga steg i ärenden.',
  en: 'Your role takes no steps in cases.',
};

/** Said to whoever an organisation's order of delegation does not let decide. */
export const delegatedTo = (holders: Text): Text => ({
  sv: `Beslutet är delegerat till ${holders.sv}. Be någon av dem ta det.`,
  en: `The decision is delegated to ${holders.en}. Ask one of them to take it.`,
});

/** Said to whoever is not among the named handlers of a protected family. */
export const isProtected: Text = {
  sv: 'Familjen har skyddade personuppgifter: bara namngivna handläggare tar steg i ärendet.',
  en: 'The family’s identity is protected: only named handlers take steps in the case.',
};

/** Said of a file that another organisation answers for; which one is not told. */
export const notYours = (kind: OrgKind): Text => ({
  sv: `Bara den organisation som ansvarar för hushållet tar steget. Det är inte ${kindNames[kind].sv} som du arbetar för.`,
  en: `Only the organisation that answers for the household takes this step. That is not ${kindNames[kind].en} you work for.`,
});

function nameOf({ org, rank }: Actor): Text {
  const { sv, en } = kindNames[org];
  return rank === 'manager' ? { sv: `en chef hos ${sv}`, en: `a manager at ${en}` } : { sv, en };
}

function list(names: readonly Text[], language: keyof Text, or: string): string {
  const words = names.map((name) => name[language]);
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(', ')} ${or} ${last}`;
}

import type { Language } from '../../platform/language.js';

const files = (count: number): string => (count === 1 ? '1 ärende' : `${count} ärenden`);
const cases = (count: number): string => (count === 1 ? '1 case' : `${count} cases`);

const sv = {
  title: 'Gallring',
  lead: 'Fem år efter den sista anteckningen ska ett hushålls ärende gallras. En person lägger fram, en annan gallrar.',
  proposed: 'Ärendena är framlagda. Be en annan systemförvaltare att gallra dem.',
  takenBack: 'Förslaget är återtaget. Inget har gallrats.',
  nothing: 'Inget av ärendena är längre i tur att gallras.',
  gone: 'Det förslaget väntar inte på dig: det är redan gallrat eller återtaget, eller så lade du själv fram det.',
  culled: 'Gallringen är gjord. Antalet står under Gjorda gallringar.',
  waiting: 'Väntar på en andra person',
  goes: 'Det här försvinner för alltid: namn, personnummer, adresser, anteckningar, handlingar, allt annat som någon har skrivit, och det som antecknats om varför ärendet har lästs.',
  stays:
    'Det här blir kvar: vilka steg som togs och när, utan något som säger vem det gällde. Händelseloggen går att verifiera, och statistiken ändras inte.',
  nobody:
    'Ingen kan öppna ärendena efteråt, och gallringen går inte att ångra. Har det hänt något i ett ärende sedan det lades fram, så gallras det inte.',
  backups: 'Säkerhetskopior som togs före gallringen har kvar innehållet tills de förstörs.',
  noneWaiting: 'Inget är framlagt. Det som någon lägger fram väntar här tills en annan gallrar det.',
  own: 'Du lade fram det: någon annan ska gallra.',
  cull: (count: number) => `Gallra ${files(count)}`,
  commandLine: 'Kommandoraden',
  takeBack: 'Återta',
  takeBackOf: (name: string) => `förslaget för ${name}`,
  due: 'I tur att gallras',
  propose: 'Lägg fram',
  proposeOf: (count: number, name: string) => `${files(count)} hos ${name}`,
  noneDue: 'Inget ärende är i tur.',
  next: (day: string) => `Nästa blir det ${day}, om inget mer antecknas i det.`,
  noNext: 'Ett ärende kommer hit när inget pågår i det och fem år har gått sedan den sista anteckningen.',
  forResearch: (count: number) =>
    `${files(count)} bevaras för forskningen: någon i hushållet är född den 5, 15 eller 25.`,
  inReview: (count: number) => `${files(count)} väntar på att läsningar av ärendet granskas.`,
  done: 'Gjorda gallringar',
  noneDone: 'Ingen gallring är gjord än.',
  organisation: 'Organisation',
  count: 'Ärenden',
  oldest: 'Äldsta sista anteckning',
  latest: 'Gallras senast',
  by: 'Framlagt av',
  at: 'Framlagt',
  culledBy: 'Gallrat av',
  culledAt: 'Gallrat',
  buttons: 'Gör',
};
const en: typeof sv = {
  title: 'Culling',
  lead: 'Five years after the last entry a household’s case is to be culled. One person puts it forward, another culls it.',
  proposed: 'The cases have been put forward. Ask another system administrator to cull them.',
  takenBack: 'The proposal has been taken back. Nothing was culled.',
  nothing: 'None of the cases is due any more.',
  gone: 'That proposal does not wait for you: it has been culled or taken back, or you put it forward yourself.',
  culled: 'The culling is done. How many it came to stands under Cullings done.',
  waiting: 'Waiting for a second person',
  goes: 'This is gone for ever: names, personal numbers, addresses, notes, papers, all else that somebody has written, and what was noted of why the case was read.',
  stays:
    'This stays: which steps were taken and when, with nothing that says whom they were about. The event log can be verified, and the statistics do not change.',
  nobody:
    'Nobody can open the cases afterwards, and a culling cannot be undone. A case in which something has happened since it was put forward is not culled.',
  backups: 'Backups taken before the culling hold the content until they are destroyed.',
  noneWaiting: 'Nothing is put forward. What somebody puts forward waits here until another culls it.',
  own: 'You put it forward: somebody else is to cull it.',
  cull: (count: number) => `Cull ${cases(count)}`,
  commandLine: 'The command line',
  takeBack: 'Take back',
  takeBackOf: (name: string) => `the proposal for ${name}`,
  due: 'Due for culling',
  propose: 'Put forward',
  proposeOf: (count: number, name: string) => `${cases(count)} at ${name}`,
  noneDue: 'No case is due.',
  next: (day: string) => `The next will be on ${day}, unless more is entered in it.`,
  noNext: 'A case comes here when nothing goes on in it and five years have passed since the last entry.',
  forResearch: (count: number) =>
    `${cases(count)} kept for research: somebody in the household was born on the 5th, 15th or 25th.`,
  inReview: (count: number) => `${cases(count)} waiting for readings of the case to be reviewed.`,
  done: 'Cullings done',
  noneDone: 'No culling has been done yet.',
  organisation: 'Organisation',
  count: 'Cases',
  oldest: 'Oldest last entry',
  latest: 'To be culled by',
  by: 'Put forward by',
  at: 'Put forward',
  culledBy: 'Culled by',
  culledAt: 'Culled',
  buttons: 'Do',
};

/** What the page of culling says. */
export const text: Readonly<Record<Language, typeof sv>> = { sv, en };

/** Names out of which invented people are made, and schools that there are none of. */
import type { Chance } from './chance.js';

const words = (text: string): string[] => text.trim().split(/\s+/);

const WOMEN = words(`
  Amina Anna Beata Carina Dilan Elin Fadumo Frida Gunilla Hanna Helin Ida Irina Jasmin Johanna
  Karolina Leila Linda Lovisa Maria Milena Nadia Natalia Nour Olga Petra Rahel Rosa Sagal Sara Selma
  Sofia Tove Ulrika Viola Zeinab
`);
const MEN = words(`
  Adam Ali Anders Bilal Dawit Emil Erik Farid Goran Hassan Henrik Ibrahim Ivan Jakob Johan Karim Lars
  Luis Magnus Mehmet Mikael Nikola Omar Oskar Patrik Rami Robin Samir Simon Stefan Tomas Viktor Yusuf
  Zoran
`);
const FAMILIES = words(`
  Abdin Almroth Berglind Bojanic Dahlsten Demirel Ekvall Farahi Forsgard Granhult Guled Haddo Hallsten
  Hedvall Issa Jerdan Kallio Karimo Kvarnlind Lindmark Lundvik Malki Marlund Nyhlin Osmanli Petrovan
  Ramirro Rosenhed Sahlin Salemi Sjövall Sundhage Tekle Tornberg Vasko Warsan Åsbrink Ödlund
`);
const SCHOOLS = [
  'Blåsippeglimtens förskola',
  'Drakflygarens förskola',
  'Glasbruksringens skola',
  'Kottfallets förskola',
  'Lyktstigens skola',
  'Månstrimmans förskola',
  'Regnbågshålans skola',
  'Sagobrunnens förskola',
  'Solrosgläntans skola',
  'Tallbarrets skola',
  'Vindspelets skola',
] as const;

export type Gender = 'woman' | 'man';

export const familyName = (chance: Chance): string => chance.pick(FAMILIES);
export const firstName = (chance: Chance, gender: Gender): string =>
  chance.pick(gender === 'woman' ? WOMEN : MEN);
export const schoolName = (chance: Chance): string => chance.pick(SCHOOLS);

/** A grown person's whole name. */
export function personName(chance: Chance): string {
  const gender = chance.holds(0.65) ? 'woman' : 'man';
  return `${firstName(chance, gender)} ${familyName(chance)}`;
}

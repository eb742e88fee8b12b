import type { Text } from '../../workflows/definition.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** Where the city's own paper of December 2021 (1.3.1-600/2021) is not consistent with itself. Source: DOMAIN.md, REPORTS.md. */
export const SOURCE_NOTES: readonly Text[] = [
  text(
    'Tjänsteutlåtandets tabell 1 har september i rubriken och oktober i texten. 10 genomgångsbostäder i tabellen och 9 till sista september pekar på att den slutar den 31 oktober 2021.',
    'Table 1 of the paper says September in its heading and October in the text. 10 transitional flats in the table and 9 by the end of September point to 31 October 2021.',
  ),
  text(
    'Förmedlad och inflyttad räknas efter olika dagar: målet efter kontraktet, placeringen efter inflyttningen. Därför stämmer 9 förmedlade och 72 inflyttade bara överens när inget kontrakt ligger på andra sidan om en gräns.',
    'Allocated and moved in count by different days: the goal by the lease, a placement by the move. So 9 allocated and 72 moved in agree only when no lease lies across a limit.',
  ),
  text(
    'Inventeringen frågade hur många familjer som skulle remitteras under hela 2021; de 81 är familjer som fick bostad på nio månader. De kan inte jämföras rakt av.',
    'The forecast asked how many families would be referred in all of 2021; the 81 are families that got a home in nine months. They cannot be compared as they are.',
  ),
  text(
    'Kartläggningens andelar är avrundade var för sig och blir 99 procent tillsammans. 2019 års omgång finns bara som summa.',
    'The survey’s shares are rounded one by one and come to 99 per cent. The round of 2019 is known by its sum only.',
  ),
];

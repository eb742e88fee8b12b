/**
 * What each role does most, and the most clicks that it may take from the signed-in first page to done: typing is free, a
 * choice counts one. C: a district's caseworker. S: an administrator at SHIS. F: whoever follows the figures. A: an auditor.
 * I: whoever watches over the system.
 */
export const errandTable = {
  C: {
    'read a case': 1,
    'record a follow-up': 3,
    'new referral to submit': 5,
    supply: 3,
    'the family’s answer on an offer': 3,
    'change the household': 3,
    'write a note': 2,
    'see the place in the queue and whose turn it is': 1,
    'write an exit plan': 3,
    'take over a colleague’s case': 2,
  },
  S: {
    'answer a referral': 3,
    'ask for a supplement': 3,
    'confirm the search of the own stock': 2,
    'make an offer from the match': 3,
    'register a yes': 2,
    'register a no': 2,
    'request to the agency': 2,
    'decline a proposal': 2,
    'accept a proposal': 2,
    sign: 3,
    'vacated at the end of a stay': 2,
    'ready to let': 2,
    'take a flat out of service': 3,
  },
  // A figure is opened to its cases by those alone who may see cases, such as an auditor.
  F: {
    'table 1 to a date': 1,
    'copy a table with its source line': 2,
    'compare two cut-offs': 2,
    'refusals by reason': 1,
    'forecast entry of a district': 3,
    'survey import and check': 4,
    'monthly statistics, kept and logged': 3,
    'tertial report, kept': 2,
    'draft of an answer to the council': 3,
  },
  A: {
    'verify the chain': 1,
    'sample of 20': 2,
    'a case as seen on a date': 2,
    'who has read it': 1,
    'the proof of an event': 2,
    'export evidence with a purpose': 3,
    'a report as known then': 2,
    'list of exceptions': 1,
    'follow-ups missed': 1,
    'children not heard': 1,
  },
  // A culling is due years after the last day of what is told here.
  I: {
    'review a read': 2,
    'outcome of an emergency access': 2,
    'end a session': 2,
    'take back a token': 2,
    'user and role': 4,
    'line of delegation with dates': 4,
    'permission matrix': 1,
    'how the chains and the system stand': 1,
    'incident on a timer or a message': 2,
    'backup and verify status': 1,
    'extract of the log for a person': 3,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, number>>>>;

export type Table = keyof typeof errandTable;
/** An errand of a table: `C: read a case`. */
export type Counted = { [T in Table]: `${T}: ${keyof (typeof errandTable)[T] & string}` }[Table];

/** The most clicks of an errand. */
export function mostOf(errand: Counted): number {
  const [table, ...what] = errand.split(': ');
  return (errandTable[table as Table] as Readonly<Record<string, number>>)[what.join(': ')] as number;
}

/** Every errand of some tables. */
export const errandsOf = (...tables: readonly Table[]): Counted[] =>
  tables.flatMap((table) => Object.keys(errandTable[table]).map((what) => `${table}: ${what}` as Counted));

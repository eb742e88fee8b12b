/** What people write in free fields: invented, and about nobody. */

export const WISHES = [
  'Vill gärna bo kvar nära barnens skola.',
  'Önskar lägenhet nära tunnelbana eller pendeltåg.',
  'Har sin mamma i närheten som hjälper till med barnen.',
  'Tar det som finns, bara det går fort.',
  'Behöver ett eget rum för barnet som har svårt att sova.',
] as const;

export const SUPPLEMENTS = [
  'Inkomstuppgifter för de senaste tre månaderna saknas.',
  'Personbevis för alla i familjen behövs.',
  'Skriv hur länge familjen har bott på hotellet.',
  'Barnens umgänge behöver beskrivas.',
] as const;

export const CONTACTS = [
  'Telefonsamtal, inget nytt.',
  'Familjen undrade hur länge det dröjer.',
  'Familjen söker själv bostad varje vecka.',
  'Brev skickat om läget i kön.',
  'Samtal om vilka områden som är möjliga.',
] as const;

export const NOTES = [
  'Familjen har bytt telefonnummer, se socialregistret.',
  'Barnen har fått plats i förskolan.',
  'Mamman har börjat arbeta deltid.',
  'Hyran betald efter påminnelse.',
  'Samtal om budget och sparande.',
  'Nycklar kvitterade.',
] as const;

export const WANTED = [
  'Något närmare barnens skola.',
  'En lägenhet med hiss.',
  'Ett rum till.',
  'Ett område där familjen känner någon.',
] as const;

export const HEARD = ['Samtal i hemmet.', 'Barnet ritade och berättade.', 'Samtal utan föräldern.'] as const;

export const PLANS = [
  'Står i bostadskön och söker aktivt. Möte med bosocialt team varje kvartal.',
  'Ska betala av sin skuld under året och sedan söka nyproduktion med hyresgaranti.',
  'Söker bostad även i grannkommuner. Föräldern går en yrkesutbildning till sommaren.',
  'Har kötid nog för en trea i ytterstaden och bevakar varje dag.',
] as const;

import type { Pool } from 'pg';
import type { Day, Lookups } from '../../workflows/definition.js';
import { dwellingOn, type DwellingRecord } from '../../workflows/files/dwelling.js';
import { namedIn, type HouseholdRecord } from '../../workflows/files/household.js';
import type { Lookup, LookupRequest } from '../engine/ports.js';
import { presentDistrict, type Merger } from './districts.js';
import { birthDigests, householdOn, type Unseal } from './household-lookup.js';
import type { Registry } from '../engine/registry.js';
import { staysOf } from './lookup.queries.js';
import { Matching } from './matching.js';
import { sealedNumbers, type SamePersons } from './same-persons.js';
import { staysIn } from './stays.js';

/** Knows where a login works on a day, and which districts have been merged by then. */
interface Workplaces {
  organisationOf(login: string, day: Day): Promise<string | null>;
  mergersDue(day: Day): Promise<readonly Merger[]>;
}

/** Answers what guards must know from elsewhere: counts, days, codes and refs; never who somebody is. */
export class RegisterLookup implements Lookup {
  private readonly matching: Matching;

  constructor(
    private readonly pool: Pool,
    private readonly unseal: Unseal,
    private readonly people: Workplaces,
    registry: Registry,
    private readonly samePersons: Pick<SamePersons, 'elsewhere'>,
  ) {
    this.matching = new Matching(pool, registry, (day) => people.mergersDue(day));
  }

  /** At once: the flat that the step names, and what a household's record tells with what came with this step. */
  now(request: LookupRequest): unknown {
    if (request.name === 'dwelling' && holdersIn(request).length === 0)
      return dwellingNamed(request, null, null);
    if (request.name === 'proposal' && request.referenced === null) return null;
    if (request.name === 'stays' && request.told !== undefined) return staysIn(request.told);
    if (request.name === 'handlers' && handlersIn(request).length === 0) return {};
    if (isHousehold(request)) return ofRecord(request);
    return request.name === 'responsible' ? null : undefined;
  }

  /** What has to be read first: the household, its stays, the free flats. Null where the file is no household's. */
  async read(request: LookupRequest): Promise<unknown> {
    if (request.name === 'handlers') return this.handlers(request);
    if (request.name === 'dwelling') return this.leasedDwelling(request);
    if (!isHousehold(request)) return null;
    if (request.name === 'household') return this.household(request);
    if (request.name === 'stays') return this.stays(request);
    if (request.name === 'elsewhere') return this.elsewhere(request);
    if (request.name === 'freeFacilityDwellings') return this.matching.freeFlats(request);
    if (request.name === 'proposal') return this.matching.proposal(request);
    throw new RangeError(`the registers do not answer ${request.name}`);
  }

  /** The board that signed, or accepted, may have been merged into another since. */
  private async leasedDwelling(request: LookupRequest): Promise<Lookups['dwelling']> {
    const mergers = await this.people.mergersDue(request.day);
    const { lessee = null, acceptedBy = null } = holding(request);
    const now = (code: string | null) => (code === null ? null : presentDistrict(mergers, code));
    return dwellingNamed(request, now(lessee), now(lessee ?? acceptedBy));
  }

  private async handlers(request: LookupRequest): Promise<Lookups['handlers']> {
    const places = handlersIn(request).map(
      async (login) => [login, await this.people.organisationOf(login, request.day)] as const,
    );
    return Object.fromEntries(await Promise.all(places));
  }

  private async household(request: HouseholdRequest): Promise<Lookups['household']> {
    const stored = birthDigests(request.record).filter((one) => !request.fresh.has(one));
    return householdOn(request, new Map([...(await this.unseal(request.file, stored)), ...request.fresh]));
  }

  private async elsewhere({ file, record, day, fresh }: HouseholdRequest): Promise<boolean> {
    return (await this.samePersons.elsewhere({ file, record }, day, fresh)).length > 0;
  }

  /** What its own processes tell, and what a split or a merger brought from elsewhere. */
  private async stays({ file, record: { stays = [] } }: HouseholdRequest): Promise<Lookups['stays']> {
    const brought = stays.map(({ form, from, to }) => ({ form, from, to }));
    return [...brought, ...(await staysOf(this.pool, file))].sort((a, b) => (a.from < b.from ? -1 : 1));
  }
}

type HouseholdRequest = LookupRequest & { readonly record: HouseholdRecord };

const isHousehold = (request: LookupRequest): request is HouseholdRequest => 'members' in request.record;

/** Whose the household is, who is in it while every birth date came with this step, and that nobody has a number to be found by. */
function ofRecord(request: HouseholdRequest): unknown {
  const { name, record, fresh, day } = request;
  if (name === 'responsible') return record.district;
  if (name === 'elsewhere') return sealedNumbers(record, day).length === 0 ? false : undefined;
  if (name !== 'household') return undefined;
  return birthDigests(record).every((one) => fresh.has(one)) ? householdOn(request, fresh) : undefined;
}

const handlersIn = ({ record }: LookupRequest): readonly string[] =>
  isHousehold({ record } as LookupRequest) ? namedIn(record as HouseholdRecord) : [];

/** Who signed for the flat that a step is about, and who accepted it. */
const holding = ({ referenced }: LookupRequest) =>
  (referenced?.process.stored.context ?? {}) as {
    readonly lessee?: string | null;
    readonly acceptedBy?: string | null;
  };
const holdersIn = (request: LookupRequest): readonly string[] => {
  const { lessee, acceptedBy } = holding(request);
  return [lessee, acceptedBy].filter((one) => typeof one === 'string');
};

/** The flat that the step's data names, as it stands on the step's day; null when it names none. */
function dwellingNamed(
  { referenced, day }: LookupRequest,
  lessee: string | null,
  keeper: string | null,
): Lookups['dwelling'] {
  if (referenced === null || referenced.process.workflow !== 'dwelling') return null;
  const flat = dwellingOn(referenced.record as DwellingRecord, day);
  const { source, rooms, rent, company = null, floor = null, lift = null, district = null } = flat;
  const { moveInFrom = null } = flat;
  return {
    ...{ source, rooms, rent, floor, lift, district, state: referenced.state, company, lessee, keeper },
    ...(moveInFrom !== null && { moveInFrom }),
  };
}

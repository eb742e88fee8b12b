import type { Effect, Fact, Guard, ProcessRef, Proposal, Seen, Text } from '../definition.js';
import { dataOf, text } from '../files/parts.js';
import type { ReferralContext } from './referral.context.js';

type Told = Seen<ReferralContext>;
interface Choice {
  readonly dwelling: ProcessRef;
  readonly instead?: string;
  readonly note?: unknown;
}
interface Answers {
  readonly results: readonly { readonly dwelling: ProcessRef; readonly reason?: string | null }[];
}

const isFirst = ({ place }: Proposal): boolean => place === 1;

/** Which place the family has for the flat, and what to do. */
function otherThanFirst({ step }: Told): Text {
  const { place = null, of = 0 } = step.known.proposal ?? {};
  const ask = text(
    'Välj varför den ändå erbjuds lägenheten, och skriv en anteckning när skälet är ett annat.',
    'Choose why it is offered the flat all the same, and write a note when the reason is another.',
  );
  return place === null
    ? text(
        `Lägenheten föreslås inte för familjen. ${ask.sv}`,
        `The flat is not proposed to the family. ${ask.en}`,
      )
    : text(
        `Familjen är nummer ${place} av ${of} som lägenheten föreslås för. ${ask.sv}`,
        `The family is number ${place} of ${of} that the flat is proposed to. ${ask.en}`,
      );
}

/** What must be so for a flat to be offered beside what was proposed. A flat that nobody is proposed for needs no reason. */
export const choiceGuards: Readonly<Record<string, Guard<ReferralContext>>> = {
  areaIsNotExcluded: {
    says: text(
      'Lägenheten får inte ligga där familjen inte kan bo, för sitt skydd.',
      'The flat must not lie where the family cannot live, for its protection.',
    ),
    needs: ['dwelling'],
    holds: ({ context, step }) => {
      const district = step.known.dwelling?.district ?? null;
      return district === null || !(context.asks.avoid ?? []).includes(district);
    },
  },
  otherThanFirstHasItsReason: {
    says: text(
      'Familjen ska vara den första som lägenheten föreslås för, eller ett skäl ska finnas.',
      'The family must be the first that the flat is proposed to, or there must be a reason.',
    ),
    tells: otherThanFirst,
    needs: ['dwelling'],
    holds: ({ step }) => {
      const { instead, note } = dataOf<Choice>(step);
      const { proposal } = step.known;
      const isAsked = proposal != null && !isFirst(proposal) && step.policy['otherNeedsReason'] === 1;
      return !isAsked || (instead !== undefined && (instead !== 'other' || note !== undefined));
    },
  },
};

/** The choice as a fact: the family's place, and why another than the first if one was. */
export function tellChosen({ step }: Told): readonly Effect[] {
  const { proposal } = step.known;
  if (proposal == null) return [];
  const { instead } = dataOf<Choice>(step);
  const { place, of, misfit } = proposal;
  const why = isFirst(proposal) ? {} : { reason: instead ?? 'not-asked' };
  const fact: Fact = { kind: 'chosen', what: 'offer', ...why, place, of, misfit };
  return [{ do: 'fact', fact }];
}

/** Each free flat that fits by the match and that a person gave a reason against. */
export function setAside({ step }: Told): readonly Effect[] {
  const fits = (step.known.freeFacilityDwellings ?? []).filter(({ reason }) => reason === null);
  return dataOf<Answers>(step).results.flatMap(({ dwelling: { ref }, reason }): Effect[] =>
    reason == null || !fits.some((one) => one.ref === ref)
      ? []
      : [{ do: 'fact', fact: { kind: 'chosen', what: 'ownStock', reason, flat: ref } }],
  );
}

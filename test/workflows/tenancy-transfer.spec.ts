import { FLAT, OTHER_FLAT } from './chart-run.js';
import { active, offered, transferSigned, send } from './tenancies.js';

describe('tenancy, moving within SHIS', () => {
  test('requestMove keeps the wish', () => {
    expect(active().take('requestMove', { reason: 'size' }, { on: '2022-01-10' }).context['wish']).toEqual({
      on: '2022-01-10',
      reason: 'size',
    });
  });
  test('makeTransferOffer starts an offer for a transfer', () => {
    expect(offered().effects).toEqual([
      { do: 'start', workflow: 'offer', data: { dwelling: OTHER_FLAT, purpose: 'transfer' } },
    ]);
  });
  test('makeTransferOffer is refused while one is under way, or its lease signed', () => {
    const no = ['No other transfer may be under way.'];
    expect(offered().refusal('makeTransferOffer', { dwelling: OTHER_FLAT })).toEqual(no);
    expect(transferSigned().refusal('makeTransferOffer', { dwelling: OTHER_FLAT })).toEqual(no);
  });
  test('offer.accepted is kept', () => {
    const run = offered().take('offer.accepted', { dwelling: OTHER_FLAT, channel: 'facility' });
    expect(run.context['transferOffer']).toEqual({ dwelling: OTHER_FLAT, accepted: true });
  });
  test.each([
    ['offer.refused', { dwelling: OTHER_FLAT, reason: 'area' }],
    ['offer.withdrawn', { dwelling: OTHER_FLAT, reason: 'out-of-service' }],
    ['offer.fellThrough', { dwelling: OTHER_FLAT, party: 'company', reason: 'income' }],
  ])('%s clears the way for another', (event, data) => {
    const run = offered().take(event, data);
    expect(run.states).toContain('active');
    expect(run.refusal('makeTransferOffer', { dwelling: OTHER_FLAT })).toEqual([]);
  });
  test('offer.signed keeps the new lease beside the old', () => {
    const run = transferSigned();
    expect(run.context).toMatchObject({
      dwelling: FLAT,
      transferOffer: null,
      transfer: { dwelling: OTHER_FLAT },
    });
    expect(run.facts).toEqual([]);
  });
  test('move: the old flat is vacated; no placement, the same limit', () => {
    const run = transferSigned().take(
      'move',
      { from: '2022-03-02', oldVacatedOn: '2022-03-05' },
      { on: '2022-03-07' },
    );
    expect(run.effects).toEqual([send(FLAT, 'vacate', { on: '2022-03-05' }, true)]);
    expect(run.context).toMatchObject({
      dwelling: OTHER_FLAT,
      channel: 'agency',
      transfer: null,
      leaseEnd: '2024-02-29',
    });
    expect(run.told('movedIn')).toHaveLength(1);
    expect(run.told('limit')).toEqual([{ kind: 'limit', day: '2025-03-15', exception: false }]);
  });
  test('move without a signed transfer is refused', () => {
    expect(
      active().refusal('move', { from: '2020-03-20', oldVacatedOn: '2020-03-20' }, { on: '2020-03-20' }),
    ).toContain('The lease of the new flat must be signed.');
  });
  test.each([
    ['2022-02-28', '2022-03-01', 'The move must not lie before the first day of the new lease.'],
    ['2022-03-08', '2022-03-05', 'The days of the move must not lie ahead.'],
    ['2022-03-02', '2022-03-08', 'The days of the move must not lie ahead.'],
    ['2022-03-02', '2020-03-14', 'The old flat cannot have been vacated before the first day of its lease.'],
  ])('move from %s, old flat vacated %s, is refused', (from, oldVacatedOn, sentence) => {
    expect(transferSigned().refusal('move', { from, oldVacatedOn }, { on: '2022-03-07' })).toEqual([
      sentence,
    ]);
  });
  test('end withdraws an offer that is still open', () => {
    const run = offered().take('end', { outcome: 'own-lease', on: '2022-02-05' }, { on: '2022-02-05' });
    expect(run.effects[1]).toEqual(
      send({ children: 'offer' }, 'withdraw', { reason: 'tenancy-ended' }, false),
    );
  });
  test('end frees a new flat that is signed for: cancelled before its lease, else vacated', () => {
    const run = transferSigned().take(
      'end',
      { outcome: 'own-lease', on: '2022-02-25' },
      { on: '2022-02-25' },
    );
    expect(run.effects.slice(0, 3)).toEqual([
      send(FLAT, 'vacate', { on: '2022-02-25' }, true),
      send(OTHER_FLAT, 'cancelLet', {}, false),
      send(OTHER_FLAT, 'vacate', { on: '2022-03-01' }, false),
    ]);
  });
});

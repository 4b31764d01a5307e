import { BROKEN_OFF, type EntryPoint, FUNCTION } from './fault';
import { EDGES, SDK_RETRIES } from './proofs';

const TESTS = 'test/lambda/governance/';
const FAULTS = `${TESTS}activate-tags/faults.test.ts`;
const REVIEW_FAULTS = `${TESTS}review-cost/faults.test.ts`;
const REVIEWS = `${TESTS}review-cost/weekly-reviews.test.ts`;
const QUEUED = {
  retriedBy: ['SDK', 'Lambda'],
  parked: 'Governance/DeadLetters',
  alarm: 'GovernanceDeadLetters',
} as const;

/** What lets people see what the lifecycle costs. */
export const GOVERNANCE_PHASE: readonly EntryPoint[] = [
  {
    at: 'Governance/TagActivationActivateTags',
    type: FUNCTION,
    faults: [
      {
        ...QUEUED,
        kinds: BROKEN_OFF,
        proof: {
          ...SDK_RETRIES,
          [FAULTS]: [
            'broken off anywhere and started again, the keys are active and the last word is that none is left',
            'a throttled activation is an error, and started again it is done',
          ],
        },
      },
      {
        kinds: ['duplicate', 'late', 'reordered'],
        harmless: 'it sees the keys as they are at that moment, and what is active is not asked for again',
        proof: { [FAULTS]: ['the same morning twice activates once and says the same'] },
      },
      {
        ...QUEUED,
        kinds: ['partial batch'],
        retriedBy: ['next run', 'person'],
        parked: 'the next morning’s look',
        alarm: 'TagsInactive',
        proof: {
          [FAULTS]: ['a key that AWS refuses leaves the others active, and the next morning asks for it alone'],
        },
      },
      { ...QUEUED, kinds: ['full queue'], proof: EDGES },
      { kinds: ['truncated'], cannot: 'it reads nothing of its event' },
      { kinds: ['stack update in progress'], cannot: 'it looks at no stack' },
    ],
  },
  {
    at: 'Governance/CostReviewFunction',
    type: FUNCTION,
    faults: [
      {
        ...QUEUED,
        kinds: BROKEN_OFF,
        proof: {
          ...SDK_RETRIES,
          [REVIEW_FAULTS]: ['broken off anywhere and started again, both reviews are kept and the week is published'],
        },
      },
      {
        kinds: ['duplicate', 'late', 'reordered'],
        harmless:
          'a review is about the days of its event and is kept under them, and its signals count by their maximum',
        proof: {
          [REVIEWS]: [
            'the same event again writes the same reviews',
            'the last full week and the month to date are kept under their days',
          ],
          [REVIEW_FAULTS]: ['logs that came twice and in another order are counted as they are'],
        },
      },
      {
        ...QUEUED,
        kinds: ['truncated'],
        proof: {
          [REVIEW_FAULTS]: [
            'a line that was cut is left out, and the others are counted',
            'an event that was cut is an error before anything is asked',
          ],
        },
      },
      { ...QUEUED, kinds: ['full queue'], proof: EDGES },
      { kinds: ['partial batch'], cannot: 'all signals of a review travel in one request' },
      { kinds: ['stack update in progress'], cannot: 'it looks at no stack' },
    ],
  },
];

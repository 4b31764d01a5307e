import { BROKEN_OFF, type EntryPoint, FUNCTION, MACHINE } from './fault';
import { MACHINES, SDK_RETRIES, SERVING_RUN, STATES_RETRY } from './proofs';

const TESTS = 'test/lambda/serving/';
const MACHINE_TESTS = 'test/lib/serving/apply-serving-state.test.ts';
/** The registry says still what is wanted, and asking again finds done what was done. */
const ASKED = { parked: 'the registry, from which the change is asked for again', alarm: 'ServingFailed' } as const;
const TOLD = { [MACHINE_TESTS]: ['a function that breaks ends the run, and the operators hear it'] };
const OVERLAP = {
  [MACHINE_TESTS]: [
    'two approvals, in any order, overlapping anyhow and delivered more than once, end with the newer one, once',
  ],
};
const LOOKS = 'it changes nothing of what serves';

/** What changes what serves. */
export const SERVING_PHASE: readonly EntryPoint[] = [
  {
    at: 'Prediction/ApplyServingStateFunctionsDecideServingState',
    type: FUNCTION,
    faults: [
      {
        ...ASKED,
        kinds: BROKEN_OFF,
        retriedBy: ['SDK', 'Step Functions'],
        proof: {
          ...SDK_RETRIES,
          ...STATES_RETRY,
          ...TOLD,
          [`${TESTS}decide-serving-state/faults.test.ts`]: [
            'broken off anywhere and asked again, it decides the same',
            'broken off on the way back, the version that failed is remembered once and the way is the same',
          ],
        },
      },
      {
        kinds: ['duplicate'],
        harmless: 'the version is in service already, or failed and was not approved again',
        proof: {
          [`${TESTS}decide-serving-state/decide-serving-state.test.ts`]: [
            'a copy of an approval finds its version in service',
          ],
          [MACHINE_TESTS]: [
            'a version that failed is tried again when it was approved again, not when its event comes again',
          ],
        },
      },
      {
        kinds: ['late', 'reordered'],
        harmless: 'the registry as it is now decides, and not what an event said of it',
        proof: {
          [`${TESTS}decide-serving-state/faults.test.ts`]: [
            'an approval that comes after the rejection of the same version takes nothing into service',
            'a rejection that comes after the version was approved again takes nothing out of service',
          ],
          [`${TESTS}decide-serving-state/decide-serving-state.test.ts`]: [
            'an older version waits behind a newer one that is approved, and takes over from one that is not',
            'a list that lags behind the approval or rejection is not believed',
          ],
        },
      },
      {
        ...ASKED,
        kinds: ['truncated'],
        retriedBy: ['Step Functions'],
        proof: {
          ...TOLD,
          [`${TESTS}decide-serving-state/faults.test.ts`]: [
            'a run that was cut to %j is an error, and nothing is remembered',
          ],
        },
      },
      {
        ...ASKED,
        kinds: ['full queue', 'stack update in progress'],
        retriedBy: ['Step Functions'],
        proof: {
          [`${TESTS}decide-serving-state/decide-serving-state.test.ts`]: [
            'a stack at work is waited for, one that needs a person is not',
          ],
        },
      },
      { kinds: ['partial batch'], cannot: LOOKS },
    ],
  },
  {
    at: 'Prediction/ApplyServingStateFunctionsCheckServingState',
    type: FUNCTION,
    faults: [
      {
        ...ASKED,
        kinds: ['throttling'],
        retriedBy: ['SDK', 'Step Functions'],
        proof: {
          ...SDK_RETRIES,
          [`${TESTS}check-serving-state/faults.test.ts`]: [
            'an endpoint that answers the smoke test with %s is asked later, and its version is not blamed',
          ],
        },
      },
      {
        kinds: ['server error'],
        retriedBy: ['SDK', 'person'],
        parked: 'the registry, where the version is approved again; the former one serves',
        alarm: 'ServingFailed',
        proof: {
          ...SDK_RETRIES,
          [`${TESTS}check-serving-state/smoke-test.test.ts`]: ['an endpoint that answers with %s has not passed'],
          [MACHINE_TESTS]: ['a version that %s leaves the former one in service, and the operators know why'],
        },
      },
      {
        ...ASKED,
        kinds: ['timeout', 'dies half way'],
        retriedBy: ['SDK', 'Step Functions'],
        proof: {
          ...SDK_RETRIES,
          ...STATES_RETRY,
          ...TOLD,
          [`${TESTS}check-serving-state/faults.test.ts`]: ['broken off anywhere and asked again, it sees the same'],
        },
      },
      {
        ...ASKED,
        kinds: ['truncated'],
        retriedBy: ['Step Functions'],
        proof: { ...TOLD, [`${TESTS}check-serving-state/faults.test.ts`]: ['a run that was cut to %j is an error'] },
      },
      { kinds: ['duplicate', 'late', 'reordered'], harmless: 'the stack as it is now is judged', proof: OVERLAP },
      {
        ...ASKED,
        kinds: ['full queue', 'stack update in progress'],
        retriedBy: ['Step Functions'],
        proof: {
          [`${TESTS}check-serving-state/faults.test.ts`]: [
            'an update that is still in progress, whoever began it, is waited for and not judged',
            'another run that begins its update while the endpoints are asked is waited for, and the version is not blamed',
          ],
        },
      },
      { kinds: ['partial batch'], cannot: LOOKS },
    ],
  },
  {
    at: 'Prediction/ApplyServingStateFunctionsCleanUpServing',
    type: FUNCTION,
    faults: [
      {
        kinds: [...BROKEN_OFF, 'partial batch'],
        retriedBy: ['SDK', 'Step Functions', 'next run'],
        parked: 'what is left over costs nothing, and the clean-up after the next change finds it',
        alarm: 'none: a change that serves is not called failed for what it leaves',
        proof: {
          ...SDK_RETRIES,
          ...STATES_RETRY,
          [`${TESTS}clean-up-serving/faults.test.ts`]: [
            'broken off anywhere and started again, what replacements left is gone and what serves stays',
          ],
        },
      },
      {
        kinds: ['duplicate', 'late', 'reordered'],
        harmless: 'what is gone already is no error',
        proof: {
          [`${TESTS}clean-up-serving/faults.test.ts`]: [
            'twice at the same moment, neither fails and nothing that serves is deleted',
          ],
          [`${TESTS}clean-up-serving/clean-up-serving.test.ts`]: ['cleaning up twice finds nothing, which is no error'],
        },
      },
      {
        kinds: ['stack update in progress'],
        harmless: 'it deletes nothing, since the update may have to go back',
        proof: {
          [`${TESTS}clean-up-serving/clean-up-serving.test.ts`]: [
            'during an update nothing is deleted: it may have to go back',
          ],
        },
      },
      { kinds: ['truncated', 'full queue'], cannot: 'it reads nothing of its event, and the machine waits for it' },
    ],
  },
  {
    at: 'Prediction/ApplyServingStateMachine',
    type: MACHINE,
    faults: [
      {
        ...ASKED,
        kinds: ['throttling', 'server error'],
        retriedBy: ['Step Functions'],
        proof: {
          [MACHINES]: [
            'an update of the serving stack that ends with "%s" is asked for again, and the version is in service once',
            'an update of the serving stack that was taken, and whose answer was lost, is found at work and not asked for again',
          ],
          [MACHINE_TESTS]: ['CloudFormation that refuses for good ends the run with what it said'],
        },
      },
      {
        ...ASKED,
        kinds: ['timeout'],
        // A run gives up in words long before the machine ends it.
        alarm: 'ServingTimedOut',
        retriedBy: ['person'],
        proof: { [MACHINE_TESTS]: ['a run that never gets its turn, or whose update never ends, gives up in words'] },
      },
      { ...ASKED, kinds: ['dies half way', 'truncated'], retriedBy: ['person'], proof: TOLD },
      {
        ...ASKED,
        kinds: ['partial batch'],
        retriedBy: ['Step Functions'],
        proof: {
          [MACHINE_TESTS]: [
            'a version that %s leaves the former one in service, and the operators know why',
            'the way back passes by a former version that was rejected meanwhile, and one that failed',
          ],
          [SERVING_RUN]: [
            'an endpoint that fails its smoke test goes back to the former version, and the operators are told',
          ],
        },
      },
      {
        kinds: ['duplicate', 'late', 'reordered'],
        harmless: 'runs may overlap: the stack is the lock, and each decides anew when it gets its turn',
        proof: { ...OVERLAP, [SERVING_RUN]: ['two approvals at once end with the newer one'] },
      },
      {
        ...ASKED,
        kinds: ['full queue', 'stack update in progress'],
        retriedBy: ['Step Functions'],
        proof: {
          [MACHINES]: [
            'an approval that arrives during an update of the stack by somebody else waits for its end, then has its turn',
          ],
          ...OVERLAP,
        },
      },
    ],
  },
];

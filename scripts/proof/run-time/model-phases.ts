import { BROKEN_OFF, type EntryPoint, FUNCTION } from './fault';
import { EDGES, LIFECYCLE, PIPELINE_RETRIES, SDK_RETRIES } from './proofs';

const START = 'test/lambda/training/start-training/';
const EVALUATE = 'test/lambda/training/evaluate-model/';
const EMPTY = 'test/lambda/model-registry/empty-registry/';
const ANSWER = 'test/lambda/shared/answer-cloud-formation.test.ts';
const STARTS = { retriedBy: ['SDK', 'Lambda'], parked: 'Training/DeadLetters', alarm: 'TrainingDeadLetters' } as const;
/** What went well is kept, and the execution goes on from there when somebody retries it. */
const EXECUTION = { parked: 'the execution, which goes on from its failed step', alarm: 'TrainingFailed' } as const;
const DELETED = {
  parked: 'the stack, which can be deleted again',
  alarm: 'none: whoever deletes a stack sees it fail',
} as const;
const NO_STACK = 'it looks at no stack';

/** From datasets to a version that waits for approval. */
export const MODEL_PHASES: readonly EntryPoint[] = [
  {
    at: 'Training/StartStartTraining',
    type: FUNCTION,
    faults: [
      {
        ...STARTS,
        kinds: BROKEN_OFF,
        proof: {
          ...SDK_RETRIES,
          [`${START}faults.test.ts`]: ['broken off anywhere and started again, one training runs and is remembered'],
          [`${START}start-training.test.ts`]: [
            'a start that fails is an error, and the retry of the event makes the very same start',
            'a start that was claimed and never made is made by the next event, which then waits for it',
          ],
        },
      },
      {
        kinds: ['duplicate'],
        harmless: 'a start is claimed before it is made, and made under one token',
        proof: {
          [`${START}start-training.test.ts`]: [
            'the same event twice is one execution, also when it is %s by then',
            'the same event twice at the same moment is one execution',
          ],
        },
      },
      {
        kinds: ['late', 'reordered'],
        harmless: 'cool-down and claim count by the time of the events',
        proof: {
          [`${START}faults.test.ts`]: [
            'an older event that comes after a newer one trains nothing when the newer one’s training is %s',
          ],
        },
      },
      {
        ...STARTS,
        kinds: ['truncated'],
        proof: {
          [`${START}faults.test.ts`]: [
            'an event that was cut (%s) is an error, so that it is tried again and parked, and starts nothing',
            'a manifest that was cut to %j is named and starts nothing',
          ],
        },
      },
      {
        ...STARTS,
        kinds: ['full queue'],
        proof: {
          ...EDGES,
          [`${START}decide-training.test.ts`]: [
            'while an execution is at work nothing else starts, and nobody needs to know',
          ],
        },
      },
      { kinds: ['partial batch'], cannot: 'it writes one item and starts one execution' },
      { kinds: ['stack update in progress'], cannot: NO_STACK },
    ],
  },
  {
    at: 'Training/EvaluationEvaluateModel',
    type: FUNCTION,
    faults: [
      {
        ...EXECUTION,
        kinds: BROKEN_OFF,
        retriedBy: ['SDK', 'handler', 'person'],
        proof: {
          ...SDK_RETRIES,
          [`${EVALUATE}faults.test.ts`]: [
            'broken off anywhere and judged again, a candidate has the same three reports',
          ],
          [`${EVALUATE}evaluate-model.test.ts`]: [
            'a connection that breaks is mended, since the pipeline would not try again',
          ],
        },
      },
      {
        ...EXECUTION,
        kinds: ['truncated'],
        retriedBy: ['person'],
        proof: {
          [`${EVALUATE}faults.test.ts`]: ['scores that were cut %s are named, and no report is written'],
          [`${EVALUATE}evaluate-model.test.ts`]: ['an event that lacks a place is refused: %j'],
        },
      },
      {
        kinds: ['duplicate'],
        harmless: 'the same scores make the same reports under the same names',
        proof: {
          [`${EVALUATE}faults.test.ts`]: [
            'broken off anywhere and judged again, a candidate has the same three reports',
          ],
        },
      },
      { kinds: ['late', 'reordered', 'full queue'], cannot: 'one step of one execution, which waits for it' },
      { kinds: ['partial batch'], cannot: 'it judges a candidate as a whole' },
      { kinds: ['stack update in progress'], cannot: NO_STACK },
    ],
  },
  {
    at: 'Training/Pipeline',
    type: 'AWS::SageMaker::Pipeline',
    faults: [
      { ...EXECUTION, kinds: ['throttling', 'server error'], retriedBy: ['pipeline'], proof: PIPELINE_RETRIES },
      {
        ...EXECUTION,
        kinds: ['timeout'],
        retriedBy: ['person'],
        proof: { 'test/scripts/local/service/training-job.test.ts': ['that takes too long is ended'] },
      },
      {
        ...EXECUTION,
        kinds: ['dies half way'],
        retriedBy: ['person'],
        proof: {
          [LIFECYCLE]: [
            'its marker is free again, and a training job killed half way fails the pipeline and raises the alarm',
            'the next run ends in a version that waits for approval, with its evidence',
          ],
        },
      },
      {
        kinds: ['duplicate'],
        harmless: 'one token is one execution, and one function alone starts it',
        proof: {
          'test/scripts/local/service/pipelines.test.ts': ['the same token starts one execution'],
          [`${START}start-training.test.ts`]: ['two different events at the same moment are one execution'],
        },
      },
      {
        ...EXECUTION,
        kinds: ['truncated'],
        retriedBy: ['person'],
        proof: {
          'test/scripts/jobs/test_train.py': ['test_data_that_cannot_be_trained_on_is_refused_in_one_sentence'],
          'test/scripts/jobs/test_assessment.py': [
            'test_inputs_that_do_not_fit_together_are_refused_with_an_exit_message',
          ],
        },
      },
      { ...EXECUTION, kinds: ['full queue'], retriedBy: ['pipeline'], proof: PIPELINE_RETRIES },
      { kinds: ['late', 'reordered'], cannot: 'steps wait for what they are given' },
      { kinds: ['partial batch'], cannot: 'a step ends well or fails' },
      { kinds: ['stack update in progress'], cannot: 'an execution keeps the definition that it was started with' },
    ],
  },
  {
    at: 'ModelRegistry/RegistryEmptyRegistry',
    type: FUNCTION,
    faults: [
      {
        ...DELETED,
        kinds: ['throttling', 'server error', 'dies half way'],
        retriedBy: ['SDK', 'CloudFormation', 'person'],
        proof: {
          ...SDK_RETRIES,
          [`${EMPTY}faults.test.ts`]: ['broken off anywhere and asked again, no version is left'],
          [ANSWER]: [
            'work that fails is answered as failed with the reason, which is cut to what CloudFormation reads',
            'an answer that gets lost is sent again',
          ],
        },
      },
      {
        ...DELETED,
        kinds: ['timeout'],
        retriedBy: ['person'],
        proof: { [ANSWER]: ['work that does not end is answered before the function is stopped'] },
      },
      {
        kinds: ['duplicate', 'late', 'reordered'],
        harmless: 'a version that is gone is what was wanted',
        proof: {
          [`${EMPTY}faults.test.ts`]: ['asked twice at the same moment, it empties the group and neither fails'],
        },
      },
      {
        ...DELETED,
        kinds: ['truncated'],
        retriedBy: ['person'],
        proof: { [ANSWER]: ['an event that is no custom resource request starts no work'] },
      },
      {
        kinds: ['partial batch'],
        harmless: 'versions are deleted one at a time, and what is left is found anew',
        proof: {
          [`${EMPTY}empty-registry.test.ts`]: ['a version that is gone does not keep the others'],
        },
      },
      { kinds: ['full queue', 'stack update in progress'], cannot: 'the stack itself calls it, and waits' },
    ],
  },
  {
    at: '*/CustomS3AutoDeleteObjectsCustomResourceProviderHandler',
    type: FUNCTION,
    faults: [
      {
        kinds: [...BROKEN_OFF, 'partial batch', 'duplicate', 'late', 'reordered', 'truncated', 'full queue'],
        cannot:
          'code of the CDK, which runs when a bucket is destroyed: CloudFormation waits, and its failure is the stack’s',
      },
      { kinds: ['stack update in progress'], cannot: 'the stack itself calls it, and waits' },
    ],
  },
];

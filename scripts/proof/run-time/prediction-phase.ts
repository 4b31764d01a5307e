import { type EntryPoint, FUNCTION } from './fault';
import { SDK_RETRIES } from './proofs';

const PREDICT = 'test/lambda/serving/serve-predictions/';
const OUTCOMES = 'test/lambda/serving/record-outcomes/';
const LOG_LINES = 'test/lambda/shared/write-log-lines.test.ts';
/** A 503 with the time to come back: whoever asked has the request still. */
const CALLER = { parked: 'the caller, who is told when to come back', alarm: 'PredictionsFailed' } as const;
const AT_ONCE = 'a request is answered at once or not at all';

/** What answers callers and logs it. */
export const PREDICTION_PHASE: readonly EntryPoint[] = [
  {
    at: 'Prediction/ApiFunctionsServePredictions',
    type: FUNCTION,
    faults: [
      {
        ...CALLER,
        kinds: ['throttling', 'server error'],
        retriedBy: ['SDK', 'caller'],
        proof: {
          ...SDK_RETRIES,
          [`${PREDICT}handler.test.ts`]: [
            'over the wire, a throttled endpoint ends with a prediction that is logged with all features',
            'over the wire, a model that %s is a 503 without its words',
          ],
          [`${PREDICT}serving-faults.test.ts`]: ['when %s'],
        },
      },
      {
        ...CALLER,
        kinds: ['timeout'],
        retriedBy: ['caller'],
        proof: {
          [`${PREDICT}handler.test.ts`]: ['without time left the answer is 503 before Lambda ends the function'],
          [`${PREDICT}score-rows.test.ts`]: ['at the deadline nothing more is asked'],
        },
      },
      {
        ...CALLER,
        kinds: ['partial batch'],
        retriedBy: ['handler', 'caller'],
        proof: {
          [`${PREDICT}serving-faults.test.ts`]: [
            'is looked up again, alone',
            'is no unknown one: in the end the answer is 503',
            'when the log does not take it in the end',
          ],
          [LOG_LINES]: ['only the records that were not taken are sent again'],
        },
      },
      {
        ...CALLER,
        kinds: ['dies half way'],
        retriedBy: ['caller'],
        proof: {
          [`${PREDICT}faults.test.ts`]: [
            'a log that took the predictions and lost its answer ends as 503, and what is answered later is in the log too',
          ],
        },
      },
      {
        kinds: ['duplicate'],
        harmless: 'each answer has ids of its own, and each is in the log',
        proof: {
          [`${PREDICT}faults.test.ts`]: [
            'the same request twice at the same moment has two answers, each in the log under its own ids',
          ],
        },
      },
      { kinds: ['late', 'reordered'], cannot: AT_ONCE },
      {
        kinds: ['truncated'],
        harmless: 'it is refused with one fixed sentence, and nothing is predicted',
        proof: {
          [`${PREDICT}prediction-request.test.ts`]: [
            'the text %j is refused',
            'whatever JSON or text comes: it is answered, never with a stack trace, and a refusal is one fixed sentence',
          ],
        },
      },
      {
        ...CALLER,
        kinds: ['full queue'],
        retriedBy: ['handler', 'caller'],
        proof: {
          [`${PREDICT}faults.test.ts`]: [
            'a log that has no room for a record is offered it again, and the prediction is given once it is taken',
          ],
        },
      },
      {
        kinds: ['stack update in progress'],
        harmless: 'each answer names the version that gave it, and a parked endpoint is passed by',
        proof: {
          [`${PREDICT}faults.test.ts`]: [
            'while the stack is updated, the version that its parameters name answers, or the one that says so itself',
          ],
          [`${PREDICT}what-serves.test.ts`]: [
            'is asked again at once when the real-time endpoint is gone, and serverless answers as the version of then',
          ],
        },
      },
    ],
  },
  {
    at: 'Prediction/ApiFunctionsRecordOutcomes',
    type: FUNCTION,
    faults: [
      {
        ...CALLER,
        kinds: ['throttling', 'server error', 'full queue'],
        retriedBy: ['SDK', 'handler', 'caller'],
        proof: {
          ...SDK_RETRIES,
          [`${OUTCOMES}faults.test.ts`]: [
            'over the wire, a log that throttles, fails and then has no room ends with the outcome logged',
          ],
          [`${OUTCOMES}handler.test.ts`]: ['over the wire, a log that does not take it is a 503'],
        },
      },
      {
        ...CALLER,
        kinds: ['timeout', 'dies half way'],
        retriedBy: ['caller'],
        proof: {
          [`${OUTCOMES}faults.test.ts`]: [
            'without time left the answer is 503 before Lambda ends the function, and nothing is called accepted',
          ],
        },
      },
      {
        ...CALLER,
        kinds: ['partial batch'],
        retriedBy: ['handler', 'caller'],
        proof: {
          [LOG_LINES]: [
            'only the records that were not taken are sent again',
            'an answer that counts failures and does not say which is taken for none',
          ],
          [`${OUTCOMES}record-outcomes.test.ts`]: ['when the log %s, the caller is told to come back'],
        },
      },
      {
        kinds: ['duplicate'],
        harmless: 'whoever reads the log takes the newest line of an id',
        proof: {
          [`${OUTCOMES}faults.test.ts`]: [
            'told twice, an outcome is logged twice with the same words, of which whoever reads takes one',
          ],
        },
      },
      {
        kinds: ['late', 'reordered'],
        harmless: 'the newest told counts, whenever it is read',
        proof: {
          'test/lambda/model-monitoring/measure-quality/measure-quality.test.ts': [
            'the newest outcome of a prediction counts, whichever comes first',
          ],
        },
      },
      {
        kinds: ['truncated'],
        harmless: 'it is refused with one fixed sentence, and nothing is logged',
        proof: { [`${OUTCOMES}faults.test.ts`]: ['a body that was cut is refused and nothing of it is logged'] },
      },
      { kinds: ['stack update in progress'], cannot: 'it looks at no stack' },
    ],
  },
  {
    at: 'Prediction/Api',
    type: 'AWS::ApiGateway::RestApi',
    faults: [
      {
        kinds: ['throttling', 'full queue'],
        retriedBy: ['caller'],
        parked: 'the caller, who gets a 429',
        alarm: 'none: throttling callers is what the stage is told to do',
        proof: {
          'test/lib/serving/prediction-api.test.ts': ['the stage throttles, traces and logs accesses without bodies'],
        },
      },
      {
        ...CALLER,
        kinds: ['timeout', 'server error', 'dies half way'],
        retriedBy: ['caller'],
        proof: {
          'test/lib/serving/prediction-api.test.ts': [
            'API Gateway gives up later than the functions',
            'a caller that is let in may post to both methods of the stage and to nothing else; server errors are counted by API and stage',
          ],
        },
      },
      {
        kinds: ['truncated'],
        harmless: 'the body is checked against its model before a function runs',
        proof: {
          'test/lib/serving/prediction-api.test.ts': [
            'every method asks for a signed request and checks the body against its model',
          ],
        },
      },
      {
        kinds: ['partial batch', 'duplicate', 'late', 'reordered'],
        cannot: 'it hands on what comes: its functions bear it',
      },
      { kinds: ['stack update in progress'], cannot: 'what serves is in another stack, which it imports nothing of' },
    ],
  },
];

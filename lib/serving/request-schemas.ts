import { type JsonSchema, JsonSchemaType, JsonSchemaVersion } from 'aws-cdk-lib/aws-apigateway';
import { LIMITS as OUTCOMES } from '../../lambda/serving/record-outcomes/environment';
import { LIMITS as PREDICTIONS } from '../../lambda/serving/serve-predictions/environment';
import type { Dataset } from '../config/dataset';

const STRICT_OBJECT = { type: JsonSchemaType.OBJECT, additionalProperties: false } as const;

/** The body of `POST /predictions`; the handler checks the same. */
export function predictionsSchema(): JsonSchema {
  const recordId = { type: JsonSchemaType.STRING, minLength: 1, maxLength: PREDICTIONS.recordIdLength };
  const recordIds = { type: JsonSchemaType.ARRAY, minItems: 1, maxItems: PREDICTIONS.recordIds, items: recordId };
  return {
    schema: JsonSchemaVersion.DRAFT4,
    title: 'Predictions',
    ...STRICT_OBJECT,
    required: ['recordIds'],
    properties: { recordIds },
  };
}

/** The body of `POST /outcomes`; the handler checks the same, and the form of inference ids too. */
export function outcomesSchema({ positive, negative }: Dataset['target']): JsonSchema {
  const { outcomes: maxItems, inferenceIdLength, lowestFeedback: minimum, highestFeedback: maximum } = OUTCOMES;
  const outcome: JsonSchema = {
    ...STRICT_OBJECT,
    required: ['inferenceId'],
    anyOf: [{ required: ['actual'] }, { required: ['feedback'] }],
    properties: {
      inferenceId: { type: JsonSchemaType.STRING, minLength: inferenceIdLength, maxLength: inferenceIdLength },
      actual: { type: JsonSchemaType.STRING, enum: [positive, negative] },
      feedback: { type: JsonSchemaType.INTEGER, minimum, maximum },
    },
  };
  const outcomes = { type: JsonSchemaType.ARRAY, minItems: 1, maxItems, items: outcome };
  return {
    schema: JsonSchemaVersion.DRAFT4,
    title: 'Outcomes',
    ...STRICT_OBJECT,
    required: ['outcomes'],
    properties: { outcomes },
  };
}

import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { BadRowsError, binaryModelQuality, type ScoreBlocks } from '../../../lib/metrics';
import { objectUnder, type S3Location, s3Uri } from '../../shared/s3-location';
import type { BusinessGoal } from './business-goal';
import { evaluate } from './evaluation';
import { judge } from './gate';
import { hashOf } from './hash-of';
import { readCandidateScores } from './read-candidate-scores';
import { readObject } from './read-object';
import { evaluationReport } from './report';
import { smokeTest } from './smoke-test';

const prefix = z.string().check(z.startsWith('s3://'));
const step = z.object({
  validationScores: prefix,
  testScores: prefix,
  linearTestScores: prefix,
  /** The candidate's archive. */
  modelData: z.string().check(z.regex(/^s3:\/\/[^/]+\/.+/)),
  output: prefix,
});

/** Output parameters of the pipeline's step: flat, `passes` as text since a condition compares text safely. */
export interface EvaluationOutput {
  readonly passes: 'true' | 'false';
  readonly reason: string;
  readonly threshold: number;
  readonly rocAuc: number;
  readonly linearRocAuc: number;
  /** In currency units. */
  readonly netValue: number;
  /** SHA-256 of the candidate's archive in hex: what is approved is what was judged. */
  readonly artifactHash: string;
}

/**
 * Judges a candidate from its scores and writes `model-quality.json` (for SageMaker Studio), `report.json` and
 * `smoke-test.json` (for whoever takes it into service) under the event's `output`. Throws on scores that are none,
 * naming file and line.
 */
export async function evaluateModel(event: unknown, s3: S3Client, goal: BusinessGoal): Promise<EvaluationOutput> {
  const { validationScores, testScores, linearTestScores, modelData, output } = z.parse(step, event);
  const testFile = objectUnder(testScores, 'test.csv.out');
  const linearFile = objectUnder(linearTestScores, 'test.csv.out');
  const [validation, test, linearTest, artifactHash] = await Promise.all([
    readObject(s3, objectUnder(validationScores, 'validation.csv.out'), readCandidateScores),
    readObject(s3, testFile, readCandidateScores),
    readObject(s3, linearFile, readCandidateScores),
    readObject(s3, objectUnder(modelData, ''), hashOf),
  ]);
  checkSameRows(test.scores, s3Uri(testFile), linearTest.scores, s3Uri(linearFile));

  const evaluation = evaluate(
    { validation: validation.scores, test: test.scores, linearTest: linearTest.scores },
    goal,
  );
  const verdict = judge(evaluation, goal);
  await Promise.all([
    putJson(s3, objectUnder(output, 'model-quality.json'), binaryModelQuality(evaluation.report)),
    putJson(s3, objectUnder(output, 'report.json'), evaluationReport(evaluation, goal, verdict)),
    putJson(s3, objectUnder(output, 'smoke-test.json'), smokeTest(test.firstLines)),
  ]);
  const { threshold, rocAuc, linearRocAuc, money } = evaluation;
  return {
    passes: verdict.passes ? 'true' : 'false',
    reason: verdict.reason,
    threshold,
    rocAuc,
    linearRocAuc,
    netValue: money.netValue,
    artifactHash,
  };
}

/** Both models scored the same file, or comparing them means nothing. */
function checkSameRows(test: ScoreBlocks, testFile: string, linear: ScoreBlocks, linearFile: string): void {
  if (linear.rows !== test.rows)
    throw new BadRowsError(`${linearFile} has ${linear.rows} rows, but ${testFile} has ${test.rows}`);
  if (linear.labelMark !== test.labelMark)
    throw new BadRowsError(`${linearFile} and ${testFile} differ in the labels of their rows`);
}

async function putJson(s3: S3Client, { bucket, key }: S3Location, content: unknown): Promise<void> {
  const Body = JSON.stringify(content, null, 2);
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body, ContentType: 'application/json' }));
}

import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { DescribeModelPackageCommand, type SageMakerClient } from '@aws-sdk/client-sagemaker';
import * as z from 'zod/mini';
import type { Histogram } from '../../../lib/metrics';
import { isGone } from '../../shared/is-gone';
import { objectUnder, s3Uri } from '../../shared/s3-location';

/** What the values of one column looked like. */
export type NamedHistogram = Histogram & { readonly name: string };

/** What a version was trained on and how it scored then. */
export interface Baseline {
  readonly score: NamedHistogram;
  readonly features: readonly NamedHistogram[];
}

const uri = z.string().check(z.startsWith('s3://'));
const metadata = z.object({ datasetsUri: uri, monitoring: uri });
const count = z.number().check(z.nonnegative());
const histograms = z.object({
  features: z.array(z.object({ name: z.string(), edges: z.array(z.number()), counts: z.array(count), missing: count })),
});
/** In Model Monitor's layout; the score stands first. */
const statistics = z.object({
  features: z.array(
    z.object({
      name: z.string(),
      numerical_statistics: z.object({
        common: z.object({ num_missing: count }),
        distribution: z.object({
          kll: z.object({ buckets: z.array(z.object({ lower_bound: z.number(), count })).check(z.minLength(1)) }),
        }),
      }),
    }),
  ),
});

/** The baseline that a version was registered with; undefined when the registry no longer has the version. */
export async function readBaseline(
  version: string,
  { sageMaker, s3 }: { readonly sageMaker: SageMakerClient; readonly s3: S3Client },
): Promise<Baseline | undefined> {
  const found = await sageMaker.send(new DescribeModelPackageCommand({ ModelPackageName: version })).catch((error) => {
    if (isGone(error)) return undefined;
    throw error;
  });
  if (!found) return undefined;
  const { data: places } = z.safeParse(metadata, found.CustomerMetadataProperties);
  if (!places) throw new Error(`${version} names no baseline: it needs the metadata datasetsUri and monitoring`);
  const [{ features }, scored] = await Promise.all([
    readJson(s3, objectUnder(places.datasetsUri, 'baseline/histograms.json'), histograms),
    readJson(s3, objectUnder(places.monitoring, 'statistics.json'), statistics),
  ]);
  const score = scored.features.find(({ name }) => name === 'score')?.numerical_statistics;
  if (!score) throw new Error(`${places.monitoring}/statistics.json has no score`);
  const { buckets } = score.distribution.kll;
  return {
    features,
    score: {
      name: 'score',
      edges: buckets.slice(1).map(({ lower_bound: lowerBound }) => lowerBound),
      counts: buckets.map((bucket) => bucket.count),
      missing: score.common.num_missing,
    },
  };
}

async function readJson<Schema extends z.ZodMiniType>(
  s3: S3Client,
  location: { readonly bucket: string; readonly key: string },
  schema: Schema,
): Promise<z.infer<Schema>> {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: location.bucket, Key: location.key }));
    return z.parse(schema, JSON.parse((await Body?.transformToString()) ?? ''));
  } catch (cause) {
    throw new Error(`cannot read the baseline ${s3Uri(location)}: ${cause}`, { cause });
  }
}

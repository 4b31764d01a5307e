import type { Check } from '../check';
import { listAt, textAt, valueAt } from '../json-at';
import { findInSteps, type Pipeline } from '../pipeline-definition';
import { textOf } from '../pipeline-expression';
import { jobsOf } from '../pipeline-jobs';

/** Algorithms of AWS that read data by the type that its channel says. Source: developer guide, "Common data formats for training". */
const BY_TYPE =
  /\/(?:sagemaker-)?(xgboost|linear-learner|factorization-machines|kmeans|knn|pca|randomcutforest|image-classification|object-detection|semantic-segmentation|blazingtext|ntm|lda|ipinsights|forecasting-deepar|object2vec|seq2seq)(?=[:@-]|$)/;
const TYPE = /^[a-z]+\/[a-z0-9][a-z0-9.+-]*(;\s*[a-z_]+=[\w.-]+)*$/;
const ARCHIVE = /\.(gz|tgz|zip|py|whl)$/;
/** CreateTrainingJob, Channel. */
const VALUES: readonly (readonly [path: readonly string[], values: readonly string[]])[] = [
  [['InputMode'], ['File', 'Pipe', 'FastFile']],
  [['CompressionType'], ['None', 'Gzip']],
  [['RecordWrapperType'], ['None', 'RecordIO']],
  [
    ['DataSource', 'S3DataSource', 'S3DataType'],
    ['S3Prefix', 'ManifestFile', 'AugmentedManifestFile', 'Converse'],
  ],
  [
    ['DataSource', 'S3DataSource', 'S3DataDistributionType'],
    ['FullyReplicated', 'ShardedByS3Key'],
  ],
];

export const pipelineChannels: Check = {
  id: 'pipeline-channels',
  rule: 'A channel with data for an algorithm of AWS says what type they are, the same as its neighbours, in words that SageMaker knows',
  find: (assembly) =>
    findInSteps(assembly, (step, pipeline) => jobsOf(step).flatMap((job) => jobProblems(job, pipeline))),
};

function jobProblems(job: unknown, pipeline: Pipeline): readonly string[] {
  const channels = listAt(job, 'InputDataConfig');
  const image = textOf(valueAt(job, 'AlgorithmSpecification', 'TrainingImage'), pipeline) ?? '';
  const data = channels.filter((channel) => !isProgram(channel, pipeline));
  const types = data.map((channel) => textAt(channel, 'ContentType'));
  const known = [...new Set(types.filter((type) => type !== ''))];
  return [
    ...data
      .filter((channel) => BY_TYPE.test(image) && valueAt(channel, 'ContentType') === undefined)
      .map(
        (channel) =>
          `has the channel ${textAt(channel, 'ChannelName')} without ContentType, by which the algorithm reads it`,
      ),
    ...known
      .filter((type) => !TYPE.test(type))
      .map((type) => `has a channel of the type "${type}", which is no content type`),
    ...(BY_TYPE.test(image) && known.length > 1 ? [`has channels of different types: ${known.join(' and ')}`] : []),
    ...channels.flatMap((channel) =>
      VALUES.flatMap(([path, values]) => {
        const value = valueAt(channel, ...path);
        return typeof value === 'string' && !values.includes(value)
          ? [`has ${path.at(-1)} ${value}, expected one of ${values.join(', ')}`]
          : [];
      }),
    ),
  ];
}

/** A program or an archive, which no algorithm reads as data. */
function isProgram(channel: unknown, pipeline: Pipeline): boolean {
  return ARCHIVE.test(textOf(valueAt(channel, 'DataSource', 'S3DataSource', 'S3Uri'), pipeline) ?? '');
}

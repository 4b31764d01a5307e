import type { TrainingPipelineInputs } from '../../../../lib/training/pipeline-definition/training-pipeline-inputs';

/** Inputs as a deployed stack would give them, with made-up names that AWS's patterns accept. */
export const EXAMPLE_INPUTS: TrainingPipelineInputs = {
  roleArn: 'arn:aws:iam::111122223333:role/example-jobs',
  image: '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:3.0-5',
  trainingInstanceType: 'ml.m5.large',
  transformInstanceType: 'ml.m5.xlarge',
  processingInstanceType: 'ml.m5.2xlarge',
  inferenceInstanceType: 'ml.c5.large',
  volumeSizeInGB: 20,
  maximumRuntimeSeconds: 1800,
  kmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/00000000-0000-0000-0000-000000000000',
  runsUri: 's3://example-models/runs',
  defaultDatasetsUri: 's3://example-datasets/datasets/example/none',
  codeFolderUri: 's3://example-assets',
  codeFileName: 'c0de.tar.gz',
  codeHash: 'c0de',
  assessmentFolderUri: 's3://example-assets',
  assessmentFileName: 'a55e55.zip',
  datasetDescriptionUri: 's3://example-assets/da7a.json',
  evaluateFunctionArn: 'arn:aws:lambda:us-east-1:111122223333:function:example-evaluate',
  modelPackageGroupName: 'example-group',
  tags: { 'ml:project': 'example', 'ml:phase': 'training' },
  linearRounds: 50,
  tuningJobs: 4,
  parallelTuningJobs: 2,
};

/** What the example definition has to agree with. */
export const EXAMPLE_EXPECTATIONS = {
  modelPackageGroupName: 'example-group',
  tagKeys: ['ml:project', 'ml:phase'],
  images: [EXAMPLE_INPUTS.image, 'a-second-image'],
  buckets: ['example-models', 'example-datasets', 'example-assets'],
};

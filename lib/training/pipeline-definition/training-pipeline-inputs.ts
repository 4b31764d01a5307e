/**
 * All that the training pipeline takes from outside. Texts may be tokens of the deployment (ARNs, bucket names); nothing
 * here looks into them. URIs are `s3://…` without a slash at the end.
 */
export interface TrainingPipelineInputs {
  /** Role of every job and model; the pipeline's own role may be the same. */
  readonly roleArn: string;
  /** XGBoost image that trains, scores, explains and later serves. */
  readonly image: string;
  readonly trainingInstanceType: string;
  readonly transformInstanceType: string;
  readonly processingInstanceType: string;
  /** Where versions may serve later; stands in the registry, starts nothing. */
  readonly inferenceInstanceType: string;
  /** Disk of each training and processing job. */
  readonly volumeSizeInGB: number;
  /** After this long a training or processing job is stopped. */
  readonly maximumRuntimeSeconds: number;
  /** Encrypts volumes and outputs of all jobs. */
  readonly kmsKeyArn: string;
  /** Folder of all runs, `s3://<models bucket>/runs`; a step writes to `<runsUri>/<execution id>/<step>`. */
  readonly runsUri: string;
  /** Datasets of a run that names none. */
  readonly defaultDatasetsUri: string;
  /** Archive with `train.py` and `inference.py` at its top, as folder and file name: `<codeFolderUri>/<codeFileName>`. */
  readonly codeFolderUri: string;
  readonly codeFileName: string;
  /** SHA-256 of the code, so that every version can name it. */
  readonly codeHash: string;
  /** Python archive with `__main__.py` that explains, measures bias and makes the baseline. */
  readonly assessmentFolderUri: string;
  readonly assessmentFileName: string;
  /** The resolved dataset description, one JSON object. */
  readonly datasetDescriptionUri: string;
  readonly evaluateFunctionArn: string;
  readonly modelPackageGroupName: string;
  /** On everything that the pipeline starts; constant over time. */
  readonly tags: Readonly<Record<string, string>>;
  /** Boosting rounds of the linear baseline. */
  readonly linearRounds: number;
  /** Training jobs that the search for the trees' hyperparameters may use, and how many of them at a time. */
  readonly tuningJobs: number;
  readonly parallelTuningJobs: number;
}

import { join } from 'node:path';
import { RemovalPolicy } from 'aws-cdk-lib';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { LakeStorage } from '../data-lake/lake-storage';
import { JOB_SCRIPTS } from '../shared/job-scripts';
import { PhaseStack } from '../shared/phase-stack';
import { SparkJob } from './spark-job';

export interface PreparationJobsProps {
  readonly storage: LakeStorage;
  readonly key: IKey;
}

/** What the scripts import from their own folder; a test compares the list with the scripts. */
const MODULES = ['lake.py', 'outcomes.py'];

/** The two Spark jobs: curate one delivery, and build datasets from all that was ever curated or told. */
export class PreparationJobs extends Construct {
  public readonly curate: SparkJob;
  public readonly buildDatasets: SparkJob;

  public constructor(scope: Construct, id: string, { storage, key }: PreparationJobsProps) {
    super(scope, id);
    const { config, datasetFile } = PhaseStack.of(this).lifecycle;
    const dataset = new Asset(this, 'Dataset', { path: datasetFile });
    // As an archive: a file asset is named by its hash, under which no script could import it.
    const path = join(JOB_SCRIPTS, 'preparation');
    const library = new Asset(this, 'Library', { path, exclude: ['*', ...MODULES.map((name) => `!${name}`)] });
    const maskingKey = new Secret(this, 'MaskingKey', {
      description: 'Keys the hash that replaces personal data; a new value makes old and new rows unlike',
      // By its ARN: a grant on the secret would write the job's role into the key's policy, which stands in an earlier stack.
      encryptionKey: Key.fromKeyArn(this, 'Key', key.keyArn),
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: config.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const job = (name: string, script: string, description: string) =>
      new SparkJob(this, name, { description, script: join(path, script), library, dataset });
    this.curate = job('Curate', 'curate.py', 'Cleans, masks and encodes one delivery; quarantines what breaks a rule');
    this.buildDatasets = job('BuildDatasets', 'build_datasets.py', 'Splits all labelled rows into datasets');
    storage.grantCurate(this.curate.role);
    storage.grantBuildDatasets(this.buildDatasets.role);
    maskingKey.grantRead(this.curate.role);
    this.curate.addArgument('--masking-key', maskingKey.secretArn);
  }
}

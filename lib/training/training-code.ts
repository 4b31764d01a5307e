import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FileSystem } from 'aws-cdk-lib';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import { create } from 'tar';
import { JOB_SCRIPTS } from '../shared/job-scripts';
import { PhaseStack } from '../shared/phase-stack';

/** The code and the description that training jobs get as inputs; content-hashed, so a change makes a new address. */
export class TrainingCode extends Construct {
  /** `train.py` and `inference.py` as an archive: an isolated container unpacks it from a channel, and cannot fetch it. */
  public readonly training: Asset;
  /** A folder with `__main__.py`, which Python runs from its zip as it is. */
  public readonly assessment: Asset;
  public readonly datasetDescription: Asset;

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    this.training = new Asset(this, 'Training', { path: archive(join(JOB_SCRIPTS, 'training')) });
    this.assessment = new Asset(this, 'Assessment', {
      path: join(JOB_SCRIPTS, 'assessment'),
      exclude: ['__pycache__', '*.pyc'],
    });
    this.datasetDescription = new Asset(this, 'DatasetDescription', {
      path: PhaseStack.of(this).lifecycle.datasetFile,
    });
  }

  public grantRead(grantee: IGrantable): void {
    for (const asset of [this.training, this.assessment, this.datasetDescription]) asset.grantRead(grantee);
  }
}

/** Packs a folder's Python files so that the same files make the same bytes. */
function archive(folder: string): string {
  const file = join(FileSystem.mkdtemp('training-code'), 'sourcedir.tar.gz');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.py'));
  create({ file, cwd: folder, sync: true, gzip: true, portable: true, mtime: new Date(0) }, scripts.sort());
  return file;
}

import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { DataBucket } from '../shared/data-bucket';

export interface ModelStorageProps {
  readonly key: IKey;
  readonly accessLogs: IBucket;
}

/** Everything that training runs make, `runs/<execution id>/<step>/`: models, scores, reports. */
export class ModelStorage extends Construct {
  private readonly bucket: DataBucket;

  public constructor(scope: Construct, id: string, props: ModelStorageProps) {
    super(scope, id);
    this.bucket = new DataBucket(this, 'Bucket', props);
  }

  /** Folder of all runs, without a slash at the end. */
  public get runsUri(): string {
    return this.bucket.s3UrlForObject('runs');
  }

  public grantRead(grantee: IGrantable): Grant {
    return this.bucket.grantRead(grantee, 'runs/*');
  }

  public grantReadWrite(grantee: IGrantable): Grant {
    this.bucket.grantPut(grantee, 'runs/*');
    return this.grantRead(grantee);
  }
}

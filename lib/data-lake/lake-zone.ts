import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';

/** One prefix of one bucket; its grants open that prefix, the bucket's listing and its key, and nothing else. */
export class LakeZone {
  public constructor(
    public readonly bucket: IBucket,
    /** Without slash at the end. */
    public readonly prefix: string,
  ) {}

  /** `s3://bucket/prefix`, without slash at the end. */
  public get uri(): string {
    return this.bucket.s3UrlForObject(this.prefix);
  }

  /** A folder of the zone as a zone of its own, for whoever needs no more. */
  public folder(name: string): LakeZone {
    return new LakeZone(this.bucket, `${this.prefix}/${name}`);
  }

  public grantRead(grantee: IGrantable): Grant {
    return this.bucket.grantRead(grantee, `${this.prefix}/*`);
  }

  public grantReadWrite(grantee: IGrantable): Grant {
    return this.bucket.grantReadWrite(grantee, `${this.prefix}/*`);
  }

  public grantWrite(grantee: IGrantable): Grant {
    return this.bucket.grantPut(grantee, `${this.prefix}/*`);
  }
}

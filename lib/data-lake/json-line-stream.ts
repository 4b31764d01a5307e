import { Duration, Size } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import {
  AppendDelimiterToRecordProcessor,
  Compression,
  DeliveryStream,
  EnableLogging,
  S3Bucket,
  StreamEncryption,
} from 'aws-cdk-lib/aws-kinesisfirehose';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { PhaseLogGroup } from '../shared/phase-log-group';
import { ServiceRole } from '../shared/service-role';
import type { LakeZone } from './lake-zone';

export interface JsonLineStreamProps {
  readonly zone: LakeZone;
  /** Folders below the zone's prefix by time of arrival, as Firehose writes them, with a slash at the end. */
  readonly folders: string;
  /** A record is in S3 after so long at the latest. */
  readonly bufferingInterval: Duration;
  readonly key: IKey;
  /** Of its role: what it writes where. */
  readonly description: string;
}

/** Lays what is sent to it down in a zone as files of JSON lines; what it cannot deliver goes beside the zone. */
export class JsonLineStream extends DeliveryStream {
  public constructor(scope: Construct, id: string, props: JsonLineStreamProps) {
    const { zone, folders, bufferingInterval, key, description } = props;
    const role = new ServiceRole(scope, `${id}Role`, 'firehose.amazonaws.com', description);
    super(scope, id, {
      encryption: StreamEncryption.awsOwnedKey(),
      destination: new S3Bucket(zone.bucket, {
        role,
        dataOutputPrefix: `${zone.prefix}/${folders}`,
        errorOutputPrefix: `failed-${zone.prefix}/!{firehose:error-output-type}/`,
        // Not compressed: Spark reads a large file of lines in parallel, a gzipped one it cannot split.
        fileExtension: '.json',
        compression: Compression.UNCOMPRESSED,
        bufferingInterval,
        bufferingSize: Size.mebibytes(64),
        encryptionKey: key,
        processors: [new AppendDelimiterToRecordProcessor()],
        loggingConfig: new EnableLogging(new PhaseLogGroup(scope, `${id}Logs`)),
      }),
    });
  }

  /** Age of the oldest record that is not delivered yet, in seconds; Firehose drops what is older than a day. */
  public metricBehind(): IMetric {
    return this.metric('DeliveryToS3.DataFreshness', { statistic: 'Maximum', period: Duration.minutes(5) });
  }
}

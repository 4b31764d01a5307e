import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { TAG_KEYS } from '../../lib/config/cost-tags';
import { REPLACED_BY_TAGS } from '../../lib/shared/apply-cost-tags';
import { type Placed, resources, SYNTHESIZED } from '../synthesized';

const TYPES = loadAwsServiceSpecSync();

/** The property that holds a type's tags, from CloudFormation's own database; nothing for a type that takes none. */
function tagProperty(type: string) {
  const [found] = TYPES.lookup('resource', 'cloudFormationType', 'equals', type);
  const property = found?.tagInformation?.tagPropertyName;
  return property ? { name: property, replaces: found.properties[property]?.causesReplacement === 'yes' } : undefined;
}

function tagKeys(resource: Placed): string[] {
  const tags = resource.Properties[tagProperty(resource.Type)?.name ?? ''];
  if (Array.isArray(tags)) return tags.map(({ Key }) => Key);
  return Object.keys((tags as object) ?? {});
}

const place = ({ stack, logicalId }: Placed) => `${stack}/${logicalId}`;
const text = (value: unknown) => JSON.stringify(value);

describe.each(SYNTHESIZED)('in $environment', ({ templates, config }) => {
  const all = resources(templates);
  const ofType = (type: string) => all.filter((resource) => resource.Type === type);

  test('everything that takes tags carries all six, save those that may change where a change replaces', () => {
    const taggable = all.filter(({ Type }) => tagProperty(Type) && !Type.startsWith('Custom::'));
    const wrong = taggable
      .map((resource) => ({ resource, keys: tagKeys(resource) }))
      .filter(({ resource, keys }) => {
        const may = tagProperty(resource.Type)?.replaces ? ['ml:owner', 'ml:cost-center'] : [];
        return TAG_KEYS.some((key) => keys.includes(key) === may.includes(key));
      });
    expect(taggable.length).toBeGreaterThan(20);
    expect(wrong.map(({ resource }) => place(resource))).toEqual([]);
  });

  test('the list of types that a tag replaces is the type database’s', () => {
    const used = [...new Set(all.map(({ Type }) => Type))].filter((type) => tagProperty(type)?.replaces);
    // Some are deployed only where somebody wants them.
    expect(REPLACED_BY_TAGS).toEqual(expect.arrayContaining(used));
    expect(REPLACED_BY_TAGS.filter((type) => !tagProperty(type)?.replaces)).toEqual([]);
  });

  test('nothing costs money while nothing happens: no NAT, interface endpoint, instance, shard or tracking server', () => {
    const always =
      /NatGateway|VPCEndpoint|EC2::Instance|Kinesis::Stream|MlflowTrackingServer|NotebookInstance|SageMaker::(Endpoint|Domain|App)|RDS|Redshift|OpenSearch|MWAA|ElastiCache|ProvisionedConcurrency/;
    // What stands under a condition waits for a version that somebody approves.
    const atOnce = all.filter(({ Condition }) => Condition === undefined);
    expect(
      atOnce
        .filter(({ Type, Properties }) => always.test(Type) || 'ProvisionedConcurrencyConfig' in Properties)
        .map(place),
    ).toEqual([]);
    expect(
      ofType('AWS::DynamoDB::GlobalTable').filter(({ Properties }) => Properties.BillingMode !== 'PAY_PER_REQUEST'),
    ).toEqual([]);
    expect(
      ofType('AWS::KinesisFirehose::DeliveryStream').filter(
        ({ Properties }) => Properties.DeliveryStreamType !== 'DirectPut',
      ),
    ).toEqual([]);
  });

  test('every alarm says what happened, where to read on, whom it tells and what missing data mean', () => {
    const alarms = ofType('AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(0);
    for (const { logicalId, Properties } of alarms) {
      expect(text(Properties.AlarmDescription)).toMatch(/\..*docs\/runbook\.md#[a-z-]+/);
      expect(Properties.AlarmActions).toHaveLength(1);
      expect(text(Properties.AlarmActions)).toContain('Operators');
      // Silence is bad news from those who must speak every day, and no news from all others.
      expect(Properties.TreatMissingData).toBe(/Silent/.test(logicalId) ? 'breaching' : 'notBreaching');
    }
  });

  test('alarms are few enough to be read, and to be paid for', () => {
    // Ten are free and each other one is a tenth of a dollar a month; the estimate of costs bounds their sum.
    expect(ofType('AWS::CloudWatch::Alarm').length).toBeLessThanOrEqual(30);
  });

  test('times in the endpoints’ alarms are microseconds, as SageMaker counts', () => {
    const latencies = ofType('AWS::CloudWatch::Alarm').filter(
      ({ Properties }) => Properties.MetricName === 'ModelLatency',
    );
    expect(latencies.map(({ Properties }) => Properties.Threshold)).toEqual([
      config.serving.realTime.latencyMilliseconds * 1000,
    ]);
  });

  test('every function of ours is arm64, on the newest runtime, with a log group that forgets', () => {
    const ours = ofType('AWS::Lambda::Function').filter(({ logicalId }) => !logicalId.startsWith('CustomS3AutoDelete'));
    expect(ours.length).toBeGreaterThan(0);
    for (const { Properties } of ours) {
      expect(Properties).toMatchObject({ Architectures: ['arm64'], Runtime: 'nodejs24.x' });
      expect(Properties.LoggingConfig).toHaveProperty('LogGroup');
    }
    for (const { Properties } of ofType('AWS::Logs::LogGroup'))
      expect(Properties.RetentionInDays).toBe(config.logRetentionDays);
  });

  test('every bucket is encrypted, private, TLS only, and cleans up; data buckets are versioned and logged', () => {
    const policies = ofType('AWS::S3::BucketPolicy').filter(({ Properties }) =>
      text(Properties).includes('aws:SecureTransport'),
    );
    const buckets = ofType('AWS::S3::Bucket');
    expect(policies).toHaveLength(buckets.length);
    for (const bucket of buckets) {
      expect(bucket.Properties).toHaveProperty('BucketEncryption');
      expect(bucket.Properties).toHaveProperty('LifecycleConfiguration.Rules');
      expect(bucket.Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      if (bucket.stack === 'foundation') continue;
      expect(text(bucket.Properties.BucketEncryption)).toContain('aws:kms');
      expect(bucket.Properties).toMatchObject({ VersioningConfiguration: { Status: 'Enabled' } });
      expect(bucket.Properties).toHaveProperty('LoggingConfiguration.DestinationBucketName');
    }
  });

  test('data stay in production and go in the sandbox', () => {
    const holdsData =
      /S3::Bucket$|DynamoDB|KMS::Key$|FeatureGroup|ModelPackageGroup|SecretsManager::Secret$|Logs::LogGroup/;
    const wanted = config.retainData ? /^Retain/ : /^Delete$/;
    const wrong = all.filter(
      ({ Type, DeletionPolicy }) => holdsData.test(Type) && !wanted.test(DeletionPolicy ?? 'Delete'),
    );
    expect(wrong.map(place)).toEqual([]);
  });

  test('every rule keeps what it cannot deliver', () => {
    const targets = ofType('AWS::Events::Rule').flatMap((rule) =>
      (rule.Properties.Targets as object[]).map((target) => ({ rule: place(rule), target })),
    );
    expect(targets.length).toBeGreaterThan(0);
    for (const { target } of targets) {
      expect(target).toHaveProperty('DeadLetterConfig.Arn');
      expect(target).toHaveProperty('RetryPolicy');
    }
  });

  test('names that somebody fixed start with project and environment', () => {
    const named = all.flatMap((resource) =>
      Object.entries(resource.Properties)
        .filter(
          ([key, value]) =>
            /^(FeatureGroup|ModelPackageGroup|Pipeline|Alias|Bucket|Function|Queue|Table|Role|Topic|Rule|StateMachine|LogGroup|DeliveryStream)Name$/.test(
              key,
            ) && typeof value === 'string',
        )
        .map(([key, value]) => `${resource.Type}.${key}=${value}`),
    );
    expect(named.length).toBeGreaterThan(0);
    const prefix = `${config.project}-${config.environment}`;
    expect(named.filter((name) => !new RegExp(`=(alias/)?${prefix}`).test(name))).toEqual([]);
  });

  test('what holds data keeps its logical id: a rename would lose it', () => {
    const stateful = /S3::Bucket$|DynamoDB|KMS::Key$|FeatureGroup|ModelPackageGroup$|SecretsManager::Secret$/;
    expect(
      all.filter(({ Type }) => stateful.test(Type)).map((resource) => `${resource.Type} ${place(resource)}`),
    ).toMatchSnapshot();
  });
});

import { monitoringAccess } from '../../scripts/proof/checks/monitoring-access';
import { placesAreWritten } from '../../scripts/proof/checks/places-are-written';
import { publishedAssets } from '../../scripts/proof/checks/published-assets';
import { ruleFilesAreWritten } from '../../scripts/proof/checks/rule-files-are-written';
import { findWhen } from './broken';
import { type Change, finds, holds, type Json, set } from './finds';

const RULE = 'AWS::Events::Rule';
const TABLE = 'AWS::Glue::Table';
const QUALITY = 'AWS::SageMaker::ModelQualityJobDefinition';
const CONFIG = 'AWS::SageMaker::EndpointConfig';
const STREAM = 'AWS::KinesisFirehose::DeliveryStream';
const MARKER = { id: /OnMarker/ };
const KEY = 'Properties.EventPattern.detail.object.key';
/** Something in the bucket of the assets, by bucket and key. */
const PLUGIN = { BucketName: 'cdk-hnb659fds-assets-111111111111-us-east-1', ObjectKey: 'x/y.jar' };
const INPUT = 'ModelQualityJobInput.GroundTruthS3Input.S3Uri';

/** Another text wherever it stands in the properties of a resource. */
const reworded =
  (from: string, to: string): Change =>
  (resource) => {
    const text = JSON.stringify(resource.Properties);
    if (!text.includes(from)) throw new Error(`nothing says ${from}`);
    resource.Properties = JSON.parse(text.replaceAll(from, to));
  };

describe('in the product', () => {
  holds([monitoringAccess, placesAreWritten, publishedAssets, ruleFilesAreWritten]);
});

describe('a place at which somebody looks and nobody writes is found:', () => {
  const moved = (place: string): Change => set(`Properties.${INPUT}`, place);
  finds(placesAreWritten, [
    ['a rule on another prefix', RULE, reworded('raw/churn/', 'incoming/churn/'), /waits for is .*incoming/, MARKER],
    ['a rule on another dataset', RULE, set(KEY, [{ prefix: 'raw/loans/' }]), /raw\/loans/, MARKER],
    ['a rule on one file', RULE, set(KEY, ['prepared/_SUCCESS']), /prepared\/_SUCCESS/, MARKER],
    [
      'a table and its partitions elsewhere',
      TABLE,
      reworded('/curated/churn/', '/clean/churn/'),
      /its place is .*clean/,
    ],
    ['partitions elsewhere', TABLE, reworded('/churn/ingest_date=', '/loans/ingest_date='), /loans/],
    ['ground truth elsewhere', QUALITY, reworded('/ground-truth/', '/groundtruth/'), /ground truth is .*groundtruth/],
  ]);

  test.each<[string, string, Change, Json]>([
    ['a suffix that many a key has', RULE, set(KEY, [{ suffix: '/_SUCCESS' }]), MARKER],
    ['a part of what is written', RULE, set(KEY, [{ prefix: 'raw/churn/ingest_date=2026-' }]), MARKER],
    ['a bucket into which somebody else may write', QUALITY, moved('s3://somebody/truth'), {}],
  ])('%s is none', (_, type, change, options) => {
    expect(findWhen(placesAreWritten, type, change, options)).toEqual([]);
  });
});

describe('a marker that is called otherwise is found:', () => {
  finds(ruleFilesAreWritten, [
    ['in a wildcard', RULE, reworded('_SUCCESS', '_SUCCES_'), /a file called _SUCCES_/, MARKER],
    ['as a suffix', RULE, set(KEY, [{ suffix: '/_FINISHED' }]), /a file called _FINISHED/, MARKER],
    ['as a whole key', RULE, set(KEY, ['raw/churn/all-complete.txt']), /all-complete.txt/, MARKER],
  ]);
});

describe('a place that the role of a model or a monitor does not know is found:', () => {
  const role = (id: string): Change => set('Properties.RoleArn', { 'Fn::GetAtt': [id, 'Arn'] });
  finds(monitoringAccess, [
    [
      'capture elsewhere',
      CONFIG,
      reworded('/captured/churn', '/capture/churn'),
      /cannot be written/,
      { id: /RealTime/ },
    ],
    [
      'capture in a bucket of somebody',
      CONFIG,
      set('Properties.DataCaptureConfig.DestinationS3Uri', 's3://somebody/x'),
      /somebody/,
      { id: /RealTime/ },
    ],
    [
      'reports elsewhere',
      QUALITY,
      reworded('/monitoring/churn/model-monitor', '/reports/churn'),
      /PutObject on .*reports/,
    ],
    ['ground truth elsewhere', QUALITY, reworded('/ground-truth/churn', '/truth/churn'), /GetObject on .*truth/],
  ]);
  test('a role that no template has is for another check', () => {
    expect(findWhen(monitoringAccess, QUALITY, role('Nobody'))).toEqual([]);
  });
});

describe('an upload that nobody makes is found:', () => {
  const code = (S3Key: string): Change => set('Properties.Code.S3Key', S3Key);
  finds(publishedAssets, [
    [
      'code under a name of its own',
      'AWS::Lambda::Function',
      code('start-training.zip'),
      /the asset start-training.zip/,
    ],
    ['code with a letter too many', 'AWS::Lambda::Function', code(`${'a'.repeat(65)}.zip`), /does not upload/],
    ['a script under a name of its own', 'AWS::Glue::Job', reworded('.py', '0.py'), /does not upload/],
    ['a dataset with another ending', 'AWS::Glue::Job', reworded('.json', '.yaml'), /\.yaml, which the assembly/],
    ['code beside a bucket, however the key is called', STREAM, set('Properties.Plugin', PLUGIN), /the asset x\/y.jar/],
  ]);
});

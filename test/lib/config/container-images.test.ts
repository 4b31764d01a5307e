import { ANALYZER, CLARIFY, imageUri, MODEL_MONITOR_REGIONS, xgboostImage } from '../../../lib/config/container-images';

/** From the SageMaker Python SDK, release of August 2026. */
test.each([
  [
    'us-east-1',
    '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:3.0-5',
    '156813124566.dkr.ecr.us-east-1.amazonaws.com/sagemaker-model-monitor-analyzer',
    '205585389593.dkr.ecr.us-east-1.amazonaws.com/sagemaker-clarify-processing:1.0',
  ],
  [
    'eu-central-1',
    '492215442770.dkr.ecr.eu-central-1.amazonaws.com/sagemaker-xgboost:3.0-5',
    '048819808253.dkr.ecr.eu-central-1.amazonaws.com/sagemaker-model-monitor-analyzer',
    '017069133835.dkr.ecr.eu-central-1.amazonaws.com/sagemaker-clarify-processing:1.0',
  ],
  [
    'cn-north-1',
    '450853457545.dkr.ecr.cn-north-1.amazonaws.com.cn/sagemaker-xgboost:3.0-5',
    '453000072557.dkr.ecr.cn-north-1.amazonaws.com.cn/sagemaker-model-monitor-analyzer',
    '122526803553.dkr.ecr.cn-north-1.amazonaws.com.cn/sagemaker-clarify-processing:1.0',
  ],
])('images of %s come from the accounts that publish them there', (region, ...uris) => {
  expect([xgboostImage(region), imageUri(ANALYZER, region), imageUri(CLARIFY, region)]).toEqual(uris);
});

test('an account is twelve digits, leading zeros too', () => {
  const accounts = [ANALYZER, CLARIFY].flatMap((image) => Object.values(image.accounts));
  expect(accounts.filter((account) => !/^\d{12}$/.test(account))).toEqual([]);
  expect(new Set(accounts).size).toBe(accounts.length);
});

test('schedules run only where both of their images are', () => {
  expect(MODEL_MONITOR_REGIONS).toContain('us-east-1');
  for (const region of MODEL_MONITOR_REGIONS)
    expect([ANALYZER, CLARIFY].every(({ accounts }) => region in accounts)).toBe(true);
  // Clarify's is not published there.
  expect(MODEL_MONITOR_REGIONS).not.toContain('il-central-1');
});

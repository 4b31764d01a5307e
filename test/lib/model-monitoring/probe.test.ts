import { MONITORING_TYPES } from '../../../scripts/local/service/monitoring/monitoring-types';
import { resources, SYNTHESIZED } from '../../synthesized';
const resolve = (v: any): any => Array.isArray(v) ? v.map(resolve) : v && typeof v === 'object'
  ? ('Ref' in v ? (v.Ref === 'Threshold' ? '0.25' : 's3://x/y') : Object.keys(v)[0]?.startsWith('Fn::') ? (JSON.stringify(v).includes('job-def') ? 'n' : JSON.stringify(v).includes('Arn') ? 'arn:aws:iam::111111111111:role/r' : JSON.stringify(v).includes('Split') ? 'name-1' : 's3://x/y') : Object.fromEntries(Object.entries(v).map(([k, x]) => [k, resolve(x)]))) : v;
test('probe', () => {
  for (const { templates } of SYNTHESIZED)
    for (const r of resources(templates).filter(({ stack, Type }) => stack === 'monitor-schedules' && Type !== 'AWS::CloudFormation::WaitConditionHandle')) {
      const p = { ...resolve(r.Properties), ...(r.Type.endsWith('Definition') ? { JobDefinitionName: 'x' } : {}) };
      console.log(r.Type, MONITORING_TYPES[r.Type]?.problems(p));
    }
});

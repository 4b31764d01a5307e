import {
  follow,
  pathParts,
  references,
  resolve,
  type Scope,
} from '../../../../scripts/local/service/pipelines/expression';

const scope: Scope = {
  parameter: (name) => ({ Rounds: 7 })[name],
  variable: (name) => ({ PipelineName: 'training' })[name],
  step: (name) => ({ Assess: { Outputs: [{ OutputName: 'bias', Uri: 's3://a' }] } })[name],
  propertyFile: async (step, file) => ({ [step]: { [file]: [{ 'a.b': 1 }] } }),
};

test('values are found wherever expressions stand for them', async () => {
  const value = {
    list: [{ Get: 'Parameters.Rounds' }, 'plain'],
    text: {
      'Std:Join': { On: '/', Values: ['s3:/', { Get: 'Execution.PipelineName' }, { Get: 'Parameters.Rounds' }] },
    },
    output: { Get: "Steps.Assess.Outputs['bias'].Uri" },
    file: {
      'Std:JsonGet': { PropertyFile: { Get: 'Steps.Assess.PropertyFiles.Gate' }, Path: "Assess.Gate[0]['a.b']" },
    },
  };

  expect(await resolve(value, scope)).toEqual({
    list: [7, 'plain'],
    text: 's3://training/7',
    output: 's3://a',
    file: 1,
  });
});

test.each(['Parameters.Other', 'Execution.Other', 'Steps.Other.Uri', "Steps.Assess.Outputs['other'].Uri", 'Else.x'])(
  '%s has no value, and that is an error',
  async (Get) => {
    await expect(resolve({ Get }, scope)).rejects.toThrow(`${Get} has no value`);
  },
);

test('references are found in any depth', () => {
  const value = { a: [{ 'Std:Join': { On: '', Values: [{ Get: 'Parameters.A' }] } }], b: { Get: 'Steps.B.C' } };

  expect(references(value)).toEqual(['Parameters.A', 'Steps.B.C']);
});

test('a path names members, positions, and members of a list by their name', () => {
  const metrics = { FinalMetricDataList: [{ MetricName: 'validation:auc', Value: 0.8 }] };

  expect(pathParts("a.b['c.d'][0]")).toEqual(['a', 'b', 'c.d', 0]);
  expect(follow(metrics, pathParts("FinalMetricDataList['validation:auc'].Value"))).toBe(0.8);
});

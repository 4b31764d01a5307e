import { asText, get, join, jsonGet } from '../../../../lib/training/pipeline-definition/expression';

test('a reference names what it gets', () => {
  expect(get('Steps.CreateModel.ModelName')).toEqual({ Get: 'Steps.CreateModel.ModelName' });
});

test('a join keeps literals and references in order', () => {
  expect(join('/', ['s3://bucket', get('Execution.PipelineExecutionId'), 'scores'])).toEqual({
    'Std:Join': { On: '/', Values: ['s3://bucket', { Get: 'Execution.PipelineExecutionId' }, 'scores'] },
  });
});

test('a join within a join of the same separator becomes one join', () => {
  const folder = join('/', ['s3://bucket', get('Execution.PipelineExecutionId')]);

  expect(join('/', [folder, 'model.tar.gz'])).toEqual({
    'Std:Join': { On: '/', Values: ['s3://bucket', { Get: 'Execution.PipelineExecutionId' }, 'model.tar.gz'] },
  });
});

test('a join within a join of another separator stays whole', () => {
  const sentence = join(' ', ['a', 'b']);

  expect(join('/', [sentence, 'c'])).toEqual({ 'Std:Join': { On: '/', Values: [sentence, 'c'] } });
});

test('a number at run time is cast by a join with nothing in between', () => {
  expect(asText(get("Steps.Evaluate.OutputParameters['rocAuc']"))).toEqual({
    'Std:Join': { On: '', Values: [{ Get: "Steps.Evaluate.OutputParameters['rocAuc']" }] },
  });
});

test('a JSON value names its step, its file and the path in it', () => {
  expect(jsonGet('Assess', 'BiasGate', 'withinLimit')).toEqual({
    'Std:JsonGet': { PropertyFile: { Get: 'Steps.Assess.PropertyFiles.BiasGate' }, Path: 'withinLimit' },
  });
});

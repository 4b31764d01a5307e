import { noSecrets } from '../../scripts/proof/checks/no-secrets';
import { ACCOUNT, joined, newFindings, nothingButWaived, withResource } from './brought';

nothingButWaived(noSecrets);

describe('secrets', () => {
  // Put together here, so that no scanner takes this file for a leak.
  const KEY_ID = ['AKIA', 'IOSFODNN7EXAMPLE'].join('');
  const TOKEN = ['ghp', 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8'].join('_');

  test.each([
    ['DB_PASSWORD', 'hunter22'],
    ['API_KEY', 'correct-horse'],
    ['apiToken', 'abcd1234'],
    ['MASKING_KEY', 'correct-horse-battery'],
    ['SETTING', KEY_ID],
    ['SETTING', `token ${TOKEN}`],
    ['SETTING', 'postgres://user:pw1234@host/db'],
    ['SETTING', 'Zm9vYmFyQmF6MTIzNDU2Nzg5MHF3ZXJ0eXVpb3A'],
    ['SETTING', '0123456789abcdef0123456789abcdef'],
    ['SETTING', '{{resolve:secretsmanager:masking-key}}'],
    ['SETTING', { 'Fn::Join': ['', [KEY_ID.slice(0, 8), KEY_ID.slice(8)]] }],
  ])('are not in the environment of a function: %s=%j', (name, value) => {
    const found = newFindings(
      noSecrets,
      'AWS::Lambda::Function',
      ({ Properties }) => {
        Properties.Environment.Variables[name] = value;
      },
      { id: /StartTraining/ },
    );
    expect(found).toEqual([expect.stringMatching(/^S-12/)]);
  });

  test.each([
    ['SECRET_ARN', { Ref: 'JobsMaskingKeyFFF567ED' }],
    ['SECRET_NAME', 'masking-key'],
    ['TOKEN_PATH', '/tmp/token'],
    ['MAX_TOKENS', '4096'],
    ['MODEL_HASH', '0123456789abcdef0123456789abcdef'],
    ['CODE_URI', joined('s3://', ACCOUNT, '-assets/0123456789abcdef0123456789abcdef.zip')],
  ])('may be named: %s=%j', (name, value) => {
    const found = newFindings(
      noSecrets,
      'AWS::Lambda::Function',
      ({ Properties }) => {
        Properties.Environment.Variables[name] = value;
      },
      { id: /StartTraining/ },
    );
    expect(found).toEqual([]);
  });

  test('are not in the arguments of a job', () => {
    const found = newFindings(noSecrets, 'AWS::Glue::Job', ({ Properties }) => {
      Properties.DefaultArguments['--masking-key'] = 'a-secret-of-ours';
    });
    expect(found).toEqual([expect.stringMatching(/--masking-key/)]);
  });

  test.each([
    ['"HyperParameters":{', '"HyperParameters":{"api_token":"abcd1234",'],
    ['"Parameters":[', '"Parameters":[{"Name":"ApiToken","Type":"String","DefaultValue":"abcd1234"},'],
    ['"Steps":[', `"Note":"${KEY_ID}","Steps":[`],
  ])('are not in the pipeline definition: %s', (place, secret) => {
    const found = newFindings(noSecrets, 'AWS::SageMaker::Pipeline', ({ Properties }) => {
      const parts: unknown[] = Properties.PipelineDefinition.PipelineDefinitionBody['Fn::Join'][1];
      const index = parts.findIndex((part) => typeof part === 'string' && part.includes(place));
      parts[index] = String(parts[index]).replace(place, secret);
    });
    expect(found).toEqual([expect.stringMatching(/^S-12/)]);
  });

  test('are not in the definition of a state machine', () => {
    const found = newFindings(noSecrets, 'AWS::StepFunctions::StateMachine', ({ Properties }) => {
      Properties.DefinitionString['Fn::Join'][1][0] = Properties.DefinitionString['Fn::Join'][1][0].replace(
        '{',
        '{"Password":"hunter22",',
      );
    });
    expect(found).toEqual([expect.stringMatching(/Password/)]);
  });

  test.each([
    ['shown', { Type: 'String' }, /NoEcho/],
    ['preset', { Type: 'String', NoEcho: true, Default: 'hunter22' }, /Default/],
  ])('are hidden as parameters and not preset: %s', (_, parameter, message) => {
    const found = newFindings(noSecrets, 'AWS::SNS::Topic', (__, template) => {
      template.Parameters = { ...template.Parameters, DbPassword: parameter };
    });
    expect(found).toEqual([expect.stringMatching(message)]);
  });

  test('that are hidden parameters are not shown elsewhere', () => {
    const found = newFindings(
      noSecrets,
      'AWS::Lambda::Function',
      ({ Properties }, template) => {
        template.Parameters.Hidden = { Type: 'String', NoEcho: true };
        Properties.Environment.Variables.SETTING = { Ref: 'Hidden' };
      },
      { id: /StartTraining/ },
    );
    expect(found).toEqual([expect.stringMatching(/meant to be hidden/)]);
  });

  test('are made by AWS, not by us', () => {
    const found = newFindings(noSecrets, 'AWS::SecretsManager::Secret', ({ Properties }) => {
      Properties.SecretString = 'hunter22';
    });
    expect(found).toEqual([expect.stringMatching(/SecretString/)]);
    expect(withResource(noSecrets, 'AWS::SSM::Parameter', { Name: '/db/password', Value: 'hunter22' })).toHaveLength(1);
  });
});

import { resources, SYNTHESIZED } from '../../synthesized';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: Record<string, Record<string, unknown>>;
}

describe.each(SYNTHESIZED)('in $environment', ({ templates, config }) => {
  const policies = resources(templates, 'AWS::IAM::Policy');
  const statements = (begin: string): Statement[] =>
    policies
      .filter(({ logicalId }) => logicalId.startsWith(begin))
      .flatMap(({ Properties }) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement);
  const actions = (all: readonly Statement[]) => all.flatMap(({ Action }) => Action);
  const UPDATE = 'cloudformation:UpdateStack';

  test('one role in the whole account may update the serving stack, and no other stack', () => {
    const allowed = policies.flatMap(({ logicalId, Properties }) =>
      (Properties.PolicyDocument as { Statement: Statement[] }).Statement.filter(
        ({ Effect, Action, Resource }) =>
          Effect === 'Allow' &&
          [Action].flat().includes(UPDATE) &&
          JSON.stringify(Resource).includes(`:stack/${config.project}-${config.environment}-serving/*`),
      ).map(({ Resource }) => ({ logicalId, Resource })),
    );

    expect(allowed).toEqual([
      {
        logicalId: expect.stringMatching(/^ApplyServingStateRole/),
        Resource: {
          'Fn::Join': [
            '',
            [
              expect.stringContaining('cloudformation'),
              { Ref: 'AWS::AccountId' },
              `:stack/${config.project}-${config.environment}-serving/*`,
            ],
          ],
        },
      },
    ]);
  });

  test('it may do so only with the stack’s own resource types, and with no role, template or policy from elsewhere', () => {
    const denied = statements('ApplyServingStateRole').filter(({ Effect }) => Effect === 'Deny');
    const types = [...new Set(Object.values(templates.serving.Resources).map(({ Type }) => Type))].sort();

    expect(denied.map(({ Action, Resource, Condition }) => ({ Action, Resource, Condition }))).toEqual(
      [
        { Null: { 'cloudformation:ResourceTypes': 'true' } },
        { 'ForAnyValue:StringNotEquals': { 'cloudformation:ResourceTypes': types } },
        { Null: { 'cloudformation:RoleArn': 'false' } },
        { Null: { 'cloudformation:TemplateUrl': 'false' } },
        { Null: { 'cloudformation:StackPolicyUrl': 'false' } },
      ].map((Condition) => ({ Action: UPDATE, Resource: '*', Condition })),
    );
  });

  test('its update names exactly the types of the template, and gives every parameter a value', () => {
    const machine = resources(templates, 'AWS::StepFunctions::StateMachine').find(({ logicalId }) =>
      logicalId.startsWith('ApplyServingState'),
    );
    const text = JSON.stringify(machine?.Properties.DefinitionString).replaceAll('\\"', '"');
    const types = [...new Set(Object.values(templates.serving.Resources).map(({ Type }) => Type))].sort();
    const { Parameters } = templates.serving as unknown as { Parameters: object };
    const given = [...text.matchAll(/"ParameterKey":"(\w+)","ParameterValue\.\$"/g)].map(([, key]) => key);

    expect(JSON.parse(/"ResourceTypes":(\[[^\]]*\])/.exec(text)?.[1] ?? '[]')).toEqual(types);
    expect(given.sort()).toEqual(Object.keys(Parameters).sort());
    expect(text).toContain('"UsePreviousTemplate":true');
    expect(text).not.toMatch(/RoleARN|TemplateBody|TemplateURL|StackPolicy|Capabilities/);
  });

  test('a run ends, whatever happens', () => {
    const machine = resources(templates, 'AWS::StepFunctions::StateMachine').find(({ logicalId }) =>
      logicalId.startsWith('ApplyServingState'),
    );
    expect(JSON.stringify(machine?.Properties.DefinitionString)).toContain('TimeoutSeconds\\":86400');
  });

  test('approvals and rejections of our group start it, and nothing else does', () => {
    const rules = resources(templates, 'AWS::Events::Rule').filter(({ logicalId }) =>
      logicalId.startsWith('ApplyServingStateOn'),
    );
    const patterns = rules.map(({ Properties }) => Properties.EventPattern);
    const pattern = (status: string) => ({
      source: ['aws.sagemaker'],
      'detail-type': ['SageMaker Model Package State Change'],
      detail: {
        ModelPackageGroupName: [expect.stringContaining(`${config.project}-${config.environment}-`)],
        ModelApprovalStatus: [status],
      },
    });

    expect(patterns).toEqual([pattern('Approved'), pattern('Rejected')]);
    expect(JSON.stringify(rules.map(({ Properties }) => Properties.Targets))).toMatch(/approve.*reject/);
  });

  test('the functions around it read, delete what is left over, and change nothing that serves', () => {
    const writes = /:(Create|Update|Put|Delete|Start|Stop|Add|Remove)/;
    const decide = actions(statements('ApplyServingStateFunctionsDecide')).filter((each) => writes.test(each));
    const check = actions(statements('ApplyServingStateFunctionsCheck')).filter((each) => writes.test(each));
    const cleanUp = actions(statements('ApplyServingStateFunctionsCleanUp')).filter((each) => writes.test(each));

    expect(decide.filter((each) => !each.startsWith('logs:'))).toEqual(['dynamodb:DeleteItem', 'dynamodb:PutItem']);
    expect(check.filter((each) => !each.startsWith('logs:'))).toEqual([]);
    expect(cleanUp.filter((each) => !each.startsWith('logs:'))).toEqual([
      'sagemaker:DeleteEndpointConfig',
      'sagemaker:DeleteModel',
    ]);
  });

  test('a model in real time may capture and see its roll-back alarms, one on demand may neither', () => {
    const [realTime, serverless] = [
      actions(statements('ModelRolesRealTime')),
      actions(statements('ModelRolesServerless')),
    ];
    const alarms = statements('ModelRolesRealTime').find(({ Action }) => Action === 'cloudwatch:DescribeAlarms');

    expect(realTime).toEqual(
      expect.arrayContaining(['s3:GetObject*', 's3:PutObject', 'ecr:BatchGetImage', 'kms:Decrypt']),
    );
    expect(serverless).toEqual(expect.arrayContaining(['s3:GetObject*', 'ecr:BatchGetImage', 'kms:Decrypt']));
    expect(serverless.filter((each) => /PutObject|DescribeAlarms/.test(each))).toEqual([]);
    expect(JSON.stringify(alarms?.Resource)).toMatch(/:alarm:[a-z-]*real-time-errors.*:alarm:[a-z-]*real-time-latency/);
  });
});

import {
  type DataLakeSettings,
  GetDataLakeSettingsCommand,
  type PrincipalPermissions,
} from '@aws-sdk/client-lakeformation';
import { resourcesOf } from '../proof/resources-of';
import type { Judged } from './finding';
import type { Question } from './question';

/** Glue's databases and tables go by IAM alone only while Lake Formation gives new ones to IAMAllowedPrincipals. */
export const lakeFormation: Question = {
  id: 'lake-formation',
  needs: ['lakeformation:GetDataLakeSettings'],
  async ask({ assembly, clients }) {
    if (resourcesOf(assembly, 'AWS::Glue::Database', 'AWS::SageMaker::FeatureGroup').length === 0) return [];
    const { DataLakeSettings } = await clients.lakeFormation.send(new GetDataLakeSettingsCommand({}));
    return judgeSettings(DataLakeSettings ?? {});
  },
};

const EVERYBODY = 'IAM_ALLOWED_PRINCIPALS';
const DEFAULT = [{ Principal: { DataLakePrincipalIdentifier: EVERYBODY }, Permissions: ['ALL' as const] }];

/** An empty default means that Lake Formation decides (Lake Formation API, DataLakeSettings). */
export function judgeSettings(settings: DataLakeSettings): Judged[] {
  const { CreateDatabaseDefaultPermissions: databases, CreateTableDefaultPermissions: tables } = settings;
  const missing = [...(givesAll(databases) ? [] : ['databases']), ...(givesAll(tables) ? [] : ['tables'])];
  if (missing.length === 0) return [];
  const mended = {
    ...settings,
    CreateDatabaseDefaultPermissions: DEFAULT,
    CreateTableDefaultPermissions: DEFAULT,
  };
  return [
    {
      severity: 'blocks-first-pass',
      message: `Lake Formation keeps new ${missing.join(' and ')} to itself: the feature group and the Glue jobs would end with "Insufficient Lake Formation permission(s)". The command changes the default of the whole account in this region; where Lake Formation is meant to decide, grant the stacks' roles there instead`,
      command: `aws lakeformation put-data-lake-settings --data-lake-settings '${JSON.stringify(mended)}'`,
    },
  ];
}

function givesAll(permissions: readonly PrincipalPermissions[] = []): boolean {
  return permissions.some(
    ({ Principal, Permissions = [] }) =>
      Principal?.DataLakePrincipalIdentifier === EVERYBODY && Permissions.includes('ALL'),
  );
}

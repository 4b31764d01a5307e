import type { Assembly, Placed } from '../assembly';
import type { Check } from '../check';
import { findInEach } from '../find-in-each';
import { roleStatements } from '../iam/role-statements';
import { type Json, numeric, record, records } from '../json';
import { resourcesOf } from '../resources-of';
import { isOpen, textOf } from '../text-of';

/** Parameters of a table that Athena and Glue read, whose letters count. Source: Athena user guide, "Set up partition projection". */
const PARAMETERS =
  /^(projection\.(enabled|[a-z0-9_]+\.(type|range|format|interval|interval\.unit|values|digits))|storage\.location\.template|classification|has_encrypted_data|skip\.header\.line\.count|typeOfData|compressionType|parquet\.compression|EXTERNAL|table_type)$/;
const PROJECTED = /^(projection|storage\.location)\b/i;
const UNITS = ['YEARS', 'MONTHS', 'WEEKS', 'DAYS', 'HOURS', 'MINUTES', 'SECONDS', 'MILLIS'];
/** By which somebody tells the catalogue of a new partition. */
const REGISTERING = /^(\*|glue:\*|glue:(Batch)?Create\*?(Partition)?)$/i;

export const gluePartitions: Check = {
  id: 'glue-partitions',
  rule: 'Partitions of a table are found: projected by parameters that Athena knows, within the place of the table, or registered by somebody',
  find: findInEach(['AWS::Glue::Table'], (table, assembly) => {
    const { Parameters, PartitionKeys, StorageDescriptor } = record(table.Properties.TableInput);
    const parameters = record(Parameters);
    const enabled = parameters['projection.enabled'];
    const place = textOf(record(StorageDescriptor).Location, table, assembly);
    const template = textOf(parameters['storage.location.template'], table, assembly);
    return [
      ...Object.keys(parameters).map(
        (key) => isMisspelt(key) && `the parameter ${key} is none that Athena knows; their letters count`,
      ),
      enabled !== undefined &&
        !['true', 'false'].includes(String(enabled)) &&
        `projection.enabled is ${JSON.stringify(enabled)}, expected "true"`,
      template !== '' &&
        place !== '' &&
        !template.startsWith(place) &&
        `storage.location.template "${template}" lies outside of the table's place "${place}"`,
      records(PartitionKeys).length > 0 &&
        enabled !== 'true' &&
        !isRegistered(assembly) &&
        'it has partitions, which are neither projected nor registered by anybody',
      ...Object.entries(parameters).map(([key, value]) => rangeFault(key, value, parameters)),
    ];
  }),
};

function isMisspelt(key: string): boolean {
  const known = PARAMETERS.test(key);
  return !known && (PROJECTED.test(key) || new RegExp(PARAMETERS.source, 'i').test(key));
}

function rangeFault(key: string, value: unknown, parameters: Json): string | false {
  const [, column = '', what = ''] = /^projection\.(.+)\.(range|interval\.unit)$/.exec(key) ?? [];
  const text = String(value);
  if (what === 'interval.unit')
    return !UNITS.includes(text) && `${key} is "${text}", expected one of ${UNITS.join(', ')}`;
  if (what !== 'range' || isOpen(text)) return false;
  const [from = '', to = ''] = text.split(',').map((each) => each.trim());
  if (from === '' || to === '' || text.split(',').length > 2) return `${key} is "${text}", expected from,to`;
  const [low, high] = [numeric(from), numeric(to)];
  if (parameters[`projection.${column}.type`] === 'integer')
    return (
      (low === undefined || high === undefined || low > high) &&
      `${key} is "${text}", expected two whole numbers in order`
    );
  return /^\d{4}/.test(from) && /^\d{4}/.test(to) && from > to && `${key} ends before it begins: "${text}"`;
}

function isRegistered(assembly: Assembly): boolean {
  const crawlers: readonly Placed[] = resourcesOf(assembly, 'AWS::Glue::Crawler', 'AWS::Glue::Partition');
  return (
    crawlers.length > 0 ||
    roleStatements(assembly).some(({ statements }) =>
      statements.some(
        ({ effect, actions }) =>
          effect === 'Allow' && !actions.not && actions.of.some((each) => REGISTERING.test(each)),
      ),
    )
  );
}

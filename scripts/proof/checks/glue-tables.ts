import type { Assembly, Placed } from '../assembly';
import type { Check } from '../check';
import { findInEach } from '../find-in-each';
import { type Json, record, records } from '../json';
import { namedResource } from '../named-resource';
import { isOpen, textOf } from '../text-of';

const NAME = /^[a-z0-9_]+$/;
/** Athena user guide, "Data types in Amazon Athena", as they stand in a table's columns. */
const SIMPLE =
  /^(boolean|tinyint|smallint|int|integer|bigint|float|double|real|string|binary|date|timestamp|decimal\(\d+(,\s*\d+)?\)|(var)?char\(\d+\))$/;
const NESTED = /^(array|map|struct)<.+>$/;

/** Athena user guide, "Partition projection" and "Name tables, databases, and columns". */
export const glueTables: Check = {
  id: 'glue-tables',
  rule: 'A table of the catalogue stands in a database, its columns have names and types that Athena knows, and its partitions are found',
  find: findInEach(['AWS::Glue::Table'], (table, assembly) => {
    const input = record(table.Properties.TableInput);
    const storage = record(input.StorageDescriptor);
    const [columns, keys] = [records(storage.Columns), records(input.PartitionKeys)];
    const names = [...columns, ...keys].map(({ Name }) => textOf(Name, table, assembly));
    const location = textOf(storage.Location, table, assembly);
    const database = textOf(table.Properties.DatabaseName, table, assembly);
    const isKnown = namedDatabase(table, assembly) || database === 'default' || isOpen(database);
    return [
      !isKnown && `it stands in the database "${database}", which no template makes`,
      columns.length === 0 && 'it has no columns',
      new Set(names).size < names.length && 'two of its columns have the same name',
      location !== '' &&
        !location.startsWith('s3://') &&
        !isOpen(location) &&
        `its rows are at "${location}", expected s3://bucket/prefix/`,
      location !== '' &&
        !location.endsWith('/') &&
        `its location "${location}" does not end in /, so it takes in whatever begins alike`,
      ...names.map(
        (name) => !isOpen(name) && !NAME.test(name) && `the column "${name}" is not in lower case, digits and _`,
      ),
      ...[...columns, ...keys].map(
        ({ Name, Type }) =>
          !isType(String(Type)) && `the column ${Name} is of type ${Type}, which Athena does not know`,
      ),
      ...formatFaults(storage),
      ...projectionFaults(record(input.Parameters), keys, table, assembly),
    ];
  }),
};

function namedDatabase(table: Placed, assembly: Assembly): boolean {
  const databases = assembly.stacks.flatMap(({ resources }) =>
    resources.filter(({ Type }) => Type === 'AWS::Glue::Database'),
  );
  const name = textOf(table.Properties.DatabaseName, table, assembly);
  return (
    namedResource(table.Properties.DatabaseName, table, assembly, 'AWS::Glue::Database', 'Name') !== undefined ||
    databases.some((each) => textOf(record(each.Properties.DatabaseInput).Name, each, assembly) === name)
  );
}

function isType(type: string): boolean {
  return SIMPLE.test(type.toLowerCase()) || NESTED.test(type.toLowerCase());
}

/** Reader and writer of a table have to speak of the same format. */
function formatFaults({ InputFormat, OutputFormat, SerdeInfo }: Json): readonly (string | false)[] {
  const parts = [InputFormat, OutputFormat, record(SerdeInfo).SerializationLibrary].filter(
    (each) => typeof each === 'string',
  );
  const formats = ['parquet', 'orc', 'avro'].filter((format) =>
    parts.some((each) => String(each).toLowerCase().includes(`.${format}.`)),
  );
  return [
    ...formats.map(
      (format) =>
        parts.some((each) => !String(each).toLowerCase().includes(format)) &&
        `one of its classes is for ${format}, another is not: ${parts.join(', ')}`,
    ),
  ];
}

function projectionFaults(
  parameters: Json,
  keys: readonly Json[],
  table: Placed,
  assembly: Assembly,
): readonly (string | false)[] {
  if (parameters['projection.enabled'] !== 'true') return [];
  const template = textOf(parameters['storage.location.template'], table, assembly);
  const declared = keys.map(({ Name }) => String(Name));
  const projected = Object.keys(parameters).flatMap((key) => /^projection\.(.+)\.type$/.exec(key)?.[1] ?? []);
  const needs: Readonly<Record<string, readonly string[]>> = {
    date: ['range', 'format'],
    integer: ['range'],
    enum: ['values'],
    injected: [],
  };
  return [
    ...declared.map((name) => !projected.includes(name) && `the partition ${name} has no projection.${name}.type`),
    ...projected.map(
      (name) => !declared.includes(name) && `projection.${name}.type is about no partition of the table`,
    ),
    ...declared.map(
      (name) => template !== '' && !template.includes(`\${${name}}`) && `storage.location.template has no \${${name}}`,
    ),
    template !== '' && !template.endsWith('/') && `storage.location.template "${template}" does not end in /`,
    ...projected.flatMap((name) => {
      const type = String(parameters[`projection.${name}.type`]);
      return needs[type] === undefined
        ? [`projection.${name}.type is ${type}, expected one of ${Object.keys(needs).join(', ')}`]
        : needs[type].map(
            (key) => parameters[`projection.${name}.${key}`] === undefined && `projection.${name}.${key} is missing`,
          );
    }),
  ];
}

import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';

type Database = ReturnType<typeof loadAwsServiceSpecSync>;
type Spec = ReturnType<typeof find>;
export type PropertyType = NonNullable<Spec>['properties'][string]['type'];

let database: Database | undefined;
const found = new Map<string, Spec>();

/** What CloudFormation's specification says of a type of resource; undefined for types that it does not have. */
export function resourceSpec(type: string): Spec {
  if (!found.has(type)) found.set(type, find(type));
  return found.get(type);
}

/** The properties of a structure that a property refers to. */
export function structureSpec(reference: Extract<PropertyType, { type: 'ref' }>['reference']) {
  return loaded().get('typeDefinition', reference);
}

function find(type: string) {
  return loaded().lookup('resource', 'cloudFormationType', 'equals', type)[0];
}

function loaded(): Database {
  database ??= loadAwsServiceSpecSync();
  return database;
}

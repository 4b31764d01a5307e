/** A name that a template uses, and the conditions that hold where it stands. */
export interface Used {
  readonly as: 'Ref' | 'Fn::GetAtt' | 'Fn::ImportValue' | 'Fn::FindInMap' | 'Condition';
  readonly name: string;
  readonly given: readonly string[];
}

/** Every name that a value uses, however deep; malformed functions name what cannot exist. */
export function namedIn(value: unknown, given: readonly string[] = []): Used[] {
  if (Array.isArray(value)) return value.flatMap((each) => namedIn(each, given));
  if (typeof value !== 'object' || value === null) return [];
  const [[key, argument] = ['', undefined], ...others] = Object.entries(value);
  if (others.length > 0) return Object.values(value).flatMap((each) => namedIn(each, given));
  if (key === 'Ref') return [{ as: 'Ref', name: String(argument), given }];
  if (key === 'Fn::GetAtt')
    return [{ as: key, name: String(Array.isArray(argument) ? argument[0] : argument).split('.')[0] ?? '', given }];
  if (key === 'Fn::ImportValue') return [{ as: key, name: JSON.stringify(argument), given }];
  if (key === 'Fn::FindInMap')
    return [{ as: key, name: String(Array.isArray(argument) ? argument[0] : argument), given }];
  if (key === 'Condition' && typeof argument === 'string') return [{ as: key, name: argument, given }];
  if (key === 'Fn::Sub') return substituted(argument, given);
  if (key === 'Fn::If' && Array.isArray(argument)) {
    const [condition, then, otherwise] = argument;
    const holds = [...given, String(condition)];
    return [{ as: 'Condition', name: String(condition), given }, ...namedIn(then, holds), ...namedIn(otherwise, given)];
  }
  return namedIn(argument, given);
}

function substituted(argument: unknown, given: readonly string[]): Used[] {
  const [text, values = {}] = Array.isArray(argument) ? argument : [argument];
  const own = typeof values === 'object' && values !== null ? values : {};
  const names = [...String(text).matchAll(/\$\{([^!}][^}]*)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !(name in own));
  return [
    ...names.map((name) => ({
      as: name.includes('.') ? ('Fn::GetAtt' as const) : ('Ref' as const),
      name: name.split('.')[0] ?? '',
      given,
    })),
    ...namedIn(Object.values(own), given),
  ];
}

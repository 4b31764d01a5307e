/** A value that the starter of a run may give; every one has a default, since schedules and Studio give none. */
export interface PipelineParameter {
  readonly Name: string;
  readonly Type: 'String';
  readonly DefaultValue: string;
  readonly Description: string;
}

/** A parameter that holds `defaultValue` unless the starter of the run says otherwise (at most 1,024 characters). */
export function stringParameter(name: string, defaultValue: string, description: string): PipelineParameter {
  return { Name: name, Type: 'String', DefaultValue: defaultValue, Description: description };
}

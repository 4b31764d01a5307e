export const ENVIRONMENT = [
  /** Keys of the cost tags, with commas between them; AWS activates 20 at a time. */
  'TAG_KEYS',
  'SIGNAL_NAMESPACE',
] as const;
/** What the construct must set for this handler. */
export type Environment = Readonly<Record<(typeof ENVIRONMENT)[number], string>>;

/** CloudWatch metric in `SIGNAL_NAMESPACE`: how many keys are not known to be active, so that no bill is told by them. */
export const TAGS_INACTIVE = 'TagsInactive';

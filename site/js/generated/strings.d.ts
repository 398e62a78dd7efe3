// The build writes strings.js from site/strings.toml.
export declare const strings: Record<string, Record<string, string>>;

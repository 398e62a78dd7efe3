// The build writes parts.js: where the large files of the site are.
export interface FilePart {
  path: string;
  bytes: number;
  sha256: string;
}
export declare const version: string;
export declare const root: string;
export declare const parts: Record<
  "pyodide" | "numpy" | "ort" | "models" | "course" | "codemirror",
  Record<string, FilePart>
>;

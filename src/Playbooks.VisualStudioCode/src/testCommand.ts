import * as fs from "node:fs";
import * as path from "node:path";

/** What the language server says of a case that is to be run. */
export interface CaseToRun {
  /** The URI of the playbook. */
  uri: string;
  /** The full name of the test's method. */
  test: string;
  /** The name of the test as runners show it. */
  displayName: string;
}

/** Returns the folder of the nearest project file above a file, or undefined if there is none. */
export function findProject(file: string, isProject: (folder: string) => boolean = hasProject): string | undefined {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if (isProject(folder)) {
      return folder;
    }

    if (folder === path.dirname(folder)) {
      return undefined;
    }
  }
}

/** Returns the arguments of `dotnet` that run one test. */
export function testArguments(one: CaseToRun): string[] {
  return ["test", "--filter", `FullyQualifiedName=${escapeFilter(one.test)}`];
}

/** Escapes what has a meaning in the filters of `dotnet test`. */
export function escapeFilter(value: string): string {
  return value.replace(/[\\()&|=!~]/g, "\\$&");
}

function hasProject(folder: string): boolean {
  try {
    return fs.readdirSync(folder).some(name => name.endsWith(".csproj"));
  } catch {
    return false;
  }
}

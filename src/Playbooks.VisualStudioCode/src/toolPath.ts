import * as os from "node:os";
import * as path from "node:path";

/**
 * Returns the `PATH` for starting the language server: the editor's own, and after it the folder of .NET's global tools.
 * The first global tool adds that folder to the `PATH` of the next login only, and the editor has to find the tool at once.
 */
export function toolPath(environment: NodeJS.ProcessEnv = process.env, home: string = os.homedir()): string {
  const tools = path.join(environment["DOTNET_CLI_HOME"] || home, ".dotnet", "tools");
  return [environment["PATH"], tools].filter(Boolean).join(path.delimiter);
}

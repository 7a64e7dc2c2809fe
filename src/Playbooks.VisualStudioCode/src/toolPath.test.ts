import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { test } from "node:test";
import { toolPath } from "./toolPath.js";

const name = process.platform === "win32" ? "playbooks-of-this-test.cmd" : "playbooks-of-this-test";

test("a global tool is found, although its folder is not on the PATH", () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "playbooks-"));
  try {
    const tools = path.join(home, ".dotnet", "tools");
    install(tools, "global");

    assert.equal(run({ ...process.env, PATH: toolPath(process.env, home) }), "global");
    assert.equal(run({ ...process.env, PATH: toolPath({ ...process.env, DOTNET_CLI_HOME: home }, path.join(home, "elsewhere")) }), "global");
  } finally {
    fs.rmSync(home, { recursive: true });
  }
});

test("a tool on the PATH takes precedence over the global one", () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "playbooks-"));
  try {
    const own = path.join(home, "own");
    install(own, "own");
    install(path.join(home, ".dotnet", "tools"), "global");

    const environment = { ...process.env, PATH: `${own}${path.delimiter}${process.env["PATH"]}` };
    assert.equal(run({ ...environment, PATH: toolPath(environment, home) }), "own");
  } finally {
    fs.rmSync(home, { recursive: true });
  }
});

test("without a PATH, the folder of global tools stands alone", () => {
  assert.equal(toolPath({}, path.join(path.sep, "home")), path.join(path.sep, "home", ".dotnet", "tools"));
});

function install(folder: string, answer: string): void {
  fs.mkdirSync(folder, { recursive: true });
  const script = process.platform === "win32" ? `@echo ${answer}` : `#!/bin/sh\necho ${answer}\n`;
  fs.writeFileSync(path.join(folder, name), script, { mode: 0o755 });
}

function run(environment: NodeJS.ProcessEnv): string {
  const shell = process.platform === "win32";
  return spawnSync(name, { env: environment, shell, encoding: "utf8" }).stdout?.trim() ?? "";
}

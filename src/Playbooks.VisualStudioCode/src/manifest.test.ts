import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { test } from "node:test";

const root = path.join(__dirname, "..");
const read = (name: string) => JSON.parse(fs.readFileSync(path.join(root, name), "utf8"));

test("every file that the manifest names exists", () => {
  const { contributes, main } = read("package.json");
  const files: string[] = [main, ...contributes.languages.map((one: { configuration: string }) => one.configuration), ...[...contributes.grammars, ...contributes.snippets].map((one: { path: string }) => one.path)];

  assert.deepEqual(files.filter(file => !fs.existsSync(path.join(root, file))), []);
});

test("every snippet has a prefix of its own and a body", () => {
  const snippets = Object.values(read("snippets/playbook.json")) as { prefix: string; body: string[] }[];

  assert.equal(new Set(snippets.map(one => one.prefix)).size, snippets.length);
  assert.ok(snippets.every(one => one.body.length > 0));
});

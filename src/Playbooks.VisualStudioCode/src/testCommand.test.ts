import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { test } from "node:test";
import { escapeFilter, findProject, testArguments } from "./testCommand.js";

test("the project of a playbook is the nearest one above it", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "playbooks-"));
  try {
    const inner = path.join(folder, "tests", "Playbooks", "orders");
    fs.mkdirSync(inner, { recursive: true });
    fs.writeFileSync(path.join(folder, "Outer.csproj"), "");
    fs.writeFileSync(path.join(folder, "tests", "Shop.Tests.csproj"), "");

    assert.equal(findProject(path.join(inner, "a.playbook.yaml")), path.join(folder, "tests"));
    assert.equal(findProject(path.join(folder, "b.playbook.yaml")), folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

test("a playbook without a project has none", () => {
  assert.equal(findProject(path.join(path.sep, "a", "b", "c.playbook.yaml"), () => false), undefined);
});

test("one case is one test, also with the characters of filters in its name", () => {
  const one = { uri: "file:///a.playbook.yaml", test: "Shop.Tests.CancelOrderTests.Cancels_it", displayName: "Cancel: cancels it" };

  assert.deepEqual(testArguments(one), ["test", "--filter", "FullyQualifiedName=Shop.Tests.CancelOrderTests.Cancels_it"]);
  assert.equal(escapeFilter("a(b)|c&d=e!f~g\\h"), "a\\(b\\)\\|c\\&d\\=e\\!f\\~g\\\\h");
});

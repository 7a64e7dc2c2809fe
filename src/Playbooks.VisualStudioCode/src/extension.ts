import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/node";
import { type CaseToRun, findProject, testArguments } from "./testCommand.js";
import { toolPath } from "./toolPath.js";

const install = "Install";

// The client also reports a server that cannot be started. Our notification says what to do, so the client's is not shown.
class QuietStart extends LanguageClient {
  override error(message: string, data?: unknown, showNotification?: boolean | "force"): void {
    super.error(message, data, this.isRunning() ? showNotification : false);
  }
}

let client: LanguageClient | undefined;

/** Starts the language server, and registers the commands. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("playbooks.restart", restart),
    vscode.commands.registerCommand("playbooks.runCase", runCase),
    vscode.workspace.onDidChangeConfiguration(async change => {
      if (change.affectsConfiguration("playbooks.path")) {
        await restart();
      }
    }));
  await start();
}

/** Stops the language server. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function start(): Promise<void> {
  const command = vscode.workspace.getConfiguration("playbooks").get<string>("path", "playbooks");
  client = new QuietStart(
    "playbooks",
    "Playbooks",
    { command, args: ["lsp"], options: { env: { PATH: toolPath() } } },
    { documentSelector: [{ language: "playbook" }] });
  try {
    await client.start();
  } catch {
    client = undefined;
    await offerInstallation(command);
  }
}

async function restart(): Promise<void> {
  await client?.stop();
  await start();
}

async function offerInstallation(command: string): Promise<void> {
  const answer = await vscode.window.showErrorMessage(
    `The command '${command}' could not be started. Install the tool Playbooks.Cli, or set 'playbooks.path'.`,
    install);
  if (answer === install) {
    const terminal = vscode.window.createTerminal("Playbooks");
    terminal.show();
    terminal.sendText("dotnet tool install Playbooks.Cli --global");
    await vscode.window.showInformationMessage("Once the tool is installed, run 'Playbooks: Restart the Language Server'.");
  }
}

async function runCase(one: CaseToRun): Promise<void> {
  const uri = vscode.Uri.parse(one.uri);
  const project = findProject(uri.fsPath);
  if (project === undefined) {
    await vscode.window.showErrorMessage("A case runs as a test of a project, but there is no .csproj file in the folder of this playbook or above it.");
    return;
  }

  await vscode.workspace.save(uri);
  const task = new vscode.Task(
    { type: "playbooks", test: one.test },
    vscode.workspace.getWorkspaceFolder(uri) ?? vscode.TaskScope.Workspace,
    one.displayName,
    "Playbooks",
    new vscode.ProcessExecution("dotnet", testArguments(one), { cwd: project }),
    "$msCompile");
  await vscode.tasks.executeTask(task);
}

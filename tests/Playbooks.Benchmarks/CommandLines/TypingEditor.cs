using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Playbooks.Benchmarks.CommandLines;

/// <summary>An editor with one open document: starts the language server as a process, with its own runtime settings, and waits for findings.</summary>
internal sealed class TypingEditor : IDisposable
{
    private readonly Process server;
    private readonly string uri;
    private int version;

    /// <summary>Starts the language server, and opens the document.</summary>
    /// <param name="folder">The folder of the document.</param>
    /// <param name="text">Its text.</param>
    public TypingEditor(string folder, string text)
    {
        server = Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Playbooks.Cli.dll"), "lsp"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        uri = new Uri(Path.Combine(folder, "edited.playbook.yaml")).AbsoluteUri;
        Send(new() { ["id"] = 1, ["method"] = "initialize", ["params"] = new JsonObject { ["processId"] = null, ["rootUri"] = null, ["capabilities"] = new JsonObject() } });
        Receive(static message => (int?)message["id"] == 1);
        Send(new() { ["method"] = "initialized", ["params"] = new JsonObject() });
        Send(new()
        {
            ["method"] = "textDocument/didOpen",
            ["params"] = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = "yaml", ["version"] = ++version, ["text"] = text } },
        });
        ReceiveFindings();
    }

    /// <summary>Sends the document's new text, and returns the time until its findings arrive.</summary>
    public TimeSpan Type(string text)
    {
        var began = Stopwatch.GetTimestamp();
        Send(new()
        {
            ["method"] = "textDocument/didChange",
            ["params"] = new JsonObject
            {
                ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = ++version },
                ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = text }),
            },
        });
        ReceiveFindings();
        return Stopwatch.GetElapsedTime(began);
    }

    public void Dispose()
    {
        server.StandardInput.Close();
        server.WaitForExit();
        server.Dispose();
    }

    private void ReceiveFindings() =>
        Receive(message => (string?)message["method"] == "textDocument/publishDiagnostics" && (int?)message["params"]!["version"] == version);

    private void Send(JsonObject message)
    {
        message["jsonrpc"] = "2.0";
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        var stream = server.StandardInput.BaseStream;
        stream.Write([.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n")), .. body]);
        stream.Flush();
    }

    private void Receive(Predicate<JsonNode> isAwaited)
    {
        var stream = server.StandardOutput.BaseStream;
        while (true)
        {
            var length = 0;
            for (var line = ReadLine(stream); line.Length > 0; line = ReadLine(stream))
            {
                length = line.StartsWith("Content-Length: ", StringComparison.Ordinal) ? int.Parse(line["Content-Length: ".Length..], CultureInfo.InvariantCulture) : length;
            }

            var body = new byte[length];
            stream.ReadExactly(body);
            if (isAwaited(JsonNode.Parse(body)!))
            {
                return;
            }
        }
    }

    private static string ReadLine(Stream stream)
    {
        var line = new StringBuilder();
        while (true)
        {
            switch (stream.ReadByte())
            {
                case '\n':
                    return line.ToString().TrimEnd('\r');
                case -1:
                    throw new InvalidOperationException("The language server has ended.");
                case var character:
                    line.Append((char)character);
                    break;
            }
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Playbooks.Cli.Tests.LanguageServer;

/// <summary>An editor: starts the language server as a process, and speaks the protocol with it byte by byte.</summary>
internal sealed class Editor : IAsyncDisposable
{
    private readonly Process server;
    private readonly Tool folder;
    private readonly Task reading;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> pending = [];
    private readonly ConcurrentDictionary<string, Channel<JsonNode>> published = [];
    private int lastId;

    private Editor(Tool folder)
    {
        this.folder = folder;
        server = ToolProcess.Start(folder.Folder, "lsp");
        reading = ReadAsync();
    }

    /// <summary>Starts the server, and initializes it.</summary>
    public static async Task<Editor> StartAsync(Tool folder)
    {
        var editor = new Editor(folder);
        await editor.RequestAsync("initialize", new JsonObject { ["processId"] = null, ["rootUri"] = null, ["capabilities"] = new JsonObject() });
        await editor.NotifyAsync("initialized", new JsonObject());
        return editor;
    }

    /// <summary>Starts the server only.</summary>
    public static Editor StartUninitialized(Tool folder) => new(folder);

    /// <summary>The URI of a file.</summary>
    public string Uri(string name) => new Uri(folder.PathOf(name)).AbsoluteUri;

    /// <summary>Opens a document.</summary>
    public Task OpenAsync(string name, string text) => NotifyAsync("textDocument/didOpen", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = Uri(name), ["languageId"] = "yaml", ["version"] = 1, ["text"] = text },
    });

    /// <summary>Changes a document.</summary>
    public Task ChangeAsync(string name, int version, string text) => NotifyAsync("textDocument/didChange", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = Uri(name), ["version"] = version },
        ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = text }),
    });

    /// <summary>Requests something at a place, which a <c>|</c> marks in the text.</summary>
    public async Task<JsonNode?> AtAsync(string method, string name, string marked, JsonObject? more = null)
    {
        var parameters = more ?? [];
        parameters["textDocument"] = new JsonObject { ["uri"] = Uri(name) };
        parameters["position"] = PositionOf(marked);
        return (await RequestAsync(method, parameters))["result"];
    }

    /// <summary>The place of the <c>|</c> in a text.</summary>
    public static JsonObject PositionOf(string marked)
    {
        var before = marked[..marked.IndexOf('|', StringComparison.Ordinal)];
        return new() { ["line"] = before.Count(character => character == '\n'), ["character"] = before.Length - before.LastIndexOf('\n') - 1 };
    }

    /// <summary>Sends a request.</summary>
    /// <returns>The whole response.</returns>
    public async Task<JsonNode> RequestAsync(string method, JsonNode? parameters)
    {
        var (id, response) = await BeginAsync(method, parameters);
        Assert.True(id > 0);
        return await response;
    }

    /// <summary>Sends a request, and does not wait for its response.</summary>
    public async Task<(int Id, Task<JsonNode> Response)> BeginAsync(string method, JsonNode? parameters)
    {
        var id = Interlocked.Increment(ref lastId);
        var response = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        pending[id] = response;
        await SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters }.ToJsonString());
        return (id, response.Task);
    }

    /// <summary>Sends a notification.</summary>
    public Task NotifyAsync(string method, JsonNode parameters) =>
        SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters }.ToJsonString());

    /// <summary>Sends any text with a right header.</summary>
    public async Task SendAsync(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        await SendRawAsync([.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes.Length}\r\n\r\n")), .. bytes]);
    }

    /// <summary>Sends any bytes.</summary>
    public async Task SendRawAsync(byte[] bytes)
    {
        await server.StandardInput.BaseStream.WriteAsync(bytes);
        await server.StandardInput.BaseStream.FlushAsync();
    }

    /// <summary>The next findings of a document that are about this version of it, as <c>line:column id</c>.</summary>
    public async Task<IReadOnlyList<string>> FindingsAsync(string name, int version)
    {
        while (true)
        {
            var next = await PublishedFor(Uri(name)).Reader.ReadAsync();
            if ((int?)next["version"] == version)
            {
                return [.. next["diagnostics"]!.AsArray().Select(one => $"{(int)one!["range"]!["start"]!["line"]!}:{(int)one["range"]!["start"]!["character"]!} {(string)one["code"]!}")];
            }
        }
    }

    /// <summary>Closes the server's input.</summary>
    public void CloseInput() => server.StandardInput.Close();

    /// <summary>The exit code of the server, once it has ended.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await server.WaitForExitAsync();
        return server.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!server.HasExited)
        {
            server.Kill();
        }

        await server.WaitForExitAsync();
        await reading;
        server.Dispose();
    }

    private async Task ReadAsync()
    {
        var stream = server.StandardOutput.BaseStream;
        while (await ReadMessageAsync(stream) is { } message)
        {
            if (message["method"] is null && message["id"] is { } id && pending.TryRemove((int)id, out var response))
            {
                response.SetResult(message);
            }
            else if ((string?)message["method"] == "textDocument/publishDiagnostics")
            {
                PublishedFor((string)message["params"]!["uri"]!).Writer.TryWrite(message["params"]!);
            }
        }

        foreach (var channel in published.Values)
        {
            channel.Writer.TryComplete(new InvalidOperationException("The server ended."));
        }

        foreach (var response in pending.Values)
        {
            response.TrySetException(new InvalidOperationException("The server ended."));
        }
    }

    // Each document has its own, because the server may send those of several documents in any order.
    private Channel<JsonNode> PublishedFor(string uri) => published.GetOrAdd(uri, static _ => Channel.CreateUnbounded<JsonNode>());

    private static async Task<JsonNode?> ReadMessageAsync(Stream stream)
    {
        var header = new StringBuilder();
        var one = new byte[1];
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one) == 0)
            {
                return null;
            }

            header.Append((char)one[0]);
        }

        var length = header.ToString().Split("\r\n").Single(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal));
        var body = new byte[int.Parse(length["Content-Length: ".Length..], CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body);
        return JsonNode.Parse(body);
    }
}

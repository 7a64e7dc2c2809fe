using System.Threading.Channels;
using Playbooks.Cli.LanguageServer.Documents;
using Playbooks.Cli.LanguageServer.Features;
using Playbooks.Cli.LanguageServer.Protocol;

namespace Playbooks.Cli.LanguageServer;

/// <summary>Sends the findings of open documents to the editor. While a check runs, any number of edits cause just one more.</summary>
/// <param name="workspace">The documents.</param>
/// <param name="send">Sends the findings of a document.</param>
internal sealed class FindingsPublisher(Workspace workspace, Func<PublishDiagnosticsParams, Task> send)
{
    private readonly Channel<bool> requests = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<string, (OpenDocument Document, IReadOnlyList<EditorDiagnostic> Findings)> published = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly Queue<string> closed = new();

    /// <summary>Requests a check of the open documents.</summary>
    public void Request() => requests.Writer.TryWrite(true);

    /// <summary>Removes the findings of a document that was closed.</summary>
    public void Clear(string uri)
    {
        lock (gate)
        {
            closed.Enqueue(uri);
        }

        Request();
    }

    /// <summary>Checks and sends until the server ends.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in requests.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var uri in TakeClosed())
            {
                published.Remove(uri);
                await send(new(uri, null, [])).ConfigureAwait(false);
            }

            // An edit of one playbook can change the findings of others, which call it.
            foreach (var document in workspace.Open)
            {
                var findings = Diagnostics.Find(workspace, document, cancellationToken).Select(Diagnostics.From).ToList();
                if (!published.TryGetValue(document.Uri, out var before) || before.Document.Version != document.Version || !before.Findings.SequenceEqual(findings))
                {
                    published[document.Uri] = (document, findings);
                    await send(new(document.Uri, document.Version, findings)).ConfigureAwait(false);
                }
            }
        }
    }

    private List<string> TakeClosed()
    {
        lock (gate)
        {
            var uris = closed.ToList();
            closed.Clear();
            return uris;
        }
    }
}

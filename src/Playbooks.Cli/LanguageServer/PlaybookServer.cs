using Playbooks.Cli.Formatting;
using Playbooks.Cli.LanguageServer.Documents;
using Playbooks.Cli.LanguageServer.Features;
using Playbooks.Cli.LanguageServer.Protocol;
using Playbooks.Language;
using StreamJsonRpc;

namespace Playbooks.Cli.LanguageServer;

/// <summary>
/// Answers an editor. Each method is a message of the Language Server Protocol. What changes the workspace is done before the method
/// returns, so that messages take effect in the order in which they arrive.
/// </summary>
/// <param name="findings">Publishes the findings of documents.</param>
/// <param name="workspace">The documents.</param>
internal sealed class PlaybookServer(FindingsPublisher findings, Workspace workspace)
{
    private const int NotInitialized = -32002;
    private const int RequestFailed = -32803;

    private readonly TaskCompletionSource<int> exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool isInitialized;
    private bool isShutDown;

    /// <summary>Gets the exit code, once the editor has asked the server to exit.</summary>
    public Task<int> Exit => exit.Task;

    /// <summary>Says what the server can do.</summary>
    [JsonRpcMethod("initialize", UseSingleObjectParameterDeserialization = true)]
    public object Initialize(object? parameters)
    {
        isInitialized = true;
        return new
        {
            capabilities = new
            {
                // 1: a change carries the whole text.
                textDocumentSync = new { openClose = true, change = 1 },
                completionProvider = new { triggerCharacters = new[] { "{", "<", ":", " ", "=" } },
                hoverProvider = true,
                definitionProvider = true,
                referencesProvider = true,
                renameProvider = true,
                codeActionProvider = true,
                documentSymbolProvider = true,
                foldingRangeProvider = true,
                documentFormattingProvider = true,
                semanticTokensProvider = new { legend = new { tokenTypes = SemanticTokens.Types, tokenModifiers = SemanticTokens.Modifiers }, full = true },
                codeLensProvider = new { resolveProvider = false },
            },
            serverInfo = new { name = CommandLine.Name, version = typeof(PlaybookServer).Assembly.GetName().Version?.ToString(3) },
        };
    }

    /// <summary>Acknowledges that the editor is ready.</summary>
    [JsonRpcMethod("initialized", UseSingleObjectParameterDeserialization = true)]
    public void Initialized(object? parameters) => findings.Request();

    /// <summary>Prepares the end.</summary>
    [JsonRpcMethod("shutdown")]
    public object? Shutdown()
    {
        isShutDown = true;
        return null;
    }

    /// <summary>Ends the server: with 0 if it was shut down before, else with 1.</summary>
    [JsonRpcMethod("exit")]
    public void End() => exit.TrySetResult(isShutDown ? ExitCodes.Success : ExitCodes.Failure);

    /// <summary>Takes a document that was opened.</summary>
    [JsonRpcMethod("textDocument/didOpen", UseSingleObjectParameterDeserialization = true)]
    public void DidOpen(DidOpenParams opened) => Take(opened.TextDocument.Uri, opened.TextDocument.Version, opened.TextDocument.Text);

    /// <summary>Takes the text of a document that was changed.</summary>
    [JsonRpcMethod("textDocument/didChange", UseSingleObjectParameterDeserialization = true)]
    public void DidChange(DidChangeParams changed)
    {
        if (changed.ContentChanges is [.., var last])
        {
            Take(changed.TextDocument.Uri, changed.TextDocument.Version, last.Text);
        }
    }

    /// <summary>Forgets a document that was closed.</summary>
    [JsonRpcMethod("textDocument/didClose", UseSingleObjectParameterDeserialization = true)]
    public void DidClose(DocumentParams closed)
    {
        if (isInitialized)
        {
            workspace.Close(closed.TextDocument.Uri);
            findings.Clear(closed.TextDocument.Uri);
        }
    }

    /// <summary>Returns what can be written at a place.</summary>
    [JsonRpcMethod("textDocument/completion", UseSingleObjectParameterDeserialization = true)]
    public IReadOnlyList<CompletionItem> Complete(PositionParams at, CancellationToken cancellationToken) =>
        With(at.TextDocument, document => new Completion(workspace).Find(document, document.OffsetOf(at.Position)), cancellationToken) ?? [];

    /// <summary>Returns what the text at a place means.</summary>
    [JsonRpcMethod("textDocument/hover", UseSingleObjectParameterDeserialization = true)]
    public Hover? Hover(PositionParams at, CancellationToken cancellationToken) =>
        With(at.TextDocument, document => new Hovers(workspace).Find(document, document.OffsetOf(at.Position)), cancellationToken);

    /// <summary>Returns where a name is introduced.</summary>
    [JsonRpcMethod("textDocument/definition", UseSingleObjectParameterDeserialization = true)]
    public IReadOnlyList<Location> Definition(PositionParams at, CancellationToken cancellationToken) =>
        With(at.TextDocument, document => new Navigation(workspace).Definitions(document, document.OffsetOf(at.Position)), cancellationToken) ?? [];

    /// <summary>Returns all places of a name.</summary>
    [JsonRpcMethod("textDocument/references", UseSingleObjectParameterDeserialization = true)]
    public IReadOnlyList<Location> References(PositionParams at, CancellationToken cancellationToken) =>
        With(at.TextDocument, document => new Navigation(workspace).References(document, document.OffsetOf(at.Position)), cancellationToken) ?? [];

    /// <summary>Returns the changes that rename what is at a place.</summary>
    [JsonRpcMethod("textDocument/rename", UseSingleObjectParameterDeserialization = true)]
    public WorkspaceEdit? Rename(RenameParams at, CancellationToken cancellationToken)
    {
        try
        {
            return With(at.TextDocument, document => new Navigation(workspace).Rename(document, document.OffsetOf(at.Position), at.NewName), cancellationToken);
        }
        catch (CommandException refused)
        {
            throw new LocalRpcException(refused.Message) { ErrorCode = RequestFailed };
        }
    }

    /// <summary>Returns fixes for the findings in a range.</summary>
    [JsonRpcMethod("textDocument/codeAction", UseSingleObjectParameterDeserialization = true)]
    public IReadOnlyList<CodeAction> CodeActions(CodeActionParams at, CancellationToken cancellationToken) => With(at.TextDocument, document =>
    {
        var (start, end) = (document.OffsetOf(at.Range.Start), document.OffsetOf(at.Range.End));
        var fixes = new Fixes(document);
        var found = workspace.Check(document.Path, cancellationToken)
            .Where(one => one.Path == document.Path && one.Finding.Span.Start <= end && start <= one.Finding.Span.End)
            .SelectMany(one => fixes.Of(one.Finding).Select((fix, index) => (one.Finding, fix, index)));
        return (IReadOnlyList<CodeAction>)[.. found.Select(one => Action(at.TextDocument.Uri, document, one.Finding, one.fix, one.index == 0))];
    }, cancellationToken) ?? [];

    /// <summary>Returns the outline of a document.</summary>
    [JsonRpcMethod("textDocument/documentSymbol", UseSingleObjectParameterDeserialization = true)]
    public IReadOnlyList<DocumentSymbol> Symbols(DocumentParams of, CancellationToken cancellationToken) =>
        With(of.TextDocument, Outline.Symbols, cancellationToken) ?? [];

    /// <summary>Returns what can be folded.</summary>
    [JsonRpcMethod("textDocument/foldingRange", UseSingleObjectParameterDeserialization = true)]
    public IReadOnlyList<FoldingRange> Folding(DocumentParams of, CancellationToken cancellationToken) =>
        With(of.TextDocument, Outline.Folding, cancellationToken) ?? [];

    /// <summary>Returns the changes that format a document.</summary>
    [JsonRpcMethod("textDocument/formatting", UseSingleObjectParameterDeserialization = true)]
    public IReadOnlyList<DocumentEdit> Format(DocumentParams of, CancellationToken cancellationToken) => With(of.TextDocument, static document =>
        PlaybookFormatter.Format(document.Text, out _) is var formatted && formatted == document.Text
            ? (IReadOnlyList<DocumentEdit>)[]
            : [new(document.RangeOf(0, document.Text.Length), formatted)], cancellationToken) ?? [];

    /// <summary>Returns the names and words of a document, for their colors.</summary>
    [JsonRpcMethod("textDocument/semanticTokens/full", UseSingleObjectParameterDeserialization = true)]
    public TokenData? Tokens(DocumentParams of, CancellationToken cancellationToken) => With(of.TextDocument, SemanticTokens.Find, cancellationToken);

    /// <summary>Returns the cases of a document that can be run.</summary>
    [JsonRpcMethod("textDocument/codeLens", UseSingleObjectParameterDeserialization = true)]
    public IReadOnlyList<CodeLens> Lenses(DocumentParams of, CancellationToken cancellationToken) =>
        With(of.TextDocument, document => CaseLenses.Find(document, of.TextDocument.Uri), cancellationToken) ?? [];

    private static CodeAction Action(string uri, DocumentText document, Finding finding, Fix fix, bool isFirst) => new(
        fix.Title,
        "quickfix",
        [Diagnostics.From(finding)],
        isFirst && !fix.IsSuppression,
        new(new Dictionary<string, IReadOnlyList<DocumentEdit>> { [uri] = [new(document.RangeOf(fix.Edit.Start, fix.Edit.End), fix.Edit.Text)] }));

    private void Take(string uri, int version, string text)
    {
        if (isInitialized)
        {
            workspace.Set(uri, version, text);
            findings.Request();
        }
    }

    private T? With<T>(DocumentId id, Func<DocumentText, T?> answer, CancellationToken cancellationToken)
        where T : class
    {
        if (!isInitialized)
        {
            throw new LocalRpcException("The server is not initialized.") { ErrorCode = NotInitialized };
        }

        cancellationToken.ThrowIfCancellationRequested();
        return workspace.Find(id.Uri) is { } document ? answer(document.Text) : null;
    }
}

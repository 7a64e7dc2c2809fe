namespace Playbooks.Cli.LanguageServer.Protocol;

/// <summary>Names a document.</summary>
internal sealed record DocumentId(string Uri);

/// <summary>Names a version of a document.</summary>
internal sealed record VersionedDocumentId(string Uri, int Version);

/// <summary>A document with its text.</summary>
internal sealed record DocumentItem(string Uri, int Version, string Text);

/// <summary>The whole text of a document after a change.</summary>
internal sealed record ContentChange(string Text);

/// <summary>Parameters of <c>textDocument/didOpen</c>.</summary>
internal sealed record DidOpenParams(DocumentItem TextDocument);

/// <summary>Parameters of <c>textDocument/didChange</c>.</summary>
internal sealed record DidChangeParams(VersionedDocumentId TextDocument, IReadOnlyList<ContentChange> ContentChanges);

/// <summary>Parameters of messages about a whole document.</summary>
internal sealed record DocumentParams(DocumentId TextDocument);

/// <summary>Parameters of requests about a place in a document.</summary>
internal sealed record PositionParams(DocumentId TextDocument, Position Position);

/// <summary>Parameters of <c>textDocument/rename</c>.</summary>
internal sealed record RenameParams(DocumentId TextDocument, Position Position, string NewName);

/// <summary>Parameters of <c>textDocument/codeAction</c>.</summary>
internal sealed record CodeActionParams(DocumentId TextDocument, DocumentRange Range);

/// <summary>Parameters of <c>textDocument/publishDiagnostics</c>.</summary>
internal sealed record PublishDiagnosticsParams(string Uri, int? Version, IReadOnlyList<EditorDiagnostic> Diagnostics);

/// <summary>A finding as editors show it.</summary>
/// <param name="Range">Where it is.</param>
/// <param name="Severity">1: error, 2: warning, 3: information.</param>
/// <param name="Code">The id of the rule.</param>
/// <param name="CodeDescription">The page of the rule.</param>
/// <param name="Source">Who found it.</param>
/// <param name="Message">The sentence.</param>
internal sealed record EditorDiagnostic(DocumentRange Range, int Severity, string Code, CodeDescription CodeDescription, string Source, string Message);

/// <summary>The page of a rule.</summary>
internal sealed record CodeDescription(string Href);

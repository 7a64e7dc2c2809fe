namespace Playbooks.Cli.LanguageServer.Protocol;

/// <summary>A place in a document: zero-based line, and zero-based column in UTF-16 units.</summary>
internal sealed record Position(int Line, int Character);

/// <summary>A part of a document.</summary>
/// <param name="Start">The place of the first character.</param>
/// <param name="End">The place just after the last character.</param>
internal sealed record DocumentRange(Position Start, Position End);

/// <summary>A part of a document of the workspace.</summary>
internal sealed record Location(string Uri, DocumentRange Range);

/// <summary>A change of a part of a document.</summary>
internal sealed record DocumentEdit(DocumentRange Range, string NewText);

/// <summary>Changes of several documents, by their URIs.</summary>
internal sealed record WorkspaceEdit(IReadOnlyDictionary<string, IReadOnlyList<DocumentEdit>> Changes);

namespace Playbooks.Cli.LanguageServer.Protocol;

/// <summary>Text with its format.</summary>
internal sealed record Markup(string Value)
{
    /// <summary>Gets the format.</summary>
    public string Kind { get; } = "markdown";
}

/// <summary>What an editor offers at a place.</summary>
/// <param name="Label">What is inserted.</param>
/// <param name="Kind">What it is, which selects the icon; see <see cref="CompletionKinds"/>.</param>
/// <param name="Detail">A few words beside it.</param>
/// <param name="Documentation">What it means.</param>
/// <param name="TextEdit">The text that is replaced, and by what.</param>
/// <param name="SortText">The text by which the list is sorted.</param>
internal sealed record CompletionItem(string Label, int Kind, string? Detail, Markup? Documentation, DocumentEdit TextEdit, string SortText);

/// <summary>The kinds of what is offered, as the protocol numbers them.</summary>
internal static class CompletionKinds
{
    /// <summary>A name that the author chose.</summary>
    public const int Variable = 6;

    /// <summary>A key.</summary>
    public const int Property = 10;

    /// <summary>A word.</summary>
    public const int Value = 12;

    /// <summary>An action.</summary>
    public const int Function = 3;

    /// <summary>A playbook.</summary>
    public const int File = 17;
}

/// <summary>What an editor shows beside the mouse.</summary>
internal sealed record Hover(Markup Contents, DocumentRange Range);

/// <summary>A part of the outline of a document.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Detail">A few words beside the name.</param>
/// <param name="Kind">What it is, as the protocol numbers it.</param>
/// <param name="Range">The whole part.</param>
/// <param name="SelectionRange">What is selected when it is chosen.</param>
/// <param name="Children">The parts inside.</param>
internal sealed record DocumentSymbol(string Name, string? Detail, int Kind, DocumentRange Range, DocumentRange SelectionRange, IReadOnlyList<DocumentSymbol> Children);

/// <summary>Lines that can be hidden below their first one.</summary>
internal sealed record FoldingRange(int StartLine, int EndLine);

/// <summary>A fix that an editor offers.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Kind">The kind of action.</param>
/// <param name="Diagnostics">What it fixes.</param>
/// <param name="IsPreferred">Whether it is probably the right one.</param>
/// <param name="Edit">The changes.</param>
internal sealed record CodeAction(string Title, string Kind, IReadOnlyList<EditorDiagnostic> Diagnostics, bool IsPreferred, WorkspaceEdit Edit);

/// <summary>Names and words of a document, five numbers each: lines and columns after the one before, length, type, and modifiers.</summary>
internal sealed record TokenData(IReadOnlyList<int> Data);

/// <summary>A command that an editor shows above a line.</summary>
/// <param name="Range">What it is shown for.</param>
/// <param name="Command">What happens on a click.</param>
internal sealed record CodeLens(DocumentRange Range, EditorCommand Command);

/// <summary>A command that an editor, or its extension, carries out.</summary>
/// <param name="Title">What the editor shows.</param>
/// <param name="Command">The name of the command.</param>
/// <param name="Arguments">What it needs.</param>
internal sealed record EditorCommand(string Title, string Command, IReadOnlyList<object> Arguments);

using Playbooks.Cli.LanguageServer.Protocol;
using Playbooks.Language;
using Playbooks.Language.Rules.Steps;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Cli.LanguageServer.Documents;

/// <summary>A text of a playbook with its lines and its syntax tree.</summary>
/// <param name="path">The full path of the file.</param>
/// <param name="text">The text.</param>
internal sealed class DocumentText(string path, string text)
{
    private readonly Lazy<LocatedTree> tree = new(() => LocatedTree.Create(Load(text)));
    private readonly Lazy<PlaybookFile> playbook = new(() => PlaybookReader.Read(path, text));

    /// <summary>Gets the full path of the file.</summary>
    public string Path => path;

    /// <summary>Gets the text.</summary>
    public string Text => text;

    /// <summary>Gets the lines.</summary>
    public SourceLines Lines { get; } = new(text);

    /// <summary>Gets the syntax tree, as far as the text can be read, with the meaning of each part.</summary>
    public LocatedTree Tree => tree.Value;

    /// <summary>Gets the playbook, read alone.</summary>
    public PlaybookFile Playbook => playbook.Value;

    /// <summary>Returns the offset of a place; one outside of the text is moved to its nearest end.</summary>
    public int OffsetOf(Position position)
    {
        var line = Math.Max(0, position.Line);
        var start = Lines.StartOf(line);
        var end = start;
        while (end < text.Length && text[end] is not ('\r' or '\n'))
        {
            end++;
        }

        return Math.Clamp(start + Math.Max(0, position.Character), start, end);
    }

    /// <summary>Returns the range between two offsets.</summary>
    public DocumentRange RangeOf(int start, int end)
    {
        var span = Lines.Span(start, end);
        return new(new(span.StartLine, span.StartColumn), new(span.EndLine, span.EndColumn));
    }

    private static YamlTree Load(string text) => YamlLoader.Load(text, new SourceLines(text), CancellationToken.None, StepKinds.Standard.ListKeys);
}

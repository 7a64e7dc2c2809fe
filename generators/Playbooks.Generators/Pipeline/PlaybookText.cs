using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Playbooks.Generators.Reporting;
using Playbooks.Language;

namespace Playbooks.Generators.Pipeline;

/// <summary>Reads a playbook of the compilation.</summary>
internal static class PlaybookText
{
    // Generator and analyzer read the same files: the compiler hands both the same text, and lets go of it when it is done.
    private static readonly ConditionalWeakTable<SourceText, PlaybookFile> KnownFiles = new();

    /// <summary>The file, read; one that the compiler cannot get is an empty one with a finding that says so.</summary>
    public static PlaybookFile Read(AdditionalText text, CancellationToken cancellationToken)
    {
        try
        {
            if (text.GetText(cancellationToken) is { } source)
            {
                var file = KnownFiles.GetValue(source, key => Read(text.Path, key, cancellationToken));
                return file.Path == text.Path ? file : Read(text.Path, source, cancellationToken);
            }

            return Unread(text.Path, new FileNotFoundException("the compiler could not read it"), cancellationToken);
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            return Unread(text.Path, unforeseen, cancellationToken);
        }
    }

    private static PlaybookFile Read(string path, SourceText source, CancellationToken cancellationToken) =>
        PlaybookReader.Read(path, source.ToString(), source.Encoding, cancellationToken);

    private static PlaybookFile Unread(string path, Exception why, CancellationToken cancellationToken)
    {
        var empty = PlaybookReader.Read(path, string.Empty, cancellationToken);
        return empty with
        {
            Model = empty.Model with { HasErrors = true },
            Findings = new([Unforeseen.Create(why)]),
        };
    }
}

using Microsoft.CodeAnalysis;
using Playbooks.Generators.Reporting;
using Playbooks.Language;

namespace Playbooks.Generators.Pipeline;

/// <summary>Reads a playbook of the compilation.</summary>
internal static class PlaybookText
{
    /// <summary>The file, read; one that the compiler cannot get is an empty one with a finding that says so.</summary>
    public static PlaybookFile Read(AdditionalText text, CancellationToken cancellationToken)
    {
        try
        {
            if (text.GetText(cancellationToken) is { } source)
            {
                return PlaybookReader.Read(text.Path, source.ToString(), source.Encoding, cancellationToken);
            }

            return Unread(text.Path, new FileNotFoundException("the compiler could not read it"), cancellationToken);
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            return Unread(text.Path, unforeseen, cancellationToken);
        }
    }

    private static PlaybookFile Unread(string path, Exception why, CancellationToken cancellationToken)
    {
        var empty = PlaybookReader.Read(path, string.Empty, cancellationToken);
        return empty with
        {
            Model = empty.Model with { HasErrors = true },
            Findings = new([Unforeseen.Of(why)]),
        };
    }
}

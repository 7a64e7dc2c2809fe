using Microsoft.CodeAnalysis;
using Playbooks.Language;

namespace Playbooks.Generators.Pipeline;

/// <summary>Reads the files of cases of the compilation.</summary>
internal static class CaseFileText
{
    /// <summary>The file; null: the compiler cannot get it, so that the project does not have it.</summary>
    public static CaseFile? Read(AdditionalText text, CancellationToken cancellationToken)
    {
        try
        {
            return text.GetText(cancellationToken) is { } source ? CaseFile.From(text.Path, source.ToString(), source.Encoding) : null;
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            return null;
        }
    }
}

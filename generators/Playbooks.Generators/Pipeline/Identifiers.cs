using Microsoft.CodeAnalysis.CSharp;

namespace Playbooks.Generators.Pipeline;

/// <summary>C# identifiers.</summary>
internal static class Identifiers
{
    /// <summary>The identifier, with an @ if it is one of C#'s own words.</summary>
    public static string Verbatim(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) == SyntaxKind.None ? identifier : "@" + identifier;
}

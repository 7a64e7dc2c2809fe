using Microsoft.CodeAnalysis.CSharp;

namespace Playbooks.Generators.Pipeline;

/// <summary>C# identifiers.</summary>
internal static class Identifiers
{
    /// <summary>The identifier, with an @ if it is one of C#'s own words.</summary>
    public static string Verbatim(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) == SyntaxKind.None ? identifier : "@" + identifier;

    /// <summary>The identifier of a variable, with an @ also if it is a word of C# in some places only, such as <c>await</c>.</summary>
    public static string VerbatimLocal(string identifier) =>
        SyntaxFacts.GetContextualKeywordKind(identifier) == SyntaxKind.None ? Verbatim(identifier) : "@" + identifier;
}

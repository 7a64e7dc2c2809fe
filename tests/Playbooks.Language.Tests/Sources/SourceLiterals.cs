using Microsoft.CodeAnalysis.CSharp;

namespace Playbooks.Language.Tests.Sources;

/// <summary>The texts that C# code holds: whole literals, and the literal pieces of interpolated ones.</summary>
internal static class SourceLiterals
{
    /// <summary>The texts of every source file below a folder of the repository, with the file that holds them.</summary>
    /// <param name="folder">The folder, segment by segment.</param>
    public static IEnumerable<(string File, string Text)> Below(params string[] folder) =>
        from path in Directory.EnumerateFiles(RepositoryFolder.Of(folder), "*.cs", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(RepositoryFolder.Of(), path).Replace('\\', '/')
        where !relative.Contains("/obj/", StringComparison.Ordinal) && !relative.Contains("/bin/", StringComparison.Ordinal)
        from text in In(File.ReadAllText(path))
        select (relative, text);

    /// <summary>The texts of one source.</summary>
    public static IEnumerable<string> In(string source) =>
        CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens()
            .Where(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken)
            .Select(token => token.ValueText);
}

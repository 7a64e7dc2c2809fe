namespace Playbooks.Cli.Documentation;

/// <summary>The pages of the documentation, in Markdown, as they are in the repository.</summary>
internal static class DocumentationPages
{
    /// <summary>The page that leads to the others.</summary>
    public const string Start = "README.md";

    /// <summary>Gets the paths of all pages, relative to the root of the repository.</summary>
    public static IReadOnlyList<string> Paths { get; } =
        [.. typeof(DocumentationPages).Assembly.GetManifestResourceNames().Where(static name => name.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Returns a page.</summary>
    /// <param name="path">One of <see cref="Paths"/>.</param>
    public static string Read(string path) => EmbeddedFile.Read(path);
}

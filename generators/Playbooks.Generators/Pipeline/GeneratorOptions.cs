using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Playbooks.Generators.Pipeline;

/// <summary>What the build says about the project.</summary>
/// <param name="RootNamespace">The root namespace as a valid one; empty: none.</param>
/// <param name="ProjectFolder">The project's folder with slashes, one at the end; empty: unknown.</param>
/// <param name="Tests">The framework whose tests cases become.</param>
/// <param name="ScansAccessibility">Whether the project references the package that checks accessibility.</param>
/// <param name="ShownPaths">How paths are written into what is compiled.</param>
internal sealed record GeneratorOptions(string RootNamespace, string ProjectFolder, TestFramework Tests, bool ScansAccessibility, PathMap ShownPaths)
{
    /// <summary>Takes what we need from all that the build says.</summary>
    public static GeneratorOptions From(AnalyzerConfigOptionsProvider provider, CancellationToken cancellationToken)
    {
        var folder = PlaybookPath.Slashed(Get("ProjectDir"));
        if (folder.Length > 0 && folder[folder.Length - 1] != '/')
        {
            folder += "/";
        }

        return new(
            ValidNamespace(Get("RootNamespace")),
            folder,
            Get("PlaybooksTestFramework") switch { "xunit" => TestFramework.Xunit, "xunit.v3" => TestFramework.XunitV3, _ => TestFramework.None },
            Get("PlaybooksAccessibility") == "axe",
            PathMap.Parse(Get("PathMap"), string.Equals(Get("DeterministicSourcePaths"), "true", StringComparison.OrdinalIgnoreCase)));

        string Get(string property) =>
            provider.GlobalOptions.TryGetValue("build_property." + property, out var value) ? value.Trim() : string.Empty;
    }

    // The package's targets do the very same to name the catalog.
    private static string ValidNamespace(string rootNamespace)
    {
        var valid = Regex.Replace(Regex.Replace(rootNamespace, @"[^\w.]", "_"), @"(^|\.)(?=\d)", "$1_");
        return string.Join(".", valid.Split('.').Where(segment => segment.Length > 0).Select(Identifiers.Verbatim));
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Playbooks.Language;
using Playbooks.Language.Rules;

namespace Playbooks.Generators.Reporting;

/// <summary>Makes diagnostics of findings, for the generator and the analyzer alike.</summary>
internal static class DiagnosticFactory
{
    private const string Category = "Playbooks";

    private static readonly ImmutableDictionary<string, FindingDefinition> Definitions =
        Catalogue.All.ToImmutableDictionary(definition => definition.Id, StringComparer.Ordinal);

    /// <summary>A descriptor for each finding of the catalogue, by rising id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        Catalogue.All.Select(definition => Describe(definition, "{0}")).ToImmutableArray();

    /// <summary>
    /// The diagnostic of a finding in a file. The finished message is in the descriptor: only so are the generator's and the
    /// analyzer's equal to the compiler, which then prints one of them.
    /// </summary>
    public static Diagnostic Create(string path, Finding finding)
    {
        var span = finding.Span;
        var location = Location.Create(
            path,
            new TextSpan(span.Start, span.Length),
            new LinePositionSpan(new(span.StartLine, span.StartColumn), new(span.EndLine, span.EndColumn)));
        return Diagnostic.Create(Describe(Definitions[finding.Id], finding.Message), location);
    }

    private static DiagnosticDescriptor Describe(FindingDefinition definition, string message) => new(
        definition.Id,
        definition.Title,
        message,
        Category,
        definition.Severity switch
        {
            FindingSeverity.Error => DiagnosticSeverity.Error,
            FindingSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true,
        helpLinkUri: Catalogue.HelpLink(definition.Id),
        customTags: definition.CanBeSwitchedOff ? [] : [WellKnownDiagnosticTags.NotConfigurable]);
}

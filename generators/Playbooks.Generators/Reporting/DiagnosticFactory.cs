using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Playbooks.Language;

namespace Playbooks.Generators.Reporting;

/// <summary>Makes diagnostics of findings, for the generator and the analyzer alike.</summary>
internal static class DiagnosticFactory
{
    private const string Category = "Playbooks";

    /// <summary>A descriptor for each rule, by rising id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        Rule.All.Select(rule => Describe(rule, "{0}")).ToImmutableArray();

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
        return Diagnostic.Create(Describe(finding.Rule, finding.Message), location);
    }

    private static DiagnosticDescriptor Describe(Rule rule, string message) => new(
        rule.Id,
        rule.Title,
        message,
        Category,
        rule.Severity switch
        {
            FindingSeverity.Error => DiagnosticSeverity.Error,
            FindingSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true,
        helpLinkUri: rule.HelpLink,
        customTags: rule.CanBeSwitchedOff ? [] : [WellKnownDiagnosticTags.NotConfigurable]);
}

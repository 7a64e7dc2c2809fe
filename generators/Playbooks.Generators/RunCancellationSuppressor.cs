using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Playbooks.Generators;

/// <summary>
/// Suppresses what the analyzers of xunit.v3 cannot know: the fixture stops a run when its test is canceled, so that a test need not pass the
/// token of <c>TestContext.Current</c> to it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RunCancellationSuppressor : DiagnosticSuppressor
{
    /// <summary>The finding of the analyzers of xunit.v3: a call does not pass the token of the test.</summary>
    internal const string SuppressedId = "xUnit1051";

    private const string Fixture = "Playbooks.Xunit.PlaybookFixture";
    private const string Run = "RunAsync";

    private static readonly SuppressionDescriptor StopsByItself = new("PBSUP001", SuppressedId, "PlaybookFixture.RunAsync stops the run when its test is canceled");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(StopsByItself);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (IsRun(diagnostic.Location, context))
            {
                context.ReportSuppression(Suppression.Create(StopsByItself, diagnostic));
            }
        }
    }

    private static bool IsRun(Location location, SuppressionAnalysisContext context) =>
        location.SourceTree is { } tree
        && tree.GetRoot(context.CancellationToken).FindNode(location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
        && context.GetSemanticModel(tree).GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol { Name: Run } method
        && method.ContainingType.ToDisplayString() == Fixture;
}

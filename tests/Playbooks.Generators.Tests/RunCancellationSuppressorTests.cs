using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests;

/// <summary>A test of xunit.v3 need not pass its token to a run, but still to everything else.</summary>
public sealed class RunCancellationSuppressorTests
{
    private const string Source = """
        namespace Playbooks.Xunit
        {
            public class PlaybookFixture
            {
                public void RunAsync() { }
                public void NewContextAsync() { }
            }
        }

        namespace Shop.Tests
        {
            public class Runner { public void RunAsync() { } }

            public class Tests
            {
                public void Test(Playbooks.Xunit.PlaybookFixture playbooks, Runner runner)
                {
                    playbooks.RunAsync();
                    playbooks.NewContextAsync();
                    runner.RunAsync();
                }
            }
        }
        """;

    [Fact]
    public async Task Only_runs_of_the_fixture_stop_by_themselves()
    {
        var compilation = new TestProject { Sources = [Source] }.Compile();

        var reported = await compilation
            .WithAnalyzers([new EveryCall(), new RunCancellationSuppressor()], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true))
            .GetAnalyzerDiagnosticsAsync();

        Assert.Equal(
            ["playbooks.RunAsync(): True", "playbooks.NewContextAsync(): False", "runner.RunAsync(): False"],
            reported.OrderBy(static one => one.Location.SourceSpan.Start).Select(static one => $"{one.Location.SourceTree!.ToString().Substring(one.Location.SourceSpan.Start, one.Location.SourceSpan.Length)}: {one.IsSuppressed}"));
    }

    /// <summary>Reports every call under the id of the analyzer of xunit.v3.</summary>
#pragma warning disable RS1036, RS2008 // The rule belongs to another analyzer, which is built and released elsewhere.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class EveryCall : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule = new(RunCancellationSuppressor.SuppressedId, "Title", "Message", "Usage", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxNodeAction(static call => call.ReportDiagnostic(Diagnostic.Create(Rule, call.Node.GetLocation())), SyntaxKind.InvocationExpression);
        }
    }
#pragma warning restore RS1036, RS2008
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Playbooks.Generators.Pipeline;
using Playbooks.Generators.Reporting;

namespace Playbooks.Generators;

/// <summary>
/// Keeps the findings of a playbook live in an editor, which asks a generator only when a file is saved. In a build it says
/// what the generator says; the compiler prints equal diagnostics once.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlaybookAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = DiagnosticFactory.Descriptors;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(static file =>
        {
            if (!PlaybookPath.IsPlaybook(file.AdditionalFile.Path))
            {
                return;
            }

            var playbook = PlaybookText.Read(file.AdditionalFile, file.CancellationToken);
            foreach (var finding in Output.AllFindings(playbook))
            {
                file.ReportDiagnostic(DiagnosticFactory.Create(playbook.Path, finding));
            }
        });
    }
}

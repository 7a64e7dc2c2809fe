using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Playbooks.Generators.Pipeline;
using Playbooks.Generators.Reporting;

namespace Playbooks.Generators;

/// <summary>
/// Keeps the findings of a playbook live in an editor, which asks a generator only when a file is saved. In a build the generator reports
/// them, and reading each playbook a second time would be in vain.
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
            if (IsBuild(file.Options.AnalyzerConfigOptionsProvider.GlobalOptions) || !PlaybookPath.IsPlaybook(file.AdditionalFile.Path))
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

    // Editors ask MSBuild for a project with DesignTimeBuild=true. A host that does not pass the property is not MSBuild.
    private static bool IsBuild(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.DesignTimeBuild", out var isDesignTime) && !string.Equals(isDesignTime, "true", StringComparison.OrdinalIgnoreCase);
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Playbooks.Generators.Pipeline;
using Playbooks.Generators.Reporting;
using Playbooks.Language;

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
        context.RegisterCompilationStartAction(static start =>
        {
            if (IsBuild(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions))
            {
                return;
            }

            var options = GeneratorOptions.From(start.Options.AnalyzerConfigOptionsProvider, start.CancellationToken);
            var project = new ProjectFiles(start.Options.AdditionalFiles, start.Compilation.References);
            start.RegisterAdditionalFileAction(file =>
            {
                foreach (var finding in Find(file.AdditionalFile, project, options, file.CancellationToken))
                {
                    file.ReportDiagnostic(DiagnosticFactory.Create(file.AdditionalFile.Path, finding));
                }
            });
        });
    }

    // Each file is asked for its own findings: an editor shows those in other files only once it has analyzed the whole project.
    private static IEnumerable<Finding> Find(AdditionalText file, ProjectFiles project, GeneratorOptions options, CancellationToken cancellationToken) =>
        PlaybookPath.IsPlaybook(file.Path) ? Output.AllFindings(project.Read(file, cancellationToken), options.ScansAccessibility)
        : CaseFile.IsCaseFile(file.Path) ? project.FindInCaseFile(file.Path, cancellationToken)
        : [];

    // Editors ask MSBuild for a project with DesignTimeBuild=true. A host that does not pass the property is not MSBuild.
    private static bool IsBuild(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.DesignTimeBuild", out var isDesignTime) && !string.Equals(isDesignTime, "true", StringComparison.OrdinalIgnoreCase);
}

using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Playbooks.Generators.Pipeline;
using Playbooks.Language;
using Playbooks.Language.Project;

namespace Playbooks.Generators.Reporting;

/// <summary>The pipeline's last steps: they hand code and diagnostics to the compiler.</summary>
internal static class Output
{
    /// <summary>A playbook's diagnostics and code.</summary>
    public static void Publish(SourceProductionContext context, EmittedPlaybook playbook)
    {
        foreach (var finding in AllFindings(playbook.File, playbook.ScansAccessibility))
        {
            context.ReportDiagnostic(DiagnosticFactory.Create(playbook.File.Path, finding));
        }

        if (playbook.Failure is { } failure)
        {
            context.ReportDiagnostic(DiagnosticFactory.Create(playbook.File.Path, failure));
        }

        foreach (var source in playbook.Sources)
        {
            Add(context, source);
        }
    }

    /// <summary>The catalog's code.</summary>
    public static void Publish(SourceProductionContext context, EmittedCatalog catalog)
    {
        if (catalog.Source is { } source)
        {
            Add(context, source);
        }
    }

    /// <summary>The diagnostics of what files do to each other.</summary>
    public static void Publish(SourceProductionContext context, ProjectCheck project)
    {
        foreach (var found in project.Findings)
        {
            context.ReportDiagnostic(DiagnosticFactory.Create(found.Path, found.Finding));
        }
    }

    /// <summary>The diagnostics in files of cases; what several playbooks find in one file is reported once.</summary>
    public static void Publish(SourceProductionContext context, ImmutableArray<EquatableArray<FileFinding>> inCaseFiles)
    {
        foreach (var found in inCaseFiles.SelectMany(static findings => findings).Distinct())
        {
            context.ReportDiagnostic(DiagnosticFactory.Create(found.Path, found.Finding));
        }
    }

    /// <summary>The findings of a file, with those for which the disk or the project is asked.</summary>
    public static IEnumerable<Finding> AllFindings(PlaybookFile file, bool scansAccessibility)
    {
        try
        {
            return PlaybookProject.CheckFile(file, new UploadFolder(file.Path).Has, scansAccessibility);
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            return file.Findings.Append(Unforeseen.Create(unforeseen));
        }
    }

    private static void Add(SourceProductionContext context, EmittedSource source) =>
        context.AddSource(source.HintName, SourceText.From(source.Text, Encoding.UTF8));
}

using Microsoft.CodeAnalysis;
using Playbooks.Generators.Pipeline;
using Playbooks.Generators.Reporting;
using Playbooks.Language;

namespace Playbooks.Generators;

/// <summary>Compiles playbooks: reads each, reports what is wrong with it, and writes its C#.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PlaybookGenerator : IIncrementalGenerator
{
    /// <summary>Lays the pipeline out. Texts are read before they meet any option, so that an option reads nothing again.</summary>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var texts = context.AdditionalTextsProvider.Where(static text => PlaybookPath.IsPlaybook(text.Path));
        var buildOptions = context.AnalyzerConfigOptionsProvider;

        var options = buildOptions.Select(GeneratorOptions.From).WithTrackingName(StepNames.Options);
        var read = texts.Select(PlaybookText.Read).WithTrackingName(StepNames.Read);
        var layout = texts.Combine(buildOptions).Select(ProjectItem.From).WithTrackingName(StepNames.Item)
            .Collect().Combine(options).Select(ProjectLayout.Create).WithTrackingName(StepNames.Layout);
        var caseFiles = context.AdditionalTextsProvider.Where(static text => CaseFile.IsCaseFile(text.Path)).Select(CaseFileText.Read).WithTrackingName(StepNames.CaseFile);
        var signatures = read.Select(ProjectCheck.Sign).WithTrackingName(StepNames.Signature);
        var referenced = context.MetadataReferencesProvider.Select(ReferencedPlaybooks.Read).WithTrackingName(StepNames.Reference)
            .Collect().Select(ReferencedPlaybooks.Merge).WithTrackingName(StepNames.Referenced);
        var known = read.Combine(layout).Select(ProjectCheck.Offer).WithTrackingName(StepNames.Callable)
            .Collect().Combine(referenced).Select(ProjectCheck.Know).WithTrackingName(StepNames.Known);
        var matched = read.Combine(caseFiles.Collect()).Combine(known).Select(MatchedPlaybook.Create).WithTrackingName(StepNames.Matched);
        var whole = matched.Select(MatchedPlaybook.ReadWhole).WithTrackingName(StepNames.Whole);
        var placed = whole.Combine(layout).Select(PlacedPlaybook.Create).WithTrackingName(StepNames.Placed);

        var summaries = placed.Select(ProjectCheck.Summarize).WithTrackingName(StepNames.Summary);
        var project = signatures.Collect().Combine(summaries.Collect()).Select(ProjectCheck.Pair).Combine(options).Select(ProjectCheck.Create).WithTrackingName(StepNames.Project);
        var withheld = project.Select(static (check, _) => check.Withheld).WithTrackingName(StepNames.Withheld);
        var emitted = placed.Combine(withheld).Select(EmittedPlaybook.Create).WithTrackingName(StepNames.Emitted);
        var catalog = emitted.Select(static (playbook, _) => playbook.CatalogEntry)
            .Collect().Combine(options).Combine(known).Select(EmittedCatalog.Create).WithTrackingName(StepNames.Catalog);

        context.RegisterSourceOutput(emitted, Output.Publish);
        context.RegisterSourceOutput(catalog, Output.Publish);
        context.RegisterSourceOutput(project, Output.Publish);
        context.RegisterSourceOutput(whole.Select(static (playbook, _) => playbook.FindCaseFileFindings()).Collect(), Output.Publish);
    }
}

using Playbooks.Recording;
using Playbooks.RunFolder;

namespace Playbooks.Execution.Run;

/// <summary>What a run left behind when all was written.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Problems">What could not be written or cleaned up, a sentence each.</param>
/// <param name="Annotation">GitHub's annotation that the failure's message is to carry; null: none.</param>
internal sealed record RunEvidence(RunDirectory Folder, IReadOnlyList<string> Problems, string? Annotation)
{
    /// <summary>The result, with where its evidence is.</summary>
    public PlaybookResult AddTo(PlaybookResult result)
    {
        var trace = Existing(RunFiles.Trace);
        return result with
        {
            TracePath = trace,
            ReportPath = Existing(RunFiles.Report),
            EvidenceProblems = Problems,
            GitHubAnnotation = Annotation,
            Failure = result.Failure is { } failure && trace is not null
                ? failure with { TracePath = trace, TraceCommand = TraceCommand.For(trace) }
                : result.Failure,
        };
    }

    private string? Existing(string name) => Path.Combine(Folder.Path, name) is var path && File.Exists(path) ? path : null;
}

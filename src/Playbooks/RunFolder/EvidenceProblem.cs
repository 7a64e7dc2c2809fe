namespace Playbooks.RunFolder;

/// <summary>Says why a run's evidence is not complete, and what to do.</summary>
internal static class EvidenceProblem
{
    private const string Elsewhere = $"choose another folder with the option {nameof(RunOptions.OutputRoot)} or {RunOptions.OutputVariable}.";

    /// <summary>The sentence for a write that failed.</summary>
    /// <param name="folder">Full path of the run's folder.</param>
    /// <param name="failure">Why it failed.</param>
    public static string Describe(string folder, Exception failure)
    {
        var what = $"The run's evidence could not be written whole to {folder}: {failure.Message.TrimEnd('.')}.";
        return failure switch
        {
            PlaybookException => failure.Message,
            TimeoutException => $"{what} What was to be written from then on may be missing. Check that disk, or {Elsewhere}",
            _ => $"{what} Make room, or {Elsewhere}",
        };
    }
}

namespace Playbooks.RunFolder;

/// <summary>Describes why the evidence of a run is incomplete, and what to do.</summary>
internal static class EvidenceProblem
{
    private const string Elsewhere = $"choose another folder with the option {nameof(RunOptions.OutputRoot)} or {RunOptions.OutputVariable}.";

    /// <summary>Returns the message for a failed write.</summary>
    /// <param name="folder">The full path of the run's folder.</param>
    /// <param name="failure">The reason of the failure.</param>
    public static string Describe(string folder, Exception failure)
    {
        var what = $"The run's evidence could not be written completely to {folder}: {failure.Message.TrimEnd('.')}.";
        return failure switch
        {
            PlaybookException => failure.Message,
            TimeoutException => $"{what} Later evidence may be missing. Check the disk, or {Elsewhere}",
            _ => $"{what} Free disk space, or {Elsewhere}",
        };
    }
}

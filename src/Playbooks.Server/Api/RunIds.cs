namespace Playbooks.Server.Api;

/// <summary>Run ids in URLs: only the safe form is taken, so that none of them leads out of the folder of runs.</summary>
internal static class RunIds
{
    /// <summary>The id, if it is of the safe form.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidPath"/>: it is not.</exception>
    public static string Safe(string id) => RunId.IsSafe(id) ? id : throw new PlaybookException(
        ErrorCode.InvalidPath,
        "The run id in the URL is not of the safe form: letters, digits, '.', '_' and '-', at most 128, beginning with a letter or digit. Use the run_id that the answer to POST /runs named.");
}

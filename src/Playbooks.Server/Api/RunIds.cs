namespace Playbooks.Server.Api;

/// <summary>Validates run ids in URLs. Only the safe form is accepted, so that an id cannot lead out of the output root.</summary>
internal static class RunIds
{
    /// <summary>Returns the id if it has the safe form.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidPath"/>: the id does not have the safe form.</exception>
    public static string Safe(string id) => RunId.IsSafe(id) ? id : throw new PlaybookException(
        ErrorCode.InvalidPath,
        "The run id in the URL is invalid. It consists of at most 128 letters, digits, '.', '_', and '-', and starts with a letter or digit. Use the run_id from the response to POST /runs.");
}

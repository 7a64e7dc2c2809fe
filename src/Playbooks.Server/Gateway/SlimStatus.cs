namespace Playbooks.Server.Gateway;

/// <summary>Reduces a status to what lists show, without data whose length a page or a caller determines.</summary>
internal static class SlimStatus
{
    private const int MostValues = 20;
    private const int LongestValue = 200;
    private const int LongestMessage = 1000;

    /// <summary>Removes extracted texts, files, and problems, and truncates values and messages.</summary>
    public static RunStatus From(RunStatus status) => status with
    {
        PlaybookName = status.PlaybookName?.Truncate(LongestValue),
        Case = status.Case?.Truncate(LongestValue),
        Parameters = Cut(status.Parameters),
        Outputs = Cut(status.Outputs),
        ExtractedTexts = [],
        LargeValues = [],
        Artifacts = [],
        Problems = [],
        Error = status.Error is { } error ? new(error.Code, error.Message.Truncate(LongestMessage)) : null,
    };

    /// <summary>Returns the approximate size of a status in memory, in bytes.</summary>
    public static long SizeOf(RunStatus status) => 500 + (2L * (
        (status.PlaybookName?.Length ?? 0) + (status.Case?.Length ?? 0) + (status.Error?.Message.Length ?? 0) + SizeOf(status.Parameters) + SizeOf(status.Outputs)));

    private static long SizeOf(IReadOnlyDictionary<string, string> values) => values.Sum(static value => 50L + value.Key.Length + value.Value.Length);

    private static Dictionary<string, string> Cut(IReadOnlyDictionary<string, string> values) =>
        values.Take(MostValues).ToDictionary(static value => value.Key, static value => value.Value.Truncate(LongestValue));
}

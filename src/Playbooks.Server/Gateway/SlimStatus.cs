namespace Playbooks.Server.Gateway;

/// <summary>A status as lists hold it: what a line needs, and nothing whose length a page or a caller decides.</summary>
internal static class SlimStatus
{
    private const int MostValues = 20;
    private const int LongestValue = 200;
    private const int LongestMessage = 1000;

    /// <summary>Leaves out what was read, files and problems, and cuts values and messages.</summary>
    public static RunStatus Of(RunStatus status) => status with
    {
        PlaybookName = Cut(status.PlaybookName, LongestValue),
        Case = Cut(status.Case, LongestValue),
        Parameters = Cut(status.Parameters),
        Outputs = Cut(status.Outputs),
        ExtractedTexts = [],
        LargeValues = [],
        Artifacts = [],
        Problems = [],
        Error = status.Error is { } error ? new(error.Code, Cut(error.Message, LongestMessage)!) : null,
    };

    /// <summary>About how many bytes of memory it takes.</summary>
    public static long SizeOf(RunStatus status) => 500 + (2L * (
        (status.PlaybookName?.Length ?? 0) + (status.Case?.Length ?? 0) + (status.Error?.Message.Length ?? 0) + SizeOf(status.Parameters) + SizeOf(status.Outputs)));

    private static long SizeOf(IReadOnlyDictionary<string, string> values) => values.Sum(static value => 50L + value.Key.Length + value.Value.Length);

    private static Dictionary<string, string> Cut(IReadOnlyDictionary<string, string> values) =>
        values.Take(MostValues).ToDictionary(static value => value.Key, static value => Cut(value.Value, LongestValue)!);

    private static string? Cut(string? text, int most) =>
        text is null || text.Length <= most ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[most - 1]) ? most - 1 : most), "…");
}

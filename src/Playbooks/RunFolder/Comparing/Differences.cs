namespace Playbooks.RunFolder.Comparing;

/// <summary>Finds the differences between a passed run and a failed run.</summary>
internal static class Differences
{
    private const int LongestText = 200;
    private const int Most = 20;
    private const string Nothing = "none";

    /// <summary>Compares the runs step by step: the selector used, the text read, and the URL of the page; then lists the steps that were not reached.</summary>
    /// <param name="green">The passed run.</param>
    /// <param name="now">The actions of the failed run.</param>
    /// <param name="baseUrl">The base URL of the failed run. The hosts of tests often have a different port in each run, which does not count as a difference.</param>
    /// <returns>The differences in the order of the steps, at most twenty.</returns>
    public static IReadOnlyList<Difference> Between(StoredRun green, IReadOnlyList<ActionRecord> now, string? baseUrl)
    {
        var before = LastTries(green.Actions);
        var after = LastTries(now);
        var found = new List<Difference>();
        (string?, string?) lastUrls = default;
        foreach (var (path, action) in after)
        {
            if (!before.TryGetValue(path, out var passed) || passed.Action != action.Action)
            {
                continue;
            }

            Add("selector", passed.SelectorUsed, action.SelectorUsed ?? (action.Success ? null : Nothing));
            Add("result", passed.ResultText, action.ResultText);
            var urls = (Relative(passed.Url, green.Header.BaseUrl), Relative(action.Url, baseUrl));

            // A different page is also different for the steps that stay on it, so it is reported only once.
            if (urls != lastUrls)
            {
                Add("url", urls.Item1, urls.Item2);
            }

            lastUrls = urls;

            void Add(string what, string? was, string? isNow)
            {
                if (was is not null && isNow is not null && was != isNow)
                {
                    found.Add(new(action.Step, path, what, was.Truncate(LongestText), isNow.Truncate(LongestText)));
                }
            }
        }

        var missed = before.Where(each => !after.ContainsKey(each.Key)).Select(static each => each.Value).ToList();
        if (missed.Count > 0)
        {
            var steps = missed.Count == 1 ? $"step {missed[0].Path}" : $"steps {missed[0].Path} to {missed[^1].Path}";
            found.Add(new(missed[0].Step, missed[0].Path, "reached", steps, Nothing));
        }

        return [.. found.Take(Most)];
    }

    private static OrderedDictionary<string, ActionRecord> LastTries(IEnumerable<ActionRecord> actions)
    {
        var last = new OrderedDictionary<string, ActionRecord>(StringComparer.Ordinal);
        foreach (var action in actions.Where(static action => action.IsAttempt))
        {
            last[action.Path] = action;
        }

        return last;
    }

    private static string? Relative(string? url, string? baseUrl) =>
        url is null ? null
        : baseUrl?.TrimEnd('/') is { Length: > 0 } start && url.StartsWith(start, StringComparison.OrdinalIgnoreCase) ? url[start.Length..]
        : url;
}

using System.Globalization;

namespace Playbooks.Server.Api;

/// <summary>Reads a request's query. A key that nobody knows is a mistake: <c>?dryrun=true</c> would start a run.</summary>
internal sealed class QueryReader
{
    private readonly IQueryCollection query;

    /// <param name="query">The query.</param>
    /// <param name="known">The keys that there are.</param>
    /// <exception cref="RefusedException">There is another one, or one twice.</exception>
    public QueryReader(IQueryCollection query, params string[] known)
    {
        this.query = query;
        foreach (var (key, values) in query)
        {
            if (!known.Contains(key))
            {
                throw Refused(key, $"Unknown query key '{key}'" + (NearestName.Find(key, known) is { } near ? $"; did you mean '{near}'?" : known.Length > 0 ? $"; there are: {string.Join(", ", known)}." : "; there is none."));
            }

            if (values.Count > 1)
            {
                throw Refused(key, $"The query has '{key}' {values.Count} times.");
            }
        }
    }

    /// <summary>A text; null: it is not there, or empty.</summary>
    public string? Text(string key) => query[key].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>True or false; null: it is not there.</summary>
    public bool? Flag(string key) => Text(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var other => throw Refused(key, $"'{key}' is true or false, and '{other}' is neither."),
    };

    /// <summary>A whole number; null: it is not there.</summary>
    public long? Number(string key, long least, long most) => Text(key) is not { } text
        ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Refused(key, $"'{key}' must be a whole number from {least} to {most}, and this is '{text}'.");

    /// <summary>One of some words, in snake_case; null: it is not there.</summary>
    public TWord? Word<TWord>(string key)
        where TWord : struct, Enum =>
        Text(key) is not { } text ? null
        : Enum.GetValues<TWord>().Where(word => Wire(word) == text).Select(static word => (TWord?)word).FirstOrDefault()
            ?? throw Refused(key, $"'{text}' is not allowed as '{key}'; allowed are: {string.Join(", ", Enum.GetValues<TWord>().Select(Wire))}.");

    private static string Wire<TWord>(TWord word)
        where TWord : struct, Enum => word.ToString().ToLowerInvariant();

    private static RefusedException Refused(string key, string message) =>
        new(StatusCodes.Status400BadRequest, ErrorCode.InvalidRequest, message, [new(key, message)]);
}

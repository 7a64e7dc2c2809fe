using System.Globalization;

namespace Playbooks.Server.Api;

/// <summary>Reads the query of a request. An unknown key is an error, because <c>?dryrun=true</c> would start a run.</summary>
internal sealed class QueryReader
{
    private readonly IQueryCollection query;

    /// <param name="query">The query.</param>
    /// <param name="known">The known keys.</param>
    /// <exception cref="RefusedException">The query contains an unknown key, or a key more than once.</exception>
    public QueryReader(IQueryCollection query, params string[] known)
    {
        this.query = query;
        foreach (var (key, values) in query)
        {
            if (!known.Contains(key))
            {
                throw Refused(key, $"Unknown query parameter '{key}'" + (NearestName.Find(key, known) is { } near ? $". Did you mean '{near}'?" : known.Length > 0 ? $". The known parameters are: {string.Join(", ", known)}." : ". This endpoint has no query parameters."));
            }

            if (values.Count > 1)
            {
                throw Refused(key, $"The query contains '{key}' {values.Count} times. Use it once.");
            }
        }
    }

    /// <summary>Returns a text, or null if it is missing or empty.</summary>
    public string? Text(string key) => query[key].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>Returns a Boolean, or null if it is missing.</summary>
    public bool? Flag(string key) => Text(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var other => throw Refused(key, $"'{key}' must be true or false, but is '{other}'."),
    };

    /// <summary>Returns a whole number, or null if it is missing.</summary>
    public long? Number(string key, long least, long most) => Text(key) is not { } text
        ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Refused(key, $"'{key}' must be a whole number from {least} to {most}, but is '{text}'.");

    /// <summary>Returns an enumeration value from its name in snake_case, or null if it is missing.</summary>
    public TWord? Word<TWord>(string key)
        where TWord : struct, Enum =>
        Text(key) is not { } text ? null
        : Enum.GetValues<TWord>().Where(word => Wire(word) == text).Select(static word => (TWord?)word).FirstOrDefault()
            ?? throw Refused(key, $"'{text}' is not a valid '{key}'. Use one of: {string.Join(", ", Enum.GetValues<TWord>().Select(Wire))}.");

    private static string Wire<TWord>(TWord word)
        where TWord : struct, Enum => word.ToString().ToLowerInvariant();

    private static RefusedException Refused(string key, string message) =>
        new(StatusCodes.Status400BadRequest, ErrorCode.InvalidRequest, message, [new(key, message)]);
}

namespace Playbooks.Server.Api;

/// <summary>Collects the problems with a request, up to a limit.</summary>
internal sealed class Problems
{
    private const int MostProblems = 50;
    private const int MostInMessage = 5;
    private const int LongestText = 100;

    private readonly List<FieldProblem> all = [];
    private int count;

    /// <summary>Gets whether there are no problems so far.</summary>
    public bool IsEmpty => count == 0;

    /// <summary>Adds a problem with a field.</summary>
    public void Add(string field, string message, string? id = null)
    {
        if (count++ < MostProblems)
        {
            all.Add(new(Shorten(field), message, id));
        }
    }

    /// <summary>Truncates a text of the client for a message.</summary>
    public static string Shorten(string text) => text.Truncate(LongestText);

    /// <summary>Rejects the request if there are problems.</summary>
    /// <exception cref="RefusedException">There are problems.</exception>
    public void ThrowIfAny()
    {
        if (!IsEmpty)
        {
            throw ToException();
        }
    }

    /// <summary>Creates the exception that rejects the request.</summary>
    public RefusedException ToException()
    {
        var told = string.Join(' ', all.Take(MostInMessage).Select(static problem => problem.Message));
        return new(
            StatusCodes.Status400BadRequest,
            ErrorCode.InvalidRequest,
            count == 1 ? told : $"The request has {count} errors: {told}{(count > MostInMessage ? " …" : string.Empty)}",
            all);
    }
}

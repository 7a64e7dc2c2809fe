namespace Playbooks.Server.Api;

/// <summary>Collects what is wrong with a request, as much of it as anybody reads.</summary>
internal sealed class Problems
{
    private const int MostProblems = 50;
    private const int MostInMessage = 5;
    private const int LongestText = 100;

    private readonly List<FieldProblem> all = [];
    private int count;

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool IsEmpty => count == 0;

    /// <summary>Something is wrong with a field.</summary>
    public void Add(string field, string message, string? id = null)
    {
        if (count++ < MostProblems)
        {
            all.Add(new(Shorten(field), message, id));
        }
    }

    /// <summary>A text of the sender's that may be shown, not too long.</summary>
    public static string Shorten(string text) => text.Truncate(LongestText);

    /// <summary>Ends the request, if anything is wrong with it.</summary>
    /// <exception cref="RefusedException">Something is.</exception>
    public void ThrowIfAny()
    {
        if (!IsEmpty)
        {
            throw ToException();
        }
    }

    /// <summary>What the sender is told.</summary>
    public RefusedException ToException()
    {
        var told = string.Join(' ', all.Take(MostInMessage).Select(static problem => problem.Message));
        return new(
            StatusCodes.Status400BadRequest,
            ErrorCode.InvalidRequest,
            count == 1 ? told : $"The request has {count} mistakes: {told}{(count > MostInMessage ? " …" : string.Empty)}",
            all);
    }
}

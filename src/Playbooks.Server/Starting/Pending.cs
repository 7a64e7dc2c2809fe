namespace Playbooks.Server.Starting;

internal sealed record ParameterFinding(string Parameter, string Id, string Message);

internal static class NearestName
{
    public static string? Of(string word, IEnumerable<string> known) => null;
}

internal static class Pending
{
    public static IReadOnlyList<ParameterFinding> Check(this PlaybookEntry entry, IReadOnlyDictionary<string, string> values)
    {
        try
        {
            entry.Create(values);
            return [];
        }
        catch (ArgumentException failure)
        {
            return [new("", "PB0703", failure.Message)];
        }
    }
}

namespace Playbooks.Tests.Instruments;

/// <summary>A model that knows one answer.</summary>
internal sealed class OneAnswer : Running.ITextModel
{
    public Task<Running.ModelAnswer> AskAsync(string prompt, string content, CancellationToken cancellationToken) =>
        Task.FromResult(new Running.ModelAnswer("An order", 12, 3) { Model = "m-1", Provider = "some" });
}

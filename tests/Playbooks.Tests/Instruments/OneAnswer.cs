namespace Playbooks.Tests.Instruments;

/// <summary>A model that knows one answer.</summary>
internal sealed class OneAnswer : ITextModel
{
    public Task<ModelAnswer> AskAsync(string prompt, string content, CancellationToken cancellationToken) =>
        Task.FromResult(new ModelAnswer("Order 12345", 12, 3) { Model = "m-1", Provider = "some" });
}

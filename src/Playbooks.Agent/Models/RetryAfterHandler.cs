using System.Net.Http.Headers;

namespace Playbooks.Agent.Models;

/// <summary>Keeps how long a provider asks to wait, which the adapters do not pass on.</summary>
internal sealed class RetryAfterHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly AsyncLocal<Answer?> Current = new();

    /// <summary>Begins a call. What the provider asks for is in the returned object when the call has failed.</summary>
    public static Answer Begin() => Current.Value = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (Current.Value is { } answer && !response.IsSuccessStatusCode)
        {
            answer.RetryAfter = response.Headers.RetryAfter;
        }

        return response;
    }

    /// <summary>The answer of a provider to one call.</summary>
    public sealed class Answer
    {
        public RetryConditionHeaderValue? RetryAfter { get; set; }
    }
}

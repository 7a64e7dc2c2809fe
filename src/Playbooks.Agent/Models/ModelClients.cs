using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Microsoft.Extensions.AI;
using OpenAI;

namespace Playbooks.Agent.Models;

/// <summary>Creates the client of a chosen model. The adapters do not retry: <see cref="ModelCaller"/> does, with the run's budget and clock.</summary>
internal static class ModelClients
{
    // ModelCaller limits the time, by its own clock.
    private static readonly TimeSpan NoTimeout = TimeSpan.FromHours(1);

    /// <summary>Creates the client.</summary>
    public static IChatClient Create(ModelChoice choice)
    {
        var http = new HttpClient(new RetryAfterHandler(new SocketsHttpHandler())) { Timeout = Timeout.InfiniteTimeSpan };
        return choice.Provider == ModelProvider.Anthropic ? Anthropic(choice, http) : OpenAI(choice, http);
    }

    private static IChatClient Anthropic(ModelChoice choice, HttpClient http)
    {
        var client = choice.Url is { } url
            ? new AnthropicClient { ApiKey = choice.Key, HttpClient = http, MaxRetries = 0, Timeout = NoTimeout, BaseUrl = url.AbsoluteUri.TrimEnd('/') }
            : new AnthropicClient { ApiKey = choice.Key, HttpClient = http, MaxRetries = 0, Timeout = NoTimeout };
        return client.AsIChatClient(choice.Model);
    }

    private static IChatClient OpenAI(ModelChoice choice, HttpClient http)
    {
        var options = new OpenAIClientOptions
        {
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = NoTimeout,
        };
        if (choice.Url is { } url)
        {
            options.Endpoint = url;
        }

        return new OpenAIClient(new ApiKeyCredential(choice.Key), options).GetChatClient(choice.Model).AsIChatClient();
    }
}

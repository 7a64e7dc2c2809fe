using System.Globalization;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Sends an HTTP request with the cookies of the page, and reads the response.</summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="request">The request.</param>
public class ApiRequestStep(StepInfo info, ApiRequest request) : ApiRequestStep<string>(info, request);

/// <summary>Sends an HTTP request with the cookies of the page, and converts the response to a value.</summary>
/// <typeparam name="TOutput">The type of the output: string, int, decimal, bool, or <see cref="DateOnly"/>.</typeparam>
/// <param name="info">The description of the step as written.</param>
/// <param name="request">The request.</param>
public class ApiRequestStep<TOutput>(StepInfo info, ApiRequest request) : Step<TOutput>(info)
    where TOutput : notnull
{
    /// <summary>Gets the request.</summary>
    public ApiRequest Request { get; } = request;

    /// <summary>Gets the type that the response is converted to, which corresponds to <typeparamref name="TOutput"/>.</summary>
    public ValueKind As { get; init; } = ValueKind.String;

    /// <summary>Gets the name of the culture in which numbers and dates in strings are written, or null for the invariant culture. Numbers in JSON have no culture.</summary>
    public string? Culture { get; init; }

    /// <inheritdoc/>
    public override string InputSummary => $"{Request.MethodName} {RequestEncoding.WithQuery(Request.Url, Request.Query)}";

    internal override IEnumerable<(string Name, string? Text)> Inputs =>
    [
        ("method", Request.Method == RequestMethod.Get ? null : Request.MethodName),
        ("url", Request.Url),
        .. Named("query", Request.Query),
        .. Request.Headers.Select(static header => ($"headers.{header.Key}", (string?)ShownHeader.Value(header.Key, header.Value))),
        ("json", Request.Json),
        .. Named("form", Request.Form),
        ("body", Request.Body),
        ("expect_status", Request.ExpectStatus.Count == 0 ? null : string.Join(", ", Request.ExpectStatus.Select(static status => status.ToString(CultureInfo.InvariantCulture)))),
        ("mode", Request.ResponseMode switch { ResponseMode.Text => "text", ResponseMode.JsonPath => "json_path", _ => null }),
        ("path", Request.ResponsePath),
        ("as", As == ValueKind.String ? null : As.ToString().ToLowerInvariant()),
        ("culture", Culture),
    ];

    internal override ActionFacts Facts => ActionFacts.ApiRequest;

    internal override bool IsSafeToRepeat => Facts.IsSafeToRepeat(hasSelector: false, hasKey: false, Request.MethodName);

    internal override string ActionNoun => $"{Request.MethodName} request";

    internal override async Task<TOutput> ReadAsync(StepContext context)
    {
        var hop = RequestHop.From(Request, context.Values.BaseUrl);

        // The response to a request that is not sent again may still arrive during a later attempt, which then waits for it.
        var exchange = new ApiExchange(context, Request, IsSafeToRepeat ? context.Deadline.Remaining : (Info.Timeout + Info.RetryDelay) * Info.Attempts);
        try
        {
            return await context.TryAsync(hop.Name, ReadAsync(exchange, hop)).ConfigureAwait(false);
        }
        catch (Exception) when (exchange.MayHaveBeenSent)
        {
            context.CarryOut();
            throw;
        }
    }

    internal override TOutput Parse(string text) => new ValueText(Culture).Parse<TOutput>(text.Trim(), "The text");

    private static IEnumerable<(string Name, string? Text)> Named(string key, IReadOnlyDictionary<string, string>? values) =>
        values?.Select(value => ($"{key}.{value.Key}", (string?)value.Value)) ?? [];

    private async Task<TOutput> ReadAsync(ApiExchange exchange, RequestHop hop)
    {
        var response = await exchange.SendAsync(hop).ConfigureAwait(false);
        var value = new ResponseReader(response).Read(Request.ResponseMode, Request.ResponsePath);
        return new ValueText(value.IsNumber ? null : Culture).Parse<TOutput>(typeof(TOutput) == typeof(string) ? value.Text : value.Text.Trim(), value.From);
    }
}

using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using ResponseKeys = Playbooks.Language.Grammar.RequestKeys.ResponseKeys;

namespace Playbooks.Language.Rules.Steps;

/// <summary>Reads the HTTP request of a step: PB0004, PB0112, PB0202, PB0203, and PB0205.</summary>
/// <param name="binder">Binds the texts of the step.</param>
/// <param name="urls">Takes the URL, for the guardrails.</param>
/// <param name="reportMissing">Reports what the action is missing.</param>
internal sealed class RequestRules(TextBinder binder, List<UrlText> urls, Action<string> reportMissing)
{
    // Of the schemes that a page can have, these are not addresses of a server.
    private static readonly string[] LocalSchemes = ["about:", "data:"];

    /// <summary>Reads a request.</summary>
    /// <returns>The request; null: it cannot be read, which is reported.</returns>
    public RequestModel? Read(Slot slot)
    {
        if (slot.Keys() is not { } fields)
        {
            return null;
        }

        var method = fields[RequestKeys.Method]?.Word(Rule.WrongKind);
        var url = fields[RequestKeys.Url] is { } address ? Url(address) : null;
        var query = fields[RequestKeys.Query] is { } values ? Texts(values, shown: true) : default;
        var headers = fields[RequestKeys.Headers] is { } written ? new HeaderRules(binder).Read(written) : default;
        var body = Body(fields);
        var statuses = fields[RequestKeys.ExpectStatus] is { } expected ? Statuses(expected) : default;
        var (mode, path) = fields[RequestKeys.Response] is { } response ? Response(response) : default;
        if (url is null)
        {
            return null;
        }

        var request = new RequestModel { Url = url, Query = query, Headers = headers, Body = body, ExpectStatus = statuses, ResponsePath = path };
        return request with { Method = method ?? request.Method, ResponseMode = mode ?? request.ResponseMode };
    }

    private BoundText? Url(Slot slot)
    {
        if (binder.Url(slot) is not { } url)
        {
            return null;
        }

        urls.Add(url);
        if (LocalSchemes.Any(scheme => url.Text.Raw.Length > scheme.Length && url.Text.Raw.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)))
        {
            slot.Report(Rule.InvalidUrl, "The URL of a request must start with http:// or https://, or with one of / ./ ../ ?");
        }

        return url.Text;
    }

    private RequestBodyModel? Body(Fields fields)
    {
        var written = fields.InOrder.Where(slot => RequestKeys.Bodies.Contains(slot.Key)).ToList();
        foreach (var extra in written.Skip(1))
        {
            extra.Report(Rule.NotApplicable, extra.KeySpan, $"A request can have only one of {string.Join(", ", RequestKeys.Bodies)}; '{written[0].Name}' is already set.");
            extra.Ignore();
        }

        var body = written.FirstOrDefault();
        return body is null ? null
            : body.Key == RequestKeys.Json ? new JsonRules(binder).Read(body) is { } json ? new JsonBodyModel(json) : null
            : body.Key == RequestKeys.Form ? new FormBodyModel(Texts(body))
            : binder.Text(body) is { } text ? new TextBodyModel(text) : null;
    }

    private EquatableArray<NamedText> Texts(Slot slot, bool shown = false)
    {
        var entries = new List<NamedText>();
        foreach (var entry in slot.OwnKeys()?.InOrder ?? [])
        {
            if (binder.Text(entry, shown: shown) is { } text)
            {
                entries.Add(new(entry.Name, text));
            }
        }

        return entries.ToEquatableArray();
    }

    private EquatableArray<NumberModel> Statuses(Slot slot)
    {
        var items = slot.Items();
        if (items is { Count: 0 })
        {
            slot.Report(Rule.WrongKind, $"'{slot.Name}' is empty. Leave it out to accept any 2xx.");
        }

        return (items ?? []).Select(item => binder.Number(item)).OfType<NumberModel>().Distinct().ToEquatableArray();
    }

    private (string? Mode, string? Path) Response(Slot slot)
    {
        if (slot.Keys() is not { } fields)
        {
            return default;
        }

        var mode = fields[ResponseKeys.Mode]?.Word(Rule.WrongKind);
        var condition = ResponseKeys.Path.OnlyWith!;
        if (fields[ResponseKeys.Path] is { } path)
        {
            return (mode, ActionRules.IsApplicable(ResponseKeys.Path, path, fields) ? Path(path) : null);
        }

        if (mode == condition.Word && !fields.IsIncomplete)
        {
            reportMissing($"'{ResponseKeys.Path}' with {condition.Key}: {condition.Word}");
        }

        return (mode, null);
    }

    private static string? Path(Slot slot)
    {
        if (slot.Text() is not { } scalar)
        {
            return null;
        }

        if (JsonPath.Problem(scalar.Value) is { } problem)
        {
            slot.Report(Rule.WrongKind, problem + (scalar.Value.IndexOf('{') >= 0 ? " A path takes no placeholders." : string.Empty));
            slot.Ignore();
            return null;
        }

        return scalar.Value;
    }
}

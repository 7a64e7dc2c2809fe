using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Rules.Steps;

namespace Playbooks.Language.Rules;

/// <summary>Reads the requests that are answered without the network: PB0003 for a route without an answer, PB0203 for two, and PB0601 for a host that the guardrails block.</summary>
/// <param name="binder">Binds the texts, in which only parameters are known.</param>
internal sealed class RouteRules(TextBinder binder)
{
    private static readonly string[] Schemes = ["http://", "https://"];

    /// <summary>The URLs that were read, for the guardrails.</summary>
    public List<UrlText> Urls { get; } = [];

    /// <summary>Reads the list.</summary>
    public EquatableArray<RouteModel> Read(Slot? slot) => (slot?.Items() ?? []).Select(ReadOne).OfType<RouteModel>().ToEquatableArray();

    private RouteModel? ReadOne(Slot slot)
    {
        if (slot.Keys() is not { } fields)
        {
            return null;
        }

        var url = fields[RouteKeys.Url] is { } glob ? Url(glob) : null;
        var aborts = fields[RouteKeys.Abort]?.Flag();
        var abort = aborts == true;
        var written = fields.InOrder.Where(one => RouteKeys.Answers.Contains(one.Key) || (abort && (one.Key == RouteKeys.Status || one.Key == RouteKeys.Headers))).ToList();
        foreach (var extra in written.Skip(1))
        {
            extra.Report(Rule.NotApplicable, extra.KeySpan, $"'{extra.Name}' cannot be used with '{written[0].Name}'. Remove one of them.");
        }

        var hasAnswer = fields.InOrder.Any(static one => one.Key != RouteKeys.Url && one.Key != RouteKeys.Times && one.Key != RouteKeys.Abort);
        if (!hasAnswer && (aborts == false || fields[RouteKeys.Abort] is null) && !fields.IsIncomplete && !fields.HasUnknown && fields.InOrder.FirstOrDefault() is { } first)
        {
            slot.Report(Rule.MissingKey, first.KeySpan, "The route has no response. Write status, json, body, file, or abort: true.");
        }

        var route = new RouteModel(url!)
        {
            Status = fields[RouteKeys.Status]?.Number(),
            Json = fields[RouteKeys.Json] is { } json ? new JsonRules(binder).Read(json) : null,
            Body = fields[RouteKeys.Body] is { } body ? binder.Text(body) : null,
            File = fields[RouteKeys.File] is { } file ? binder.Text(file, out var isSound) is { } path && isSound ? path : null : null,
            Headers = fields[RouteKeys.Headers] is { } headers ? new HeaderRules(binder).Read(headers) : default,
            Abort = abort,
            Times = fields[RouteKeys.Times]?.Number(),
        };
        return url is null ? null : route;
    }

    private BoundText? Url(Slot slot)
    {
        var text = binder.Text(slot);
        if (text is not null)
        {
            Urls.Add(new(text, slot, HostIn(text)));
        }

        return text;
    }

    /// <summary>The host that a glob names in full; null: it names none, or many.</summary>
    private static string? HostIn(BoundText text)
    {
        var start = Schemes.FirstOrDefault(scheme => text.Raw.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))?.Length;
        if (start is not { } at || !text.IsLiteral)
        {
            return null;
        }

        var rest = text.Raw.Substring(at);
        var end = rest.IndexOfAny(['/', '?', '#', ':']);
        var host = end < 0 ? rest : rest.Substring(0, end);
        return host.Length == 0 || host.IndexOf('*') >= 0 ? null : host.ToLowerInvariant();
    }
}

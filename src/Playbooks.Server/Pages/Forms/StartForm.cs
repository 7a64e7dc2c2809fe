using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Playbooks.Server.Api;
using Playbooks.Server.Catalog;
using Playbooks.Server.Starting;

namespace Playbooks.Server.Pages.Forms;

/// <summary>The content of the form that starts a playbook. The fields have the names of the request's keys, so that mistakes are shown at their fields.</summary>
/// <param name="Playbook">The playbook to start.</param>
/// <param name="Values">The values by field name. Never contains a secret.</param>
/// <param name="Problems">The problems with fields.</param>
internal sealed record StartForm(CatalogPlaybook Playbook, IReadOnlyDictionary<string, StringValues> Values, IReadOnlyList<FieldProblem> Problems)
{
    /// <summary>Gets a problem that belongs to no field, or null. See also <see cref="Problems"/>.</summary>
    public string? Problem { get; init; }

    /// <summary>Gets whether there are problems.</summary>
    public bool IsRefused => Problem is not null || Problems.Count > 0;

    /// <summary>Returns the field name of a parameter.</summary>
    public static string FieldOf(CatalogParameter parameter) => $"parameters.{parameter.Name}";

    /// <summary>Gets the credentials of the login that are not also secret parameters, which have fields of their own.</summary>
    public IEnumerable<string> Credentials => Playbook.Credentials.Where(name => !Playbook.Parameters.Any(parameter => parameter.Secret && parameter.Name == name));

    /// <summary>Returns the field name of a credential of the login.</summary>
    public static string FieldOf(string credential) => $"credentials.{credential}";

    /// <summary>Creates an empty form, with the defaults of parameters that have choices.</summary>
    public static StartForm Empty(CatalogPlaybook playbook) => new(
        playbook,
        playbook.Parameters
            .Where(static parameter => parameter is { Default: not null, Secret: false, IsList: false } && (parameter.Choices.Count > 0 || parameter.Type == "bool"))
            .ToDictionary(FieldOf, static parameter => new StringValues(parameter.Default)),
        []);

    /// <summary>Creates a form with the values of an earlier run. Its secrets are not available.</summary>
    public static StartForm From(CatalogPlaybook playbook, RunStatus run, string? baseUrl)
    {
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach (var parameter in playbook.Parameters.Where(static parameter => !parameter.Secret))
        {
            if (run.Parameters.TryGetValue(parameter.Name, out var text))
            {
                values[FieldOf(parameter)] = !parameter.IsList ? text : parameter.Choices.Count > 0 ? ItemsOf(text) : string.Join('\n', ItemsOf(text));
            }
        }

        values[StartFields.BaseUrl] = baseUrl;
        return new(playbook, values, []);
    }

    /// <summary>Creates a form with the values that a client sent.</summary>
    public static StartForm From(CatalogPlaybook playbook, IFormCollection sent)
    {
        var secrets = playbook.Parameters.Where(static parameter => parameter.Secret).Select(FieldOf).Concat(playbook.Credentials.Select(FieldOf)).ToHashSet(StringComparer.Ordinal);
        return new(playbook, sent.Where(field => !secrets.Contains(field.Key)).ToDictionary(static field => field.Key, static field => field.Value, StringComparer.Ordinal), []);
    }

    /// <summary>Returns the value of a field.</summary>
    public string? ValueOf(string field) => Values.TryGetValue(field, out var value) ? value.ToString() : null;

    /// <summary>Determines whether a value is selected in a field or in one of its checkboxes.</summary>
    public bool Has(string field, string value) => Values.TryGetValue(field, out var all) && all.Contains(value);

    /// <summary>Returns the problems with a field.</summary>
    public IEnumerable<FieldProblem> ProblemsOf(string field) => Problems.Where(problem => problem.Field == field);

    /// <summary>Converts the form to a request. Empty fields are omitted.</summary>
    /// <param name="sent">The form as sent, including secrets.</param>
    public StartRequest ToRequest(IFormCollection sent)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        var credentials = new Dictionary<string, Secret>(StringComparer.Ordinal);
        foreach (var parameter in Playbook.Parameters)
        {
            var texts = sent[FieldOf(parameter)];
            if (parameter.IsList)
            {
                List<string> items = [.. texts.SelectMany(static text => (text ?? string.Empty).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
                if (items.Count > 0)
                {
                    Put(parameter, $"[{string.Join(',', items.Select(static item => $"\"{JsonEncodedText.Encode(item)}\""))}]");
                }
            }
            else if (texts.ToString() is { Length: > 0 } text)
            {
                Put(parameter, text);
            }
        }

        foreach (var name in Credentials)
        {
            if (sent[FieldOf(name)].ToString() is { Length: > 0 } text)
            {
                credentials[name] = new(text);
            }
        }

        return new()
        {
            Playbook = Playbook.Id,
            Parameters = parameters,
            Credentials = credentials,
            RunId = Text(StartFields.RunId),
            BaseUrl = Text(StartFields.BaseUrl),
            TimeoutSeconds = Text(StartFields.Timeout) is { } seconds ? int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0 : null,
            Headed = Has(StartFields.Headed, "true") ? true : null,
            Recording = new(Has(StartFields.Trace, "true") ? true : null, Has(StartFields.Screenshots, "true") ? true : null),
        };

        void Put(CatalogParameter parameter, string text)
        {
            if (parameter.Secret)
            {
                credentials[parameter.Name] = new(text);
            }
            else
            {
                parameters[parameter.Name] = text;
            }
        }
    }

    private string? Text(string field) => ValueOf(field)?.Trim() is { Length: > 0 } text ? text : null;

    // The list of a run is stored as it was given: as JSON, or separated by commas.
    private static string[] ItemsOf(string text)
    {
        try
        {
            if (text.StartsWith('['))
            {
                using var json = JsonDocument.Parse(text);
                return [.. json.RootElement.EnumerateArray().Select(static item => item.ToString())];
            }
        }
        catch (JsonException)
        {
            // The text starts with a bracket, but is not JSON.
        }

        return text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}

/// <summary>The names of the fields that every form has.</summary>
internal static class StartFields
{
    public const string BaseUrl = "base_url";
    public const string RunId = "run_id";
    public const string Timeout = "timeout_seconds";
    public const string Headed = "headed";
    public const string Trace = "recording.trace";
    public const string Screenshots = "recording.screenshots";
}

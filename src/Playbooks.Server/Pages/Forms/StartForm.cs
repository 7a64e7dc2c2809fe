using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Playbooks.Server.Api;
using Playbooks.Server.Catalogue;
using Playbooks.Server.Starting;

namespace Playbooks.Server.Pages.Forms;

/// <summary>What stands in the form that starts a playbook. Its fields are called as those of the request are, so that a mistake is found at its field.</summary>
/// <param name="Playbook">What is to be started.</param>
/// <param name="Values">What stands in each field, by its name; a secret never does.</param>
/// <param name="Problems">What is wrong with which field.</param>
internal sealed record StartForm(CataloguePlaybook Playbook, IReadOnlyDictionary<string, StringValues> Values, IReadOnlyList<FieldProblem> Problems)
{
    /// <summary>What is wrong with no field of its own; null: see <see cref="Problems"/>.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether anything is wrong.</summary>
    public bool IsRefused => Problem is not null || Problems.Count > 0;

    /// <summary>The name of a parameter's field.</summary>
    public static string FieldOf(CatalogueParameter parameter) => $"parameters.{parameter.Name}";

    /// <summary>As it is at first: with the defaults of what is chosen from a list.</summary>
    public static StartForm Empty(CataloguePlaybook playbook) => new(
        playbook,
        playbook.Parameters
            .Where(static parameter => parameter is { Default: not null, Secret: false, IsList: false } && (parameter.Choices.Count > 0 || parameter.Type == "bool"))
            .ToDictionary(FieldOf, static parameter => new StringValues(parameter.Default)),
        []);

    /// <summary>With what an earlier run was given; its secrets are not known any more.</summary>
    public static StartForm Of(CataloguePlaybook playbook, RunStatus run, string? baseUrl)
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

    /// <summary>As it was sent.</summary>
    public static StartForm Of(CataloguePlaybook playbook, IFormCollection sent)
    {
        var secrets = playbook.Parameters.Where(static parameter => parameter.Secret).Select(FieldOf).ToHashSet(StringComparer.Ordinal);
        return new(playbook, sent.Where(field => !secrets.Contains(field.Key)).ToDictionary(static field => field.Key, static field => field.Value, StringComparer.Ordinal), []);
    }

    /// <summary>What stands in a field.</summary>
    public string? ValueOf(string field) => Values.TryGetValue(field, out var value) ? value.ToString() : null;

    /// <summary>Whether a field, or one of its boxes, has a value chosen.</summary>
    public bool Has(string field, string value) => Values.TryGetValue(field, out var all) && all.Contains(value);

    /// <summary>What is wrong with a field; empty: nothing.</summary>
    public IEnumerable<FieldProblem> ProblemsOf(string field) => Problems.Where(problem => problem.Field == field);

    /// <summary>The request that it stands for. What is left empty is left out.</summary>
    /// <param name="sent">As it was sent, with its secrets.</param>
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

        void Put(CatalogueParameter parameter, string text)
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

    // A run's list is told as it was given: as JSON, or between commas.
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
            // Then it is no JSON, and begins with a bracket all the same.
        }

        return text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}

/// <summary>The names of the fields that every playbook has.</summary>
internal static class StartFields
{
    public const string BaseUrl = "base_url";
    public const string RunId = "run_id";
    public const string Timeout = "timeout_seconds";
    public const string Headed = "headed";
    public const string Trace = "recording.trace";
    public const string Screenshots = "recording.screenshots";
}

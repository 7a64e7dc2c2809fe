using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Playbooks.Guarding.Urls;
using Playbooks.Server.Api;
using Playbooks.Server.Catalog;

namespace Playbooks.Server.Starting;

/// <summary>Validates a request before anything is started. Reports all mistakes at once, with the compiler's messages where it has one.</summary>
internal sealed class RequestCheck(PlaybookCatalog catalog, PlaybooksOptions options, IConfiguration configuration, ILoggerFactory loggers)
{
    private readonly TrustedBaseUrls trusted = new(options);
    private readonly ILogger runLogger = loggers.CreateLogger("Playbooks.Runs");

    /// <summary>Validates a request.</summary>
    /// <exception cref="RefusedException">The request is invalid.</exception>
    public RunOrder Check(StartRequest request)
    {
        var problems = new Problems();
        var entry = Pick(request, problems);
        var given = entry is null ? [] : Given(entry.Info, request, problems);
        var configured = entry is null ? [] : Configured(entry.Info, given);
        Dictionary<string, string> values = new([.. given, .. configured], StringComparer.Ordinal);
        if (entry is not null)
        {
            foreach (var finding in entry.Check(values))
            {
                problems.Add($"parameters.{finding.Parameter}", finding.Message, finding.Id);
            }

            request.Guardrails?.Check(GuardrailsOf(entry.Info), problems);
        }

        if (request.BaseUrl is { } baseUrl && WebOrigin.Read(baseUrl) is null)
        {
            problems.Add("base_url", $"'{Problems.Shorten(baseUrl)}' is not an absolute http or https URL with a valid host, such as http://localhost:5000.");
        }

        var (shortest, longest) = StartRequestForm.RangeOf("timeout_seconds");
        if (request.TimeoutSeconds is { } seconds && (seconds < shortest || seconds > longest))
        {
            problems.Add("timeout_seconds", $"'timeout_seconds' must be from {shortest} to {longest}, but is {seconds}.");
        }

        problems.ThrowIfAny();
        var login = new LoginCredentialsCheck(entry!.Info, request, configuration);
        var playbook = entry.Create(values);
        if (trusted.Contain(entry, values, request.BaseUrl, given.ContainsKey))
        {
            login.AddMissing(problems, withConfigured: true);
            problems.ThrowIfAny();
            return Order(playbook, request, values, withheld: [], login.Complete);
        }

        AddWithheld(entry, configured.Keys, problems);
        login.AddMissing(problems, withConfigured: false);
        problems.ThrowIfAny();
        var order = Order(configured.Count > 0 ? entry.Create(given) : playbook, request, given, [.. configured.Keys.Union(login.Withheld)], login.Sent);
        return order with { Request = order.Request with { IsBaseUrlUntrusted = true } };
    }

    private Guardrails GuardrailsOf(PlaybookInfo playbook) => options.Run.Guardrails ?? playbook.Guardrails;

    /// <summary>Explains why a configured credential is not used.</summary>
    public static string WithheldSentence(string name) =>
        $"The configured '{name}' is used only for base URLs in the service's configuration or the playbook, and the base URL of this run is in neither. Send '{name}' in 'credentials', or add the base URL to the service's option {nameof(PlaybooksOptions.AllowedBaseUrls)}.";

    // Without this message, the client would only learn that a parameter is missing, although the configuration contains it.
    private static void AddWithheld(PlaybookEntry entry, IEnumerable<string> configured, Problems problems)
    {
        foreach (var name in configured.Where(name => entry.Info.Parameters.Any(parameter => parameter.Name == name && parameter.Required)))
        {
            problems.Add($"credentials.{name}", WithheldSentence(name));
        }
    }

    private PlaybookEntry? Pick(StartRequest request, Problems problems)
    {
        if (request is { Playbook: null, Directive: null } or { Playbook: not null, Directive: not null })
        {
            problems.Add("playbook", "The request requires either 'playbook', the id of a playbook, or 'directive', a natural-language description.");
            return null;
        }

        if (request.Playbook is { } id)
        {
            if (catalog.Find(id) is { } found)
            {
                return found;
            }

            var ids = catalog.All.Select(static entry => entry.Info.Id).ToList();
            problems.Add("playbook", $"There is no playbook '{Problems.Shorten(id)}'" + (NearestName.Find(id, ids) is { } near ? $". Did you mean '{near}'?" : ids.Count > 0 ? $". The playbooks are: {string.Join(", ", ids)}." : "."));
            return null;
        }

        // Patterns are matched against it, which takes time in proportion to its length.
        if (request.Directive!.Length > StartRequestForm.MaxLengthOf("directive"))
        {
            problems.Add("directive", $"'directive' must have at most {StartRequestForm.MaxLengthOf("directive")} characters, but has {request.Directive.Length}.");
            return null;
        }

        var picked = Directive.Pick(request.Directive, catalog.All);
        if (picked.Problem is { } problem)
        {
            problems.Add("directive", problem);
        }

        return picked.Playbook;
    }

    /// <summary>Returns the values of the request: its parameters, and those of its directive and its credentials.</summary>
    private static Dictionary<string, string> Given(PlaybookInfo playbook, StartRequest request, Problems problems)
    {
        var values = new Dictionary<string, string>(request.Directive is { } directive ? Directive.Read(directive, playbook) : [], StringComparer.Ordinal);
        foreach (var (name, text) in request.Parameters)
        {
            values[name] = text;
        }

        var secrets = playbook.Parameters.Where(static parameter => parameter.Secret).Select(static parameter => parameter.Name).ToList();
        List<string> known = [.. secrets.Union(playbook.Credentials.Select(static credential => credential.Name))];
        foreach (var (name, secret) in request.Credentials)
        {
            if (!known.Contains(name))
            {
                var near = NearestName.Find(name, known);
                problems.Add(
                    $"credentials.{name}",
                    $"The playbook '{playbook.Id}' has no secret parameter '{Problems.Shorten(name)}', and its login does not take it" + (near is not null ? $". Did you mean '{near}'?" : known.Count > 0 ? $". It takes: {string.Join(", ", known)}." : ". It takes no credentials."));
            }
            else if (secrets.Contains(name))
            {
                values.TryAdd(name, secret.Reveal());
            }
        }

        return values;
    }

    /// <summary>Returns the configured values of the secrets that the request omits.</summary>
    private Dictionary<string, string> Configured(PlaybookInfo playbook, Dictionary<string, string> given)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in playbook.Parameters.Where(parameter => parameter.Secret && !given.ContainsKey(parameter.Name)))
        {
            if (ConfiguredCredentials.Find(configuration, parameter.Name) is { } configured)
            {
                values[parameter.Name] = configured.Reveal();
            }
        }

        return values;
    }

    private RunOrder Order(
        Playbook playbook, StartRequest request, Dictionary<string, string> values, IReadOnlyList<string> withheld, IReadOnlyDictionary<string, Secret> credentials)
    {
        var info = playbook.Info;
        var id = request.RunId is { } named ? RunId.From(named) : RunId.New(options.TimeProvider);
        var timeout = request.TimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : options.RunTimeout;
        var run = options.Run with
        {
            OutputRoot = options.Root,
            BaseUrl = request.BaseUrl ?? options.Run.BaseUrl,
            Timeout = timeout,
            Trace = request.Recording?.Trace switch { true => TraceMode.Always, false => TraceMode.Never, null => options.Run.Trace },
            Screenshots = request.Recording?.Screenshots switch { true => ScreenshotMode.EachAction, false => ScreenshotMode.OnFailure, null => options.Run.Screenshots },
            Guardrails = request.Guardrails?.Within(GuardrailsOf(info)) ?? options.Run.Guardrails,
            TimeProvider = options.TimeProvider,
            Retention = options.Run.Retention ?? Retention.Default,
            Logger = options.Run.Logger ?? runLogger,
        };
        var shown = info.Parameters
            .Select(parameter => (parameter.Name, Text: values.TryGetValue(parameter.Name, out var given) ? given : parameter.Default, parameter.Secret))
            .Where(static value => value.Text is not null)
            .ToDictionary(static value => value.Name, static value => value.Secret ? "***" : value.Text!);
        return new(playbook, new() { RunId = id, Credentials = credentials }, run, request.Headed ?? options.Browser.Headed, Checks(info, request, shown.Count, timeout, withheld)) { ShownValues = shown };
    }

    private static List<string> Checks(PlaybookInfo info, StartRequest request, int values, TimeSpan timeout, IReadOnlyList<string> withheld)
    {
        var verified = info.Steps.Count(static step => step.HasVerify);
        List<string> checks =
        [
            request.Directive is null ? $"There is a playbook '{info.Id}' ({info.Name})." : $"The directive selects the playbook '{info.Id}' ({info.Name}).",
            $"{values} of its {info.Parameters.Count} parameter(s) have a value, and each is valid for its type, choices, and pattern.",
            $"The time limit of the run is {timeout.TotalSeconds:0.###} s.",
            $"{info.Steps.Count} step(s) would be executed, {verified} of them with a verify.",
        ];
        if (request.BaseUrl is { } baseUrl)
        {
            checks.Add($"The base URL is {baseUrl}.");
        }

        if (withheld.Count > 0)
        {
            checks.Add($"The configured {string.Join(", ", withheld.Select(static name => $"'{name}'"))} is not used, because this base URL is in neither the service's configuration nor the playbook.");
        }

        return checks;
    }
}

namespace Playbooks.Language.Grammar;

/// <summary>The keys of a playbook.</summary>
public static class PlaybookKeys
{
    /// <summary><c>id</c>.</summary>
    public static KeyDefinition Id { get; } = new("id", KeyKind.Name, "Names the playbook and its generated class: `cancel_order` becomes `CancelOrder`.", "cancel_order") { Required = true };

    /// <summary><c>name</c>.</summary>
    public static KeyDefinition Name { get; } = new("name", KeyKind.PlainText, "The name that people read.", "Cancel an order") { Default = "the id" };

    /// <summary><c>description</c>.</summary>
    public static KeyDefinition Description { get; } = new("description", KeyKind.PlainText, "What the playbook does.", "Find an order by its number and cancel it");

    /// <summary><c>tags</c>.</summary>
    public static KeyDefinition Tags { get; } = new("tags", KeyKind.PlainTexts, "Tags, which become xunit traits (`Category`).", "[orders, smoke]");

    /// <summary><c>base_url</c>.</summary>
    public static KeyDefinition BaseUrl { get; } = new("base_url", KeyKind.Url, "The URL that relative URLs resolve against. A run's own option takes precedence.", "https://shop.example.com");

    /// <summary><c>start_url</c>.</summary>
    public static KeyDefinition StartUrl { get; } = new("start_url", KeyKind.Url, "Opened before the first step.", "/orders");

    /// <summary><c>auth_required</c>.</summary>
    public static KeyDefinition AuthRequired { get; } = new("auth_required", KeyKind.Bool, "Whether a run must be logged in. With `true`, a run without credentials fails before its first step with `AUTH_FAILED`; with `false`, it never logs in.", "true") { Default = "a run logs in if there are credentials" };

    /// <summary><c>auth</c>.</summary>
    public static KeyDefinition Auth { get; } = new("auth", KeyKind.Mapping, "How a run logs in, before `start_url` is opened.", "{ login_url: /login, success: { cookie_present: user_session } }") { Mapping = AuthKeys.Mapping };

    /// <summary><c>capture</c>.</summary>
    public static KeyDefinition Capture { get; } = new("capture", KeyKind.Mapping, "What is read from the session after the login. The values are secrets.", "{ cookies: [{ name: user_session, store_as: session_cookie }] }") { Mapping = CaptureKeys.Mapping };

    /// <summary><c>parameters</c>.</summary>
    public static KeyDefinition Parameters { get; } = new("parameters", KeyKind.Mappings, "The values that the caller passes.", "[{ name: order_id, type: int }]") { Mapping = ParameterKeys.Mapping };

    /// <summary><c>guardrails</c>.</summary>
    public static KeyDefinition Guardrails { get; } = new("guardrails", KeyKind.Mapping, "What a run must not do.", "{ max_urls_visited: 20 }") { Mapping = GuardrailKeys.Mapping };

    /// <summary><c>cases</c>.</summary>
    public static KeyDefinition Cases { get; } = new("cases", KeyKind.Mappings, "The playbook's own tests.", "[{ name: works }]") { Mapping = CaseKeys.Mapping };

    /// <summary><c>cases_from</c>.</summary>
    public static KeyDefinition CasesFrom { get; } = new("cases_from", KeyKind.File, "A CSV file with more cases, one in each row.", "orders.cases.csv");

    /// <summary><c>steps</c>.</summary>
    public static KeyDefinition Steps { get; } = new("steps", KeyKind.Steps, "What happens, step by step; at least one.", "[{ action: hover, selector: \"#menu\" }]") { Required = true, Mapping = StepKeys.Mapping };

    /// <summary><c>finally</c>.</summary>
    public static KeyDefinition Finally { get; } = new("finally", KeyKind.Steps, "What happens at the end, whatever happened before: even after a failed step, a timeout, or a stop.", "[{ action: click, selector: \"#logout\" }]") { Mapping = StepKeys.Mapping };

    /// <summary><c>browser</c>.</summary>
    public static KeyDefinition Browser { get; } = new("browser", KeyKind.Mapping, "The browser context of the run. A run's own options take precedence.", "{ locale: de-DE }") { Mapping = BrowserKeys.Mapping };

    /// <summary><c>routes</c>.</summary>
    public static KeyDefinition Routes { get; } = new("routes", KeyKind.Mappings, "Requests that are answered without the network, for the whole run.", "[{ url: \"**/api/orders\", status: 500 }]") { Mapping = RouteKeys.Mapping };

    /// <summary>The mapping that a file holds.</summary>
    public static MappingDefinition Mapping { get; } = new(
        "playbook", "The playbook", Id, Name, Description, Tags, BaseUrl, StartUrl, AuthRequired, Auth, Capture, Parameters, Guardrails, Cases, CasesFrom, Steps, Finally, Browser, Routes);
}

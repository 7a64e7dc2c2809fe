using System.Text.Json;

namespace Playbooks.Server.Starting;

/// <summary>
/// Defines the format of a <see cref="StartRequest"/>: its keys and limits, which the reader and the OpenAPI document share. As metadata, it
/// marks the endpoint that accepts such a request.
/// </summary>
internal sealed class StartRequestForm
{
    /// <summary>The format as a JSON schema.</summary>
    public const string Schema = """
        {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "playbook": { "type": "string", "description": "The playbook's id. Either this or 'directive'." },
            "directive": { "type": "string", "maxLength": 4000, "description": "A natural-language description, which selects a playbook by its tags and fills in parameters by their patterns." },
            "parameters": { "type": "object", "description": "Values by parameter name: strings, numbers, true, false or lists of these.", "additionalProperties": true },
            "run_id": { "type": "string", "description": "The id of the run. An id that is not a safe folder name is mapped to one. Default: a new id." },
            "base_url": { "type": "string", "format": "uri", "description": "The URL that relative URLs resolve against. The service's configured credentials are used only for base URLs that its configuration or the playbook names." },
            "credentials": { "type": "object", "description": "Values of secret parameters that 'parameters' leaves out, and the credentials of the playbook's login.", "additionalProperties": { "type": "string", "format": "password" } },
            "timeout_seconds": { "type": "integer", "minimum": 1, "maximum": 3600, "default": 600 },
            "headed": { "type": "boolean", "description": "Whether the browser shows its windows." },
            "recording": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "trace": { "type": "boolean", "description": "true: always keep a trace; false: never. Default: keep it unless the outcome is passed." },
                "screenshots": { "type": "boolean", "description": "true: a screenshot of each action. Default: only of a failed step." }
              }
            },
            "guardrails": {
              "type": "object",
              "additionalProperties": false,
              "description": "Limits in addition to those of the playbook; none can be less restrictive than the playbook's.",
              "properties": {
                "allowed_domains": { "type": "array", "items": { "type": "string" } },
                "blocked_domains": { "type": "array", "items": { "type": "string" } },
                "allow_private_networks": { "type": "boolean" },
                "max_urls_visited": { "type": "integer", "minimum": 1, "maximum": 10000 },
                "max_consecutive_errors": { "type": "integer", "minimum": 1, "maximum": 100 }
              }
            }
          }
        }
        """;

    private static readonly JsonElement Root = JsonDocument.Parse(Schema).RootElement;

    /// <summary>Returns the keys of an object.</summary>
    /// <param name="path">The key of the object, or keys separated by dots. Empty for the whole request.</param>
    public static string[] KeysOf(string path) => [.. Find(path).GetProperty("properties").EnumerateObject().Select(static property => property.Name)];

    /// <summary>Returns the minimum and the maximum of a number.</summary>
    /// <param name="path">The key of the number, or keys separated by dots.</param>
    public static (int Minimum, int Maximum) RangeOf(string path) => (Find(path).GetProperty("minimum").GetInt32(), Find(path).GetProperty("maximum").GetInt32());

    /// <summary>Returns the maximum length of a text, in characters.</summary>
    /// <param name="path">The key of the text, or keys separated by dots.</param>
    public static int MaxLengthOf(string path) => Find(path).GetProperty("maxLength").GetInt32();

    private static JsonElement Find(string path) =>
        path.Split('.', StringSplitOptions.RemoveEmptyEntries).Aggregate(Root, static (owner, key) => owner.GetProperty("properties").GetProperty(key));
}

namespace Playbooks.Server.Starting;

/// <summary>Marks the endpoint that takes a <see cref="StartRequest"/>.</summary>
internal sealed class StartRequestForm
{
    /// <summary>The form that <see cref="StartRequestReader"/> reads, as a JSON schema.</summary>
    public const string Schema = """
        {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "playbook": { "type": "string", "description": "The playbook's id. Either this or 'directive'." },
            "directive": { "type": "string", "maxLength": 4000, "description": "What is wanted in words: the playbook is picked by its tags, its parameters are found by their patterns." },
            "parameters": { "type": "object", "description": "Values by parameter name: texts, numbers, true, false or lists of these.", "additionalProperties": true },
            "run_id": { "type": "string", "description": "The caller's name for the run; turned into a safe one where it is none. Default: a fresh UUID." },
            "base_url": { "type": "string", "format": "uri", "description": "What relative URLs resolve against. The service's configured credentials are used only for base URLs that its configuration or the playbook names." },
            "credentials": { "type": "object", "description": "Values of secret parameters that 'parameters' leaves out.", "additionalProperties": { "type": "string", "format": "password" } },
            "timeout_seconds": { "type": "integer", "minimum": 1, "maximum": 3600, "default": 600 },
            "headed": { "type": "boolean", "description": "Whether the browser shows its windows." },
            "recording": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "trace": { "type": "boolean", "description": "true: a trace is kept however the run ends; false: none. Default: of a run that did not plainly pass." },
                "screenshots": { "type": "boolean", "description": "true: a screenshot of each action. Default: of failures." }
              }
            },
            "guardrails": {
              "type": "object",
              "additionalProperties": false,
              "description": "Limits beside those of the playbook; none may be wider than the playbook's.",
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
}

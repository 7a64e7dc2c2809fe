using ModelContextProtocol.Server;
using Playbooks.Cli.Documentation;
using Playbooks.Cli.Schema;

namespace Playbooks.Cli.Assistants;

/// <summary>What an assistant reads before it writes a playbook.</summary>
internal static class LanguageResources
{
    /// <summary>Creates the resources: the reference of the language, and its grammar as a JSON schema.</summary>
    public static IReadOnlyList<McpServerResource> Create() =>
    [
        Resource("playbooks://language", "language", "The reference for the playbook language, with every key and action.", "text/markdown", static () => DocumentationPages.Read("docs/language.md")),
        Resource("playbooks://schema", "schema", "The JSON schema for playbooks.", "application/schema+json", PlaybookSchema.Write),
    ];

    private static McpServerResource Resource(string uri, string name, string description, string mediaType, Func<string> read) =>
        McpServerResource.Create(read, new() { UriTemplate = uri, Name = name, Description = description, MimeType = mediaType });
}

using System.CommandLine;

namespace Playbooks.Cli.Commands;

/// <summary>The option that replaces the base URL of playbooks.</summary>
internal static class BaseUrlOption
{
    /// <summary>Creates the option.</summary>
    public static Option<string> Create() => new("--base-url") { Description = "What relative URLs resolve against. The default is the playbook's base_url." };
}

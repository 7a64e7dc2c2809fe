using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Playbooks.Execution.Login;

/// <summary>Reads credentials from the environment and from .NET user secrets. The environment takes precedence.</summary>
internal static class ConfiguredCredentials
{
    /// <summary>The configuration section of credentials by name.</summary>
    public const string Section = "PLAYBOOKS_CREDENTIALS";

    /// <summary>Returns the environment variable of a credential, such as <c>PLAYBOOKS_CREDENTIALS__PASSWORD</c>.</summary>
    public static string VariableOf(string name) => $"{Section}__{name.ToUpperInvariant()}";

    /// <summary>Reads the configuration of a project.</summary>
    public static IConfiguration Read(Assembly project) =>
        new ConfigurationBuilder().AddUserSecrets(project, optional: true).AddEnvironmentVariables().Build();

    /// <summary>Returns a credential of a project, or null if it is not set or is empty.</summary>
    public static Secret? Find(Assembly project, string name) => Find(Read(project), name);

    /// <summary>Returns a credential, or null if it is not set or is empty.</summary>
    public static Secret? Find(IConfiguration configuration, string name) =>
        configuration[$"{Section}:{name}"] is { Length: > 0 } value ? new(value) : null;
}

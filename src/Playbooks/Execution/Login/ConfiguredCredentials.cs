using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Playbooks.Execution.Login;

/// <summary>Reads credentials from the environment and from .NET user secrets. The environment takes precedence.</summary>
internal static class ConfiguredCredentials
{
    /// <summary>Returns the environment variable of a credential, such as <c>PLAYBOOKS_CREDENTIALS__PASSWORD</c>.</summary>
    public static string VariableOf(string name) => CredentialVariable.Of(name);

    /// <summary>Creates the error for credentials that a run needs and does not have. The message says what to set.</summary>
    /// <param name="demand">What needs them, such as <c>The playbook has auth_required: true</c>.</param>
    /// <param name="missing">Their names.</param>
    public static PlaybookException Missing(string demand, IReadOnlyCollection<string> missing) => new(
        ErrorCode.AuthFailed,
        $"{demand}, but no {string.Join(" and no ", missing.Select(static name => $"'{name}'"))} was supplied. Set {string.Join(" and ", missing.Select(VariableOf))}, or pass the credentials in the options of the run.");

    /// <summary>Reads the configuration of a project.</summary>
    public static IConfiguration Read(Assembly project) =>
        new ConfigurationBuilder().AddUserSecrets(project, optional: true).AddEnvironmentVariables().Build();

    /// <summary>Returns a credential of a project, or null if it is not set or is empty.</summary>
    public static Secret? Find(Assembly project, string name) => Find(Read(project), name);

    /// <summary>Returns a credential, or null if it is not set or is empty.</summary>
    public static Secret? Find(IConfiguration configuration, string name) =>
        configuration[$"{CredentialVariable.Section}:{name}"] is { Length: > 0 } value ? new(value) : null;
}

using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Playbooks;

/// <summary>Reads credentials as runs do: from the environment and from .NET user secrets. The environment takes precedence.</summary>
public static class ConfiguredCredentials
{
    /// <summary>Returns the name of the environment variable for a credential, such as <c>PLAYBOOKS_CREDENTIALS__PASSWORD</c> for <c>password</c>.</summary>
    /// <param name="name">The name of the credential.</param>
    public static string VariableOf(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return CredentialVariable.Of(name);
    }

    /// <summary>Returns a credential from the environment or from the user secrets of a project, or null if it is not set or is empty.</summary>
    /// <param name="project">The assembly of the project, which identifies the project's user secrets.</param>
    /// <param name="name">The name of the credential.</param>
    public static Secret? Find(Assembly project, string name)
    {
        ArgumentNullException.ThrowIfNull(project);
        return Find(Read(project), name);
    }

    /// <summary>Returns a credential from the section <c>PLAYBOOKS_CREDENTIALS</c> of a configuration, or null if it is not set or is empty.</summary>
    /// <param name="configuration">The configuration, such as that of a host.</param>
    /// <param name="name">The name of the credential.</param>
    public static Secret? Find(IConfiguration configuration, string name)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return configuration[$"{CredentialVariable.Section}:{name}"] is { Length: > 0 } value ? new(value) : null;
    }

    /// <summary>Creates the error for credentials that a run needs and does not have. The message says what to set.</summary>
    /// <param name="demand">What needs them, such as <c>The playbook has auth_required: true</c>.</param>
    /// <param name="missing">Their names.</param>
    internal static PlaybookException Missing(string demand, IReadOnlyCollection<string> missing) => new(
        ErrorCode.AuthFailed,
        $"{demand}, but no {string.Join(" or ", missing.Select(static name => $"'{name}'"))} was supplied. Set {string.Join(" and ", missing.Select(VariableOf))}, or pass the credentials in the options of the run.");

    /// <summary>Reads the configuration of a project.</summary>
    internal static IConfiguration Read(Assembly project) =>
        new ConfigurationBuilder().AddUserSecrets(project, optional: true).AddEnvironmentVariables().Build();
}

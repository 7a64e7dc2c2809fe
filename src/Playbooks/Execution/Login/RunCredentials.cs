using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Playbooks.Execution.Login;

/// <summary>Finds the credentials of a run: in its request, in the options, in the environment, and in the user secrets of the playbook's project.</summary>
/// <param name="options">The options of all runs.</param>
/// <param name="request">What belongs to this run. A base URL that its sender chose receives the credentials of the sender only.</param>
/// <param name="project">The assembly of the playbook, whose user secrets are read.</param>
internal sealed class RunCredentials(RunOptions options, RunRequest request, Assembly project)
{
    private readonly Lazy<IConfiguration> configuration = new(() => ConfiguredCredentials.Read(project));

    /// <summary>Returns a credential, or null if it is not set.</summary>
    public Secret? Find(string name) =>
        request.Credentials.TryGetValue(name, out var own) ? own
        : request.IsBaseUrlUntrusted ? null
        : options.Credentials.TryGetValue(name, out var shared) ? shared
        : ConfiguredCredentials.Find(configuration.Value, name);
}

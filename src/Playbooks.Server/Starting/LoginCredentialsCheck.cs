using Microsoft.Extensions.Configuration;
using Playbooks.Server.Api;

namespace Playbooks.Server.Starting;

/// <summary>Finds the credentials of a run's login: those that the client sends, and the configured ones.</summary>
internal sealed class LoginCredentialsCheck
{
    private readonly PlaybookInfo playbook;
    private readonly Dictionary<string, Secret> configured;

    public LoginCredentialsCheck(PlaybookInfo playbook, StartRequest request, IConfiguration configuration)
    {
        this.playbook = playbook;
        var names = playbook.AuthRequired == false ? [] : playbook.Credentials.Select(static credential => credential.Name).ToList();
        Sent = request.Credentials.Where(sent => names.Contains(sent.Key)).ToDictionary(StringComparer.Ordinal);
        configured = names
            .Where(name => !Sent.ContainsKey(name))
            .Select(name => (Name: name, Value: ConfiguredCredentials.Find(configuration, name)))
            .Where(static one => one.Value is not null)
            .ToDictionary(static one => one.Name, static one => one.Value!, StringComparer.Ordinal);
    }

    /// <summary>Gets the credentials that the client sends.</summary>
    public IReadOnlyDictionary<string, Secret> Sent { get; }

    /// <summary>Gets the credentials that the client sends, and the configured ones.</summary>
    public IReadOnlyDictionary<string, Secret> Complete => new Dictionary<string, Secret>([.. Sent, .. configured], StringComparer.Ordinal);

    /// <summary>Gets the names of the configured credentials.</summary>
    public IEnumerable<string> Withheld => configured.Keys;

    /// <summary>Adds a problem for each credential without which the run cannot log in, if it must.</summary>
    /// <param name="problems">Receives the problems.</param>
    /// <param name="withConfigured">Whether the run receives the configured credentials.</param>
    public void AddMissing(Problems problems, bool withConfigured)
    {
        foreach (var (name, _) in playbook.Credentials.Where(credential => credential.Required && playbook.AuthRequired == true && !Sent.ContainsKey(credential.Name)))
        {
            if (!configured.ContainsKey(name))
            {
                problems.Add($"credentials.{name}", $"The playbook '{playbook.Id}' logs in, and the credential '{name}' is missing. Send it in 'credentials', or configure {ConfiguredCredentials.VariableOf(name)}.");
            }
            else if (!withConfigured)
            {
                problems.Add($"credentials.{name}", RequestCheck.WithheldSentence(name));
            }
        }
    }
}

namespace Playbooks.Xunit;

/// <summary>The secrets that a case leaves out, from the credentials. Called by generated code.</summary>
public static class CaseSecrets
{
    private const string Prefix = "PLAYBOOKS_CREDENTIALS__";

    /// <summary>The value of a secret parameter, from the environment: <c>PLAYBOOKS_CREDENTIALS__PASSWORD</c> for <c>password</c>.</summary>
    /// <exception cref="PlaybookException">It is not there; the message says what to set.</exception>
    public static Secret Get(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var variable = Prefix + name.ToUpperInvariant();
        return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
            ? new(value)
            : throw new PlaybookException(
                ErrorCode.SetupFailed,
                $"The case leaves the secret '{name}' to the credentials, and they do not have it. Set the environment variable {variable}.");
    }
}

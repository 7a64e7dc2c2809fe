namespace Playbooks.Xunit;

/// <summary>Provides the secrets that a case omits. Called by generated code.</summary>
public static class CaseSecrets
{
    private const string Prefix = "PLAYBOOKS_CREDENTIALS__";

    /// <summary>Returns the value of a secret parameter from the environment, such as <c>PLAYBOOKS_CREDENTIALS__PASSWORD</c> for <c>password</c>.</summary>
    /// <exception cref="PlaybookException">The environment variable is not set. The message names it.</exception>
    public static Secret Get(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var variable = Prefix + name.ToUpperInvariant();
        return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
            ? new(value)
            : throw new PlaybookException(
                ErrorCode.SetupFailed,
                $"The case does not set the secret parameter '{name}', and the credentials do not contain it. Set the environment variable {variable}.");
    }
}

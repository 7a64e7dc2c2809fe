using System.Reflection;
using System.Runtime.CompilerServices;

namespace Playbooks.Xunit;

/// <summary>Provides the secrets that a case omits. Called by generated code.</summary>
public static class CaseSecrets
{
    /// <summary>
    /// Returns the value of a secret parameter from the credentials: the environment variable <c>PLAYBOOKS_CREDENTIALS__PASSWORD</c> for
    /// <c>password</c>, or the .NET user secrets of the calling project.
    /// </summary>
    /// <exception cref="PlaybookException">The credential is not set. The message names the environment variable.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Secret Get(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return ConfiguredCredentials.Find(Assembly.GetCallingAssembly(), name)
            ?? throw new PlaybookException(
                ErrorCode.SetupFailed,
                $"The case does not set the secret parameter '{name}', and the credentials do not contain it. Set the environment variable {ConfiguredCredentials.VariableOf(name)}.");
    }
}

using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>Provides the credentials of a login by their names. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LoginCredentials
{
    private readonly Func<string, Secret?> find;

    internal LoginCredentials(Func<string, Secret?> find) => this.find = find;

    /// <summary>Returns a credential.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.AuthFailed"/>: the credential is not set.</exception>
    public Secret Get(string name) => find(name) ?? throw new PlaybookException(ErrorCode.AuthFailed, $"The credential '{name}' is not set.");

    /// <summary>Returns a credential, or null if it is not set.</summary>
    public Secret? Find(string name) => find(name);
}

namespace Playbooks.Shared;

/// <summary>The environment variables from which credentials are read.</summary>
internal static class CredentialVariable
{
    /// <summary>The configuration section of credentials by name, with which each variable begins.</summary>
    public const string Section = "PLAYBOOKS_CREDENTIALS";

    /// <summary>The variable of a credential, such as <c>PLAYBOOKS_CREDENTIALS__PASSWORD</c>.</summary>
    /// <param name="name">The name of the credential.</param>
    public static string Of(string name) => $"{Section}__{name.ToUpperInvariant()}";
}

namespace Playbooks.Browsing;

/// <summary>The credentials of HTTP authentication, and the only origin that they are sent to.</summary>
/// <param name="Username">The name of the user.</param>
/// <param name="Password">The password.</param>
/// <param name="Origin">Scheme, host, and port of the origin.</param>
internal sealed record HttpLogin(Secret Username, Secret Password, string Origin)
{
    /// <summary>Gets the texts that must not be shown. The browser sends both in one, encoded.</summary>
    public IEnumerable<string> Secrets => [Username.Reveal(), Password.Reveal(), $"{Username.Reveal()}:{Password.Reveal()}"];
}

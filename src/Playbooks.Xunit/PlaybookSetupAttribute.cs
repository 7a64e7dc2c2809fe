namespace Playbooks.Xunit;

/// <summary>Registers the <see cref="IPlaybookSetup"/> of a test project: <c>[assembly: PlaybookSetup(typeof(OrdersSetup))]</c>.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PlaybookSetupAttribute : Attribute
{
    /// <summary>Initializes the attribute with the type of the setup.</summary>
    /// <param name="setupType">A class that implements <see cref="IPlaybookSetup"/> and has a public parameterless constructor.</param>
    public PlaybookSetupAttribute(Type setupType) => SetupType = setupType;

    /// <summary>Gets the type of the setup, a class that implements <see cref="IPlaybookSetup"/>.</summary>
    public Type SetupType { get; }
}

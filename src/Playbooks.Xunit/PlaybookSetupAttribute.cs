namespace Playbooks.Xunit;

/// <summary>Names the <see cref="IPlaybookSetup"/> of a test project: <c>[assembly: PlaybookSetup(typeof(OrdersSetup))]</c>.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PlaybookSetupAttribute : Attribute
{
    /// <summary>Names it.</summary>
    /// <param name="setupType">A class that implements <see cref="IPlaybookSetup"/> and has a public constructor without parameters.</param>
    public PlaybookSetupAttribute(Type setupType) => SetupType = setupType;

    /// <summary>A class that implements <see cref="IPlaybookSetup"/>.</summary>
    public Type SetupType { get; }
}

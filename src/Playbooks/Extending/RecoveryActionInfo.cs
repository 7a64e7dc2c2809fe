namespace Playbooks;

/// <summary>Describes an action that a recovery agent can perform. The agent creates the tools for its model from these descriptions.</summary>
/// <param name="Name">The name of the action in the language, such as <c>click</c>.</param>
/// <param name="Description">What the action does, in one sentence.</param>
/// <param name="Scope">The smallest scope of a task that needs the action.</param>
public sealed record RecoveryActionInfo(string Name, string Description, RecoveryScope Scope)
{
    /// <summary>Gets whether the action takes a selector.</summary>
    public bool TakesSelector { get; init; }

    /// <summary>Gets whether the action requires a selector.</summary>
    public bool RequiresSelector { get; init; }

    /// <summary>Gets whether the action is intended to change what the page shows.</summary>
    public bool ChangesPage { get; init; }

    /// <summary>Gets the params of the action.</summary>
    public IReadOnlyList<RecoveryParamInfo> Params { get; init; } = [];
}

/// <summary>Describes a param of an action of a recovery agent.</summary>
/// <param name="Name">The name of the param in the language, such as <c>url</c>.</param>
/// <param name="Description">What the param means, in one sentence.</param>
public sealed record RecoveryParamInfo(string Name, string Description)
{
    /// <summary>Gets whether the action requires the param.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Gets whether the value is a whole number.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Gets the allowed values. Empty if any text is allowed.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>Specifies what a task needs to do with a page. Each scope includes the ones before it.</summary>
public enum RecoveryScope
{
    /// <summary>Read what the page shows.</summary>
    Read,

    /// <summary>Open other pages: URLs and links.</summary>
    Navigate,

    /// <summary>Press buttons and keys.</summary>
    Interact,

    /// <summary>Type, select, check, and upload.</summary>
    FillForm,
}

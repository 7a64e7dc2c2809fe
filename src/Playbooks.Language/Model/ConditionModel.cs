namespace Playbooks.Language.Model;

/// <summary>Something that holds or does not hold when a run comes to it. All members that are there must hold.</summary>
public sealed record ConditionModel
{
    /// <summary>The selector of an element that must be visible.</summary>
    public BoundText? ElementVisible { get; init; }

    /// <summary>The selector of which no element may be visible.</summary>
    public BoundText? ElementGone { get; init; }

    /// <summary>A part of the page's URL.</summary>
    public BoundText? UrlContains { get; init; }

    /// <summary>A part of the page's visible text.</summary>
    public BoundText? TextOnPage { get; init; }

    /// <summary>Two texts that must be equal.</summary>
    public EqualTexts? Same { get; init; }

    /// <summary>A condition that must not hold.</summary>
    public ConditionModel? Not { get; init; }

    /// <summary>Conditions of which at least one must hold; empty: none is written.</summary>
    public EquatableArray<ConditionModel> Any { get; init; }

    /// <summary>Conditions that must all hold; empty: none is written.</summary>
    public EquatableArray<ConditionModel> All { get; init; }
}

/// <summary>Two texts that are compared.</summary>
public sealed record EqualTexts(BoundText Left, BoundText Right);

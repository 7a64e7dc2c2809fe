namespace Playbooks.Language.Rules.Flow;

/// <summary>How a run moves through steps, as far as rules need to know it.</summary>
/// <typeparam name="TStep">A step.</typeparam>
internal abstract record FlowNode<TStep>
{
    // Only the nodes below are known to the analysis.
    private FlowNode()
    {
    }

    /// <summary>One step. A call of another playbook is one as well.</summary>
    public sealed record Step(TStep Value) : FlowNode<TStep>;

    /// <summary>Parts that run one after the other.</summary>
    public sealed record Sequence(IReadOnlyList<FlowNode<TStep>> Parts) : FlowNode<TStep>
    {
        /// <summary>Creates the sequence of these parts.</summary>
        public static Sequence Create(params FlowNode<TStep>[] parts) => new(parts);
    }

    /// <summary>Two sides, of which one runs.</summary>
    public sealed record Branch(FlowNode<TStep> Then, FlowNode<TStep> Else) : FlowNode<TStep>;

    /// <summary>A body that runs any number of times, or not at all.</summary>
    public sealed record Loop(FlowNode<TStep> Body) : FlowNode<TStep>;

    /// <summary>A body that is attempted as a whole until it passes; an attempt may fail anywhere in it.</summary>
    public sealed record Attempt(FlowNode<TStep> Body) : FlowNode<TStep>;

    /// <summary>A body that may fail anywhere, after which the run goes on.</summary>
    public sealed record Optional(FlowNode<TStep> Body) : FlowNode<TStep>;

    /// <summary>A last part that runs wherever the body ended, also if it failed.</summary>
    public sealed record Finally(FlowNode<TStep> Body, FlowNode<TStep> Last) : FlowNode<TStep>;
}

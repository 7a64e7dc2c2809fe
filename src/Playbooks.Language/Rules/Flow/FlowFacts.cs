namespace Playbooks.Language.Rules.Flow;

/// <summary>
/// Says which facts hold at each step of a flow. A step adds facts (a value that it stores, an element that it has seen) and takes
/// none away. Looking forward, a fact holds at a step where steps that ran before have added it; looking backward, where steps that
/// are still to run will.
/// </summary>
/// <typeparam name="TStep">A step.</typeparam>
internal sealed class FlowFacts<TStep>
    where TStep : class
{
    private readonly Func<TStep, IEnumerable<string>> factsOf;
    private readonly bool isBackward;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<TStep, State> states = [];

    private State end;

    private FlowFacts(Func<TStep, IEnumerable<string>> factsOf, bool isBackward)
    {
        this.factsOf = factsOf;
        this.isBackward = isBackward;
    }

    /// <summary>Follows a flow from its start: what holds before each step.</summary>
    /// <param name="flow">The flow; a step is in it once.</param>
    /// <param name="factsOf">The facts that a step adds when it has passed.</param>
    public static FlowFacts<TStep> Forward(FlowNode<TStep> flow, Func<TStep, IEnumerable<string>> factsOf) => Follow(flow, factsOf, isBackward: false);

    /// <summary>Follows a flow from its end: what will hold after each step.</summary>
    /// <param name="flow">The flow; a step is in it once.</param>
    /// <param name="factsOf">The facts that a step adds.</param>
    public static FlowFacts<TStep> Backward(FlowNode<TStep> flow, Func<TStep, IEnumerable<string>> factsOf) => Follow(flow, factsOf, isBackward: true);

    /// <summary>Whether a fact holds at a step on every path.</summary>
    public bool IsCertain(TStep step, string fact) => numbers.TryGetValue(fact, out var number) && states[step].Certain.Contains(number);

    /// <summary>Whether a fact holds at a step on at least one path.</summary>
    public bool IsPossible(TStep step, string fact) => numbers.TryGetValue(fact, out var number) && states[step].Possible.Contains(number);

    /// <summary>Whether a fact holds on every path where the flow has been followed whole.</summary>
    public bool IsCertainAtEnd(string fact) => numbers.TryGetValue(fact, out var number) && end.Certain.Contains(number);

    private static FlowFacts<TStep> Follow(FlowNode<TStep> flow, Func<TStep, IEnumerable<string>> factsOf, bool isBackward)
    {
        var facts = new FlowFacts<TStep>(factsOf, isBackward);
        facts.end = facts.Through(flow, default);
        return facts;
    }

    /// <summary>Takes a state through a node, and notes it at each step inside.</summary>
    private State Through(FlowNode<TStep> node, State state)
    {
        switch (node)
        {
            case FlowNode<TStep>.Step step:
                states[step.Value] = state;
                return Add(state, step.Value);
            case FlowNode<TStep>.Sequence { Parts: var parts }:
                return (isBackward ? parts.Reverse() : parts).Aggregate(state, (current, part) => Through(part, current));
            case FlowNode<TStep>.Branch branch:
                var (then, otherwise) = (Through(branch.Then, state), Through(branch.Else, state));
                return new(then.Certain.Intersect(otherwise.Certain), then.Possible.Union(otherwise.Possible));
            case FlowNode<TStep>.Loop { Body: var body }:
                return state with { Possible = Through(body, WithAllPossible(state, body)).Possible };
            case FlowNode<TStep>.Attempt { Body: var body }:
                return Through(body, WithAllPossible(state, body));
            case FlowNode<TStep>.Optional { Body: var body }:
                return state with { Possible = Through(body, state).Possible };
            case FlowNode<TStep>.Finally { Body: var body, Last: var last } when isBackward:
                return Through(body, Through(last, state));
            case FlowNode<TStep>.Finally { Body: var body, Last: var last }:
                var passed = Through(body, state);
                var ended = Through(last, state with { Possible = passed.Possible });
                return new(passed.Certain.Union(ended.Certain), ended.Possible);
            default:
                throw new NotSupportedException($"Nothing is known about the flow of a {node.GetType().Name}.");
        }
    }

    /// <summary>What may hold where a body begins again, after any part of it.</summary>
    private State WithAllPossible(State state, FlowNode<TStep> body) =>
        Steps(body).Aggregate(state, (current, step) => current with { Possible = Add(current, step).Possible });

    private static IEnumerable<TStep> Steps(FlowNode<TStep> node) => node switch
    {
        FlowNode<TStep>.Step step => [step.Value],
        FlowNode<TStep>.Sequence sequence => sequence.Parts.SelectMany(Steps),
        FlowNode<TStep>.Branch branch => Steps(branch.Then).Concat(Steps(branch.Else)),
        FlowNode<TStep>.Loop loop => Steps(loop.Body),
        FlowNode<TStep>.Attempt attempt => Steps(attempt.Body),
        FlowNode<TStep>.Optional optional => Steps(optional.Body),
        FlowNode<TStep>.Finally final => Steps(final.Body).Concat(Steps(final.Last)),
        _ => [],
    };

    private State Add(State state, TStep step)
    {
        foreach (var number in factsOf(step).Select(NumberOf))
        {
            state = new(state.Certain.With(number), state.Possible.With(number));
        }

        return state;
    }

    private int NumberOf(string fact)
    {
        if (!numbers.TryGetValue(fact, out var number))
        {
            number = numbers.Count;
            numbers.Add(fact, number);
        }

        return number;
    }

    /// <summary>The facts that hold at a place.</summary>
    /// <param name="Certain">Those of every path.</param>
    /// <param name="Possible">Those of any path.</param>
    private readonly record struct State(FactSet Certain, FactSet Possible);
}

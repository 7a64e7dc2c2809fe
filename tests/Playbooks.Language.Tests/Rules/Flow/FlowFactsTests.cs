using Playbooks.Language.Rules.Flow;

namespace Playbooks.Language.Tests.Rules.Flow;

/// <summary>What holds at a place of each kind of flow. Steps store values; a look is a step that stores nothing.</summary>
public sealed class FlowFactsTests
{
    private static readonly Place Inside = new();
    private static readonly Place After = new();

    [Fact]
    public void In_a_sequence_what_was_stored_before_is_certain()
    {
        Assert.Equal("a b", Certain(After, Store("a"), Store("b"), Look(After), Store("c")));
        Assert.Equal("a b", Possible(After, Store("a"), Store("b"), Look(After), Store("c")));
    }

    [Fact]
    public void Within_a_step_its_own_value_is_not_stored_yet() =>
        Assert.Equal("a", Certain(Inside, Store("a"), new FlowNode<Place>.Step(Inside), Store("c")));

    [Fact]
    public void After_a_branch_what_both_sides_stored_is_certain()
    {
        var branch = new FlowNode<Place>.Branch(FlowNode<Place>.Sequence.Create(Store("a"), Store("b")), FlowNode<Place>.Sequence.Create(Store("c"), Store("b")));

        Assert.Equal("b z", Certain(After, Store("z"), branch, Look(After)));
        Assert.Equal("a b c z", Possible(After, Store("z"), branch, Look(After)));
    }

    [Fact]
    public void Within_a_side_of_a_branch_the_other_side_has_not_run()
    {
        var branch = new FlowNode<Place>.Branch(Store("a"), FlowNode<Place>.Sequence.Create(Store("b"), Look(Inside)));

        Assert.Equal("b z", Possible(Inside, Store("z"), branch));
    }

    [Fact]
    public void A_branch_without_else_makes_nothing_certain()
    {
        var branch = new FlowNode<Place>.Branch(Store("a"), FlowNode<Place>.Sequence.Create());

        Assert.Equal("", Certain(After, branch, Look(After)));
        Assert.Equal("a", Possible(After, branch, Look(After)));
    }

    [Fact]
    public void A_loop_may_run_zero_times()
    {
        var loop = new FlowNode<Place>.Loop(Store("a"));

        Assert.Equal("z", Certain(After, Store("z"), loop, Look(After)));
        Assert.Equal("a z", Possible(After, Store("z"), loop, Look(After)));
    }

    [Fact]
    public void In_a_loop_a_round_may_follow_another()
    {
        var loop = new FlowNode<Place>.Loop(FlowNode<Place>.Sequence.Create(Store("a"), Look(Inside), Store("b")));

        Assert.Equal("a z", Certain(Inside, Store("z"), loop));
        Assert.Equal("a b z", Possible(Inside, Store("z"), loop));
    }

    [Fact]
    public void A_loop_in_a_loop_sees_what_the_outer_one_stores()
    {
        var loop = new FlowNode<Place>.Loop(FlowNode<Place>.Sequence.Create(new FlowNode<Place>.Loop(FlowNode<Place>.Sequence.Create(Look(Inside), Store("a"))), Store("b")));

        Assert.Equal("", Certain(Inside, loop, Store("c")));
        Assert.Equal("a b", Possible(Inside, loop, Store("c")));
    }

    [Fact]
    public void After_an_attempt_all_of_it_has_passed()
    {
        var attempt = new FlowNode<Place>.Attempt(FlowNode<Place>.Sequence.Create(Store("a"), Look(Inside), Store("b")));

        Assert.Equal("a b z", Certain(After, Store("z"), attempt, Look(After)));
    }

    [Fact]
    public void Within_an_attempt_an_earlier_one_may_have_stored_anything()
    {
        var attempt = new FlowNode<Place>.Attempt(FlowNode<Place>.Sequence.Create(Store("a"), Look(Inside), Store("b")));

        Assert.Equal("a", Certain(Inside, attempt));
        Assert.Equal("a b", Possible(Inside, attempt));
    }

    [Fact]
    public void What_is_optional_may_have_failed()
    {
        var optional = new FlowNode<Place>.Optional(FlowNode<Place>.Sequence.Create(Store("a"), Look(Inside), Store("b")));

        Assert.Equal("a z", Certain(Inside, Store("z"), optional));
        Assert.Equal("z", Certain(After, Store("z"), optional, Look(After)));
        Assert.Equal("a b z", Possible(After, Store("z"), optional, Look(After)));
    }

    [Fact]
    public void The_last_part_runs_wherever_the_body_failed()
    {
        var body = FlowNode<Place>.Sequence.Create(Store("a"), Store("b"));
        var last = FlowNode<Place>.Sequence.Create(Store("c"), Look(Inside));

        Assert.Equal("c z", Certain(Inside, Store("z"), new FlowNode<Place>.Finally(body, last)));
        Assert.Equal("a b c z", Possible(Inside, Store("z"), new FlowNode<Place>.Finally(body, last)));
        Assert.Equal("a b c z", Certain(After, Store("z"), new FlowNode<Place>.Finally(body, last), Look(After)));
    }

    [Fact]
    public void A_call_stores_all_that_it_returns() =>
        Assert.Equal("a b", Certain(After, new FlowNode<Place>.Step(new("a", "b")), Look(After)));

    [Fact]
    public void Looking_back_from_the_end_of_a_sequence()
    {
        Assert.Equal("b c", CertainLater(After, Store("a"), Look(After), Store("b"), Store("c")));
        Assert.Equal("", CertainLater(After, Store("a"), Look(After)));
    }

    [Fact]
    public void Looking_back_a_check_must_be_on_every_path()
    {
        Assert.Equal("c", CertainLater(After, Look(After), new FlowNode<Place>.Branch(Store("a"), Store("b")), Store("c")));
        Assert.Equal("a", CertainLater(After, Look(After), new FlowNode<Place>.Branch(Store("a"), Store("a"))));
        Assert.Equal("", CertainLater(After, Look(After), new FlowNode<Place>.Loop(Store("a"))));
        Assert.Equal("a", CertainLater(After, Look(After), new FlowNode<Place>.Attempt(Store("a"))));
        Assert.Equal("", CertainLater(After, Look(After), new FlowNode<Place>.Optional(Store("a"))));
        Assert.Equal("a b", CertainLater(After, new FlowNode<Place>.Finally(FlowNode<Place>.Sequence.Create(Look(After), Store("a")), Store("b"))));
        Assert.Equal("b", CertainLater(Inside, new FlowNode<Place>.Branch(FlowNode<Place>.Sequence.Create(Store("a"), Look(Inside)), Store("c")), Store("b")));
    }

    [Fact]
    public void Many_names_are_kept_apart()
    {
        var stores = Enumerable.Range(0, 200).Select(number => Store("n" + number));
        var branch = new FlowNode<Place>.Branch(FlowNode<Place>.Sequence.Create([.. stores.Take(150)]), FlowNode<Place>.Sequence.Create([.. Enumerable.Range(100, 100).Select(number => Store("n" + number))]));

        Assert.Equal(Enumerable.Range(100, 50).Select(number => "n" + number), Certain(After, branch, Look(After)).Split(' ').Order(StringComparer.Ordinal));
    }

    private static FlowNode<Place> Store(string name) => new FlowNode<Place>.Step(new(name));

    private static FlowNode<Place> Look(Place place) => new FlowNode<Place>.Step(place);

    private static string Certain(Place at, params FlowNode<Place>[] parts) => Names(parts, (facts, name) => facts.IsCertain(at, name), isBackward: false);

    private static string Possible(Place at, params FlowNode<Place>[] parts) => Names(parts, (facts, name) => facts.IsPossible(at, name), isBackward: false);

    private static string CertainLater(Place at, params FlowNode<Place>[] parts) => Names(parts, (facts, name) => facts.IsCertain(at, name), isBackward: true);

    private static string Names(FlowNode<Place>[] parts, Func<FlowFacts<Place>, string, bool> holds, bool isBackward)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var flow = FlowNode<Place>.Sequence.Create(parts);
        var facts = isBackward ? FlowFacts<Place>.Backward(flow, Facts) : FlowFacts<Place>.Forward(flow, Facts);
        return string.Join(' ', names.Where(name => holds(facts, name)));

        IEnumerable<string> Facts(Place place)
        {
            names.UnionWith(place.Names);
            return place.Names;
        }
    }

    /// <summary>A step.</summary>
    internal sealed class Place(params string[] names)
    {
        public string[] Names { get; } = names;
    }
}

using System.Runtime.CompilerServices;
using Playbooks.Shared;
using Playbooks.Steps;
using Playbooks.Tests.Architecture;

namespace Playbooks.Tests.Steps;

public sealed class ActionFactsTests
{
    public static TheoryData<string> Actions => [.. All().Select(facts => facts.Name)];

    [Theory]
    [MemberData(nameof(Actions))]
    public void The_step_class_of_an_action_has_the_facts_of_this_action(string action)
    {
        var type = typeof(Step).Assembly.GetType($"Playbooks.Steps.{ActionLists.Pascal(action)}Step", throwOnError: true)!;

        // The facts do not depend on what the step is constructed with.
        var step = (Step)RuntimeHelpers.GetUninitializedObject(type);

        Assert.Equal(action, step.Facts.Name);
    }

    [Theory]
    [InlineData("#field", null, true)]
    [InlineData("#field", "Enter", false)]
    [InlineData(null, null, false)]
    [InlineData(null, "Enter", false)]
    public void A_key_press_is_safe_to_repeat_only_where_it_fills(string? selector, string? key, bool isSafe)
    {
        var info = new StepInfo { Number = 1, Path = "1", Action = ActionFacts.KeyPress.Name, Location = default };
        var step = new KeyPressStep(info, selector is null ? null : new(selector)) { Text = "late", Key = key };

        Assert.Equal(isSafe, step.IsSafeToRepeat);
    }

    [Theory]
    [InlineData(RequestMethod.Get, true)]
    [InlineData(RequestMethod.Head, true)]
    [InlineData(RequestMethod.Post, false)]
    [InlineData(RequestMethod.Put, false)]
    [InlineData(RequestMethod.Patch, false)]
    [InlineData(RequestMethod.Delete, false)]
    public void A_request_is_safe_to_repeat_only_where_it_reads(RequestMethod method, bool isSafe)
    {
        var info = new StepInfo { Number = 1, Path = "1", Action = ActionFacts.ApiRequest.Name, Location = default };

        Assert.Equal(isSafe, new ApiRequestStep(info, new("/") { Method = method }).IsSafeToRepeat);
    }

    private static IEnumerable<ActionFacts> All() => typeof(ActionFacts).GetProperties()
        .Where(property => property.PropertyType == typeof(ActionFacts))
        .Select(property => (ActionFacts)property.GetValue(null)!);
}

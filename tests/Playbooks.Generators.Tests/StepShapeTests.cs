using System.Reflection;
using Playbooks.Generators.Tests.Harness;
using Playbooks.Steps;

namespace Playbooks.Generators.Tests;

/// <summary>A step with an id has a class, which hooks name; one without is an instance of the runtime's. Both are bound when their turn comes.</summary>
public sealed class StepShapeTests
{
    private const string Yaml = """
        id: cancel_order
        parameters:
          - { name: order_id, type: int, default: 5 }
          - { name: note, required: false }
        steps:
          - { action: extract, selector: "#count", params: { as: int }, store_as: count }
          - { id: search, action: extract, selector: "#row-{count}", store_as: status }
          - { action: goto, params: { url: "/orders/{order_id}?s={status}&n={note}", allow_status: true }, description: "{run_id} of {base_url}" }
          - { action: key_press, params: { key: Enter }, selector: "#q" }
        """;

    [Fact]
    public void Only_a_step_with_an_id_has_a_class()
    {
        using var assembly = TestProject.Of(Yaml).Run().ShouldCompile().Load();
        var type = assembly.Assembly.GetType("Shop.Tests.Playbooks.CancelOrder", throwOnError: true)!;

        var search = Assert.Single(type.GetNestedType("Steps")!.GetNestedTypes());

        Assert.Equal(("Search", typeof(ExtractStep)), (search.Name, search.BaseType));
        Assert.Null(TestProject.Of("id: a\nsteps:\n  - { action: wait_for, selector: '#a' }").Run().ShouldCompile().Compilation.GetTypeByMetadataName("Shop.Tests.Playbooks.A+Steps"));
    }

    [Fact]
    public async Task Steps_are_made_in_their_order_with_what_earlier_ones_stored()
    {
        using var assembly = TestProject.Of(Yaml).Run().ShouldCompile().Load();
        var playbook = (Playbook)Activator.CreateInstance(assembly.Assembly.GetType("Shop.Tests.Playbooks.CancelOrder", throwOnError: true)!)!;

        var steps = await BoundSteps.OfAsync(playbook, step => step.Info.StoreAs == "count" ? 7 : "in work");

        Assert.Equal(playbook.Info.Steps, steps.Select(step => step.Info));
        Assert.IsType<ExtractStep<int>>(steps[0]);
        Assert.Equal("Search", steps[1].GetType().Name);
        Assert.Equal("#row-7", steps[1].Selector!.Primary);
        var go = Assert.IsType<GotoStep>(steps[2]);
        Assert.Equal(("/orders/5?s=in%20work&n=", true, "run of http://localhost"), (go.Url, go.AllowStatus, go.Description));
        Assert.Equal("#q", Assert.IsType<KeyPressStep>(steps[3]).Selector!.Primary);
    }

    [Fact]
    public void No_type_or_method_is_made_for_a_stored_value_or_for_the_text_of_the_file()
    {
        using var assembly = TestProject.Of(Yaml).Run().ShouldCompile().Load();
        var type = assembly.Assembly.GetType("Shop.Tests.Playbooks.CancelOrder", throwOnError: true)!;

        Assert.DoesNotContain(type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic), nested => nested.Name.StartsWith("<>", StringComparison.Ordinal));
    }
}

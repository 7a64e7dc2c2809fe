using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>The steps of <c>finally</c> are steps like any other, and run also where the steps before have failed.</summary>
public sealed class FinallyTests
{
    [Fact]
    public void Steps_of_finally_are_numbered_and_addressed_after_the_others()
    {
        var model = PlaybookReader.Read("test.playbook.yaml", """
            id: test
            steps: [{ action: hover, selector: "#a" }]
            finally: [{ action: hover, selector: "#b" }, { id: out, action: hover, selector: "#c" }]
            """).Model;

        Assert.Equal(["1", "finally.1", "finally.2"], model.AllSteps().Select(step => step.Address.ToString()));
        Assert.Equal([1, 2, 3], model.AllSteps().Select(step => step.Number));
        Assert.Equal(["Step01Hover"], model.Steps.Select(step => step.ClassName));
        Assert.Equal(["Step02Hover", "Out"], model.Finally.Select(step => step.ClassName));
    }

    [Fact]
    public void Value_that_a_step_stores_may_be_missing_in_finally() => Check.File("""
        id: test
        steps: [{ action: extract, selector: "#a", store_as: number }]
        finally: [{ action: goto, params: { url: "/close/{|PB0111:{number}|}" } }]
        """);

    [Fact]
    public void Value_that_finally_stores_can_be_used_in_it_and_not_before() => Check.File("""
        id: test
        steps: [{ action: goto, params: { url: "/close/{|PB0103:{number}|}" } }]
        finally:
          - { action: extract, selector: "#a", store_as: number }
          - { action: goto, params: { url: "/close/{number}" } }
        """);

    [Fact]
    public void Change_in_finally_is_checked_by_finally() => Check.File("""
        id: test
        steps: [{ action: click, selector: "#a", verify: { expect_element_visible: "#b" } }]
        finally: [{ action: {|PB0402:click|}, selector: "#logout" }]
        """);

    [Theory]
    [InlineData("{|PB0003:finally|}: []")]
    [InlineData("finally: {|PB0004:later|}")]
    [InlineData("{|PB0002:finaly|}: [{ action: hover, selector: \"#b\" }]")]
    [InlineData("finally: [{ {|PB0002:acton|}: hover, selector: \"#b\" }]")]
    [InlineData("finally: [{ id: {|PB0010:one|}, action: hover, selector: \"#b\" }]")]
    public void Mistakes_are_found_at_their_place(string text) => Check.File($$"""
        id: test
        steps: [{ id: one, action: hover, selector: "#a" }]
        {{text}}
        """);
}

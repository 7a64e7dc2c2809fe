using Playbooks.Language.Model;
using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>PB0212, and what a step that may fail proves.</summary>
public sealed class OptionalTests
{
    [Fact]
    public void Step_says_whether_it_is_optional()
    {
        var model = Check.Steps("- { action: hover, selector: a, optional: true }\n- { action: hover, selector: a, optional: false }\n- { action: hover, selector: a }").Model;

        Assert.Equal([true, false, false], model.AllSteps().Cast<ActionStepModel>().Select(step => step.Optional));
    }

    [Fact]
    public void Optional_step_stores_nothing() => Check.Steps(
        "- { action: extract, selector: a, store_as: x, {|PB0212:optional|}: true }",
        "'optional' cannot be used with 'store_as': after a failure, nothing would be stored. Remove one of them.");

    [Fact]
    public void Value_of_an_optional_step_is_not_missing_besides() => Check.Steps(
        "- { action: extract, selector: a, store_as: x, {|PB0212:optional|}: true }\n- { action: hover, selector: \"#{x}\" }");

    [Fact]
    public void Word_is_not_a_flag() => Check.Steps("- { action: hover, selector: a, optional: {|PB0004:maybe|} }");

    [Fact]
    public void Optional_check_checks_nothing() => Check.Steps("""
        - { action: {|PB0402:click|}, selector: a }
        - { action: wait_for, selector: a, optional: true }
        """);

    [Fact]
    public void Optional_change_is_checked_by_its_own_verify() => Check.Steps("""
        - { action: click, selector: a, optional: true, verify: { expect_element_visible: b } }
        """);
}

using Playbooks.Language.Model;
using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>Several options of a select.</summary>
public sealed class SelectListTests
{
    [Theory]
    [InlineData("value: [a, 007]")]
    [InlineData("label: [\"{run_id}\"]")]
    [InlineData("index: [0, 100000]")]
    [InlineData("value: {|PB0004:[]|}", "'value' is empty. Write at least one item.")]
    [InlineData("value: [a, {|PB0004:[b]|}]")]
    [InlineData("label: [\"{|PB0102:{unknown}|}\"]")]
    [InlineData("index: [{|PB0004:a|}, {|PB0009:-1|}]")]
    [InlineData("value: [a], {|PB0203:label|}: [b]")]
    public void A_list_is_checked_item_by_item(string param, string message = "") =>
        Check.Steps("- { action: select, selector: \"#a\", params: { " + param + " }, verify: { expect_url_contains: /a } }", message);

    [Fact]
    public void A_list_keeps_its_order()
    {
        var file = Check.Steps("- { action: select, selector: \"#a\", params: { index: [3, 1] }, verify: { expect_url_contains: /a } }");

        var list = (IntListParam)((ActionStepModel)file.Model.Steps[0]).Params[0];
        Assert.Equal([3, 1], list.Numbers.Select(number => number.Value));
    }
}

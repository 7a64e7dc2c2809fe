using Playbooks.Language.Syntax.Names;
using Playbooks.Shared;

namespace Playbooks.Language.Tests.Syntax;

public sealed class NamesTests
{
    [Theory]
    [InlineData("oder_id", "order_id")]
    [InlineData("OrderID", "order_id")]
    [InlineData("timeout", "timeout_ms")]
    [InlineData("message", "failure_message")]
    [InlineData("selecter", "selector")]
    [InlineData("slector", "selector")]
    [InlineData("sleector", "selector")]
    [InlineData("zebra", null)]
    [InlineData("", null)]
    [InlineData("i", null)]
    public void The_nearest_word_is_suggested_and_no_far_one(string word, string? expected) =>
        Assert.Equal(expected, NearestName.Find(word, ["order_id", "selector", "timeout_ms", "failure_message"]));

    [Fact]
    public void Of_equally_near_words_the_first_in_ordinal_order_is_suggested() =>
        Assert.Equal(NearestName.Find("bar", ["baz", "bat"]), NearestName.Find("bar", ["bat", "baz"]));

    [Theory]
    [InlineData("cancel_order", "CancelOrder")]
    [InlineData("a1", "A1")]
    [InlineData("a_1", "A1")]
    [InlineData("Bad Id!", "BadId")]
    [InlineData("1st", "_1st")]
    [InlineData("", "_")]
    [InlineData("class", "Class")]
    public void An_id_gives_its_pascal_case(string id, string expected) => Assert.Equal(expected, CSharpNames.Pascal(id));

    [Theory]
    [InlineData("parameters", "ParametersPlaybook")]
    [InlineData("steps", "StepsPlaybook")]
    [InlineData("info", "InfoPlaybook")]
    [InlineData("to_string", "ToStringPlaybook")]
    [InlineData("clone", "Clone")]
    public void A_playbooks_class_hides_no_member(string id, string expected) => Assert.Equal(expected, CSharpNames.ClassName(id));

    [Theory]
    [InlineData("search", "Search")]
    [InlineData("url", "UrlStep")]
    [InlineData("steps", "StepsStep")]
    [InlineData("get_type", "GetTypeStep")]
    public void A_steps_class_hides_no_member(string id, string expected) => Assert.Equal(expected, CSharpNames.StepClassName(id, ["Url"]));

    [Fact]
    public void A_step_without_id_is_named_by_number_and_action()
    {
        Assert.Equal("Step03Click", CSharpNames.StepClassName(3, "click"));
        Assert.Equal("Step123KeyPress", CSharpNames.StepClassName(123, "key_press"));
        Assert.Equal("Step01", CSharpNames.StepClassName(1, ""));
    }

    [Theory]
    [InlineData("order_id", "OrderId")]
    [InlineData("outputs", "OutputsValue")]
    [InlineData("equality_contract", "EqualityContractValue")]
    [InlineData("memberwise_clone", "MemberwiseCloneValue")]
    public void A_property_hides_no_member(string name, string expected) => Assert.Equal(expected, CSharpNames.PropertyName(name));

    [Fact]
    public void Choices_give_unique_valid_members() =>
        Assert.Equal(
            ["ExtraLarge", "_1st", "Empty", "ExtraLarge_2", "_", "__2", "EqualsValue", "Größe"],
            CSharpNames.ChoiceMembers(["Extra Large", "1st", "", "extra-large", "!", "?", "equals", "größe"]));

    [Theory]
    [InlineData("cancels an open order", "Cancels_an_open_order")]
    [InlineData("  says: \"no\"! ", "Says_no")]
    [InlineData("42 is the answer", "_42_is_the_answer")]
    [InlineData("!!!", "Case")]
    [InlineData("equals", "Equals_")]
    [InlineData("taken", "Taken_2")]
    public void A_case_gives_a_readable_method(string name, string expected) => Assert.Equal(expected, CSharpNames.MethodName(name, ["Taken"]));

    [Theory]
    [InlineData("Shop.Tests", "Playbooks/Sub", "Shop.Tests.Playbooks.Sub")]
    [InlineData("", "my-folder/1st/class", "my_folder._1st.@class")]
    [InlineData("Shop", "a.b", "Shop.a.b")]
    [InlineData("Shop", "", "Shop")]
    public void Folders_give_a_namespace(string root, string folders, string expected) =>
        Assert.Equal(expected, CSharpNames.Namespace(root, folders.Split('/')));
}

using Playbooks.Language.Model;

namespace Playbooks.Language.Tests.Project;

public sealed class SignatureTests
{
    private const string Text = """
        id: cancel_order
        parameters:
          - { name: order_id, type: int, choices: [1, 2], description: The order }
          - { name: tags, type: list, items: date, required: false }
          - { name: code, pattern: '[a-z]+', secret: true }
        steps:
          - { action: extract, selector: "#{order_id}{tags}{code}", params: { as: decimal }, store_as: total }
        """;

    [Fact]
    public void A_signature_says_what_callers_need()
    {
        var signature = Read(Text);

        Assert.Equal(("cancel_order", "CancelOrder"), (signature.Id, signature.ClassName));
        Assert.Equal(
            [
                new("order_id", "OrderId", Model.ValueType.Int, Model.ValueType.String, Required: true, Secret: false, Choices("1", "2"), null),
                new("tags", "Tags", Model.ValueType.List, Model.ValueType.Date, Required: false, Secret: false, default, null),
                new("code", "Code", Model.ValueType.String, Model.ValueType.String, Required: true, Secret: true, default, "[a-z]+"),
            ],
            signature.Parameters);
        Assert.Empty(signature.Calls);
        Assert.Equal([new OutputSignature("total", "Total", Model.ValueType.Decimal)], signature.Outputs);
    }

    [Theory]
    [InlineData("\"#{order_id}{tags}{code}\"", "\"#other{order_id}{tags}{code}\"", true)]
    [InlineData("id: cancel_order", "# a comment\nid: cancel_order", true)]
    [InlineData("description: The order", "description: Another", true)]
    [InlineData("name: order_id, type: int", "name: order_id, type: decimal", false)]
    [InlineData("choices: [1, 2]", "choices: [1]", false)]
    [InlineData("as: decimal", "as: int", false)]
    [InlineData("store_as: total", "store_as: sum", false)]
    public void Only_an_edit_that_callers_notice_changes_it(string before, string after, bool isEqual) =>
        Assert.Equal(isEqual, Read(Text) == Read(Text.Replace(before, after, StringComparison.Ordinal)));

    // Only the choices of a text have members.
    private static EquatableArray<Model.ChoiceModel> Choices(params string[] texts) => new([.. Read(Text).Parameters[0].Choices.Zip(texts, (choice, text) => choice with { Text = text })]);

    private static PlaybookSignature Read(string text) => PlaybookSignature.From(PlaybookReader.Read("x", text).Model);
}

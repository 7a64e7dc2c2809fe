using Playbooks.Generated;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Parameters;

public sealed class ParameterTextsTests
{
    private static readonly PlaybookInfo Info = new()
    {
        Id = "cancel_order",
        Name = "Cancel order",
        Source = new("x.yaml", static () => ""),
        Steps = [],
        Parameters =
        [
            new() { Name = "order_id", Type = ParameterType.Int, Required = true },
            new() { Name = "rate", Type = ParameterType.Decimal },
            new() { Name = "urgent", Type = ParameterType.Bool },
            new() { Name = "day", Type = ParameterType.Date },
            new() { Name = "note" },
            new() { Name = "pin", Type = ParameterType.String, Secret = true },
            new() { Name = "status", Choices = ["Open", "Closed"] },
            new() { Name = "ids", Type = ParameterType.List, ItemType = ParameterType.Int },
            new() { Name = "names", Type = ParameterType.List, ItemType = ParameterType.String },
        ],
    };

    private enum Status
    {
        Open,
        Closed,
    }

    [Fact]
    public void Texts_are_read_as_what_they_are()
    {
        var texts = Of(("order_id", "12345"), ("rate", "-12.50"), ("urgent", "true"), ("day", "2024-01-31"), ("note", " as it is "), ("pin", "1"), ("status", "Closed"));

        Assert.Equal(12345, texts.Int("order_id"));
        Assert.Equal(-12.50m, texts.Decimal("rate"));
        Assert.True(texts.Bool("urgent"));
        Assert.Equal(new DateOnly(2024, 1, 31), texts.Date("day"));
        Assert.Equal(" as it is ", texts.String("note"));
        Assert.Equal("1", texts.Secret("pin").Reveal());
        Assert.Equal(Status.Closed, texts.Choice("status", Enum.Parse<Status>));
    }

    [Theory]
    [InlineData("[1, 2, \"3\"]")]
    [InlineData("1,2,3")]
    [InlineData(" 1, 2 ,3 ")]
    public void Lists_come_as_json_or_between_commas(string text) => Assert.Equal([1, 2, 3], Of(("ids", text)).Ints("ids"));

    [Fact]
    public void A_comma_within_an_item_is_told_by_json()
    {
        Assert.Equal(["a, b", "c"], Of(("names", """["a, b", "c"]""")).Strings("names"));
        Assert.Empty(Of(("names", "")).Strings("names"));
        Assert.Empty(Of(("names", "[]")).Strings("names"));
    }

    [Fact]
    public void Where_none_was_given_there_is_null_or_the_default()
    {
        var texts = Of();

        Assert.Null(texts.IntOrNull("order_id"));
        Assert.Null(texts.StringOrNull("note"));
        Assert.Null(texts.SecretOrNull("pin"));
        Assert.Null(texts.IntsOrNull("ids"));
        Assert.Null(texts.ChoiceOrNull("status", Enum.Parse<Status>));
        Assert.Equal(7, texts.Int("order_id", 7));
        Assert.Equal("x", texts.String("note", "x"));
        Assert.Equal(Status.Open, texts.Choice("status", Enum.Parse<Status>, Status.Open));
    }

    [Theory]
    [InlineData("1e3")]
    [InlineData("1,000")]
    [InlineData(" 1")]
    [InlineData("99999999999")]
    [InlineData("")]
    public void A_text_that_is_no_whole_number_is_quoted(string text)
    {
        var error = Assert.Throws<ArgumentException>(() => Of(("order_id", text)).Int("order_id"));

        Assert.Equal($"The value '{text}' of parameter 'order_id' is not a whole number from -2147483648 to 2147483647.", error.Message);
    }

    [Fact]
    public void Texts_that_do_not_fit_name_parameter_value_and_what_fits()
    {
        Assert.Contains("'1,5' of parameter 'rate' is not a number", Message(texts => texts.Decimal("rate"), ("rate", "1,5")), StringComparison.Ordinal);
        Assert.Contains("'yes' of parameter 'urgent' is not true or false", Message(texts => texts.Bool("urgent"), ("urgent", "yes")), StringComparison.Ordinal);
        Assert.Contains("'31.01.2024' of parameter 'day' is not a date", Message(texts => texts.Date("day"), ("day", "31.01.2024")), StringComparison.Ordinal);
        Assert.Contains("'Opne' of parameter 'status' is not one of Open, Closed", Message(texts => texts.Choice("status", Enum.Parse<Status>), ("status", "Opne")), StringComparison.Ordinal);
        Assert.Contains("of parameter 'ids' is not a list", Message(texts => texts.Ints("ids"), ("ids", "[1, {}]")), StringComparison.Ordinal);
        Assert.Contains("'x' of parameter 'ids' is not a whole number", Message(texts => texts.Ints("ids"), ("ids", "1,x")), StringComparison.Ordinal);
        Assert.Contains("needs a value for its parameter 'order_id'", Message(texts => texts.Int("order_id")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_is_never_quoted() =>
        Assert.Equal("The value of parameter 'pin' is not a whole number from -2147483648 to 2147483647.", Message(texts => texts.Int("pin"), ("pin", "hunter2")));

    [Fact]
    public void An_entry_makes_its_playbook_and_refuses_names_that_it_does_not_know()
    {
        var made = new ScriptedPlaybook();
        var entry = PlaybookEntry.From(Info, texts => texts.Int("order_id") == 12 ? made : throw new InvalidOperationException());

        Assert.Same(made, entry.Create(new Dictionary<string, string> { ["order_id"] = "12" }));
        var error = Assert.Throws<ArgumentException>(() => entry.Create(new Dictionary<string, string> { ["oder_id"] = "12" }));
        Assert.StartsWith("The playbook 'cancel_order' has no parameter 'oder_id'. It has: order_id, rate,", error.Message, StringComparison.Ordinal);
    }

    private static ParameterTexts Of(params (string Name, string Text)[] values) => new(Info, values.ToDictionary(value => value.Name, value => value.Text));

    private static string Message(Action<ParameterTexts> read, params (string Name, string Text)[] values) =>
        Assert.Throws<ArgumentException>(() => read(Of(values))).Message;
}

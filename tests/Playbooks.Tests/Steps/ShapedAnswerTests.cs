using System.Text.Json.Nodes;
using Playbooks.Generated;
using Playbooks.Steps;
using Playbooks.Steps.Support;

namespace Playbooks.Tests.Steps;

/// <summary>The answer of a model to an <c>llm_extract</c> with a shape.</summary>
public sealed class ShapedAnswerTests
{
    private const string Page = "Order A-1 of 31.01.2026\nTotal 1.234,50 €";

    private static readonly AnswerField[] Fields = [new("number", ValueKind.String), new("total", ValueKind.Decimal), new("open", ValueKind.Bool), new("ordered_on", ValueKind.Date)];

    [Theory]
    [InlineData("""{ "number": "A-1", "total": "1.234,50", "open": true, "ordered_on": "31.01.2026" }""", "de-DE")]
    [InlineData("""{ "number": " a-1\n", "total": "1234.50", "open": "false", "ordered_on": "2026-01-31", "extra": [] }""", null)]
    [InlineData("```json\n{ \"number\": \"A-1\", \"total\": 1234.50, \"open\": true, \"ordered_on\": \"31.01.2026\" }\n```", "de-DE")]
    public void Fields_are_read_by_their_types(string answer, string? culture)
    {
        var values = new ShapedAnswer(Fields, culture).Read(answer, Page);

        Assert.Equal("A-1", (string)values[0], ignoreCase: true);
        Assert.Equal(1234.50m, values[1]);
        Assert.Equal(new DateOnly(2026, 1, 31), values[3]);
    }

    [Theory]
    [InlineData("The order A-1.", "The model's answer \"The order A-1.\" is not a JSON object with the fields number, total, open, ordered_on.")]
    [InlineData("[]", "is not a JSON object")]
    [InlineData("""{ "number": "\ud800" }""", "is not a JSON object")]
    [InlineData("""{ "number": "A-1", "total": "none", "open": true, "ordered_on": "2026-01-31" }""", "The field 'total' of the model's answer contains \"none\", which is not a decimal number.")]
    [InlineData("""{ "number": "A-1", "total": "12.00", "open": true, "ordered_on": "2026-01-31" }""", "The field 'total' of the model's answer, \"12.00\", is not text on the page, so it is not accepted.")]
    [InlineData("""{ "number": "", "total": { "a": 1 }, "open": "yes", "ordered_on": "2026-01-30" }""", "The field 'number' of the model's answer is missing. The field 'total' of the model's answer is missing. The field 'open' of the model's answer contains \"yes\", which is not true or false. The field 'ordered_on' of the model's answer, \"2026-01-30\", is not text on the page")]
    public void Every_field_that_does_not_fit_is_named(string answer, string message)
    {
        var refused = Assert.Throws<PlaybookException>(() => new ShapedAnswer(Fields, null).Read(answer, Page));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorCode.LlmError, refused.Code);
    }

    [Fact]
    public void Schema_requires_every_field_and_no_other()
    {
        var schema = JsonNode.Parse(AnswerSchema.Create(Fields, hasCulture: false))!;

        Assert.Equal(["number", "total", "open", "ordered_on"], schema["required"]!.AsArray().Select(name => (string?)name));
        Assert.Equal(["string", "string", "boolean", "string"], schema["properties"]!.AsObject().Select(property => (string?)property.Value!["type"]));
        Assert.False((bool)schema["additionalProperties"]!);
    }

    [Fact]
    public void Record_is_shown_as_json() => Assert.Equal(
        """{"number":"A \"1\"","total":12.50,"open":true,"ordered_on":"2026-01-31"}""",
        Bind.Record(new Order("A \"1\"", 12.50m, true, new(2026, 1, 31))));

    private sealed record Order(string Number, decimal Total, bool Open, DateOnly OrderedOn) : IExtractedRecord
    {
        IReadOnlyList<KeyValuePair<string, object>> IExtractedRecord.Fields => [new("number", Number), new("total", Total), new("open", Open), new("ordered_on", OrderedOn)];
    }
}

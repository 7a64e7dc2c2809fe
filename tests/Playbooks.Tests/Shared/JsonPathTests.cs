using Playbooks.Shared;

namespace Playbooks.Tests.Shared;

public sealed class JsonPathTests
{
    [Theory]
    [InlineData("total", "total")]
    [InlineData("items.0.total", "items|0|total")]
    [InlineData("items[0].total", "items|[0]|total")]
    [InlineData("[12][3]", "[12]|[3]")]
    [InlineData("order id.größe-x", "order id|größe-x")]
    [InlineData("a.$.@", "a|$|@")]
    public void A_path_consists_of_keys_and_indexes(string text, string segments) =>
        Assert.Equal(segments, string.Join('|', JsonPath.Parse(text).Segments.Select(segment => segment.IsIndexOnly ? $"[{segment.Text}]" : segment.Text)));

    [Theory]
    [InlineData("", "Not a path: at character 1, a key is expected.")]
    [InlineData(" ", "Not a path: at character 1, a key is expected.")]
    [InlineData(".a", "Not a path: at character 1, a key is expected.")]
    [InlineData("items.", "Not a path: at character 7, a key is expected.")]
    [InlineData("items..a", "Not a path: at character 7, a key is expected.")]
    [InlineData("items.[0]", "Not a path: at character 7, a key is expected.")]
    [InlineData("items[a]", "Not a path: at character 7, an index from 0 is expected.")]
    [InlineData("items[-1]", "Not a path: at character 7, an index from 0 is expected.")]
    [InlineData("items[1234567890]", "Not a path: at character 7, an index from 0 is expected.")]
    [InlineData("items[0", "Not a path: at character 8, ']' is expected.")]
    [InlineData("items[0]total", "Not a path: at character 9, '.' or '[' is expected.")]
    [InlineData("items]", "Not a path: at character 6, '.' or '[' is expected.")]
    [InlineData("items.{row}", "Not a path: at character 7, a key is expected.")]
    [InlineData("$.items", "Not a path: a path starts inside the document. Leave out '$.'.")]
    [InlineData("items[*]", "Not a path: at character 7, an index from 0 is expected.")]
    [InlineData("items.*.total", "Not a path: '*' is not supported, because a path points to one value.")]
    public void A_text_that_is_not_a_path_says_where(string text, string problem)
    {
        Assert.Equal(problem, JsonPath.Problem(text));
        Assert.Equal(problem, Assert.Throws<FormatException>(() => JsonPath.Parse(text)).Message);
    }

    [Fact]
    public void A_number_that_is_too_large_for_an_index_can_only_be_a_key() => Assert.Null(JsonPath.Parse("12345678901").Segments[0].Index);
}

using Playbooks.Shared;

namespace Playbooks.Tests.Shared;

public sealed class TruncationTests
{
    [Theory]
    [InlineData("", 3, "")]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc…")]
    [InlineData("ab😀", 3, "ab…")]
    [InlineData("ab😀", 4, "ab😀")]
    [InlineData("a😀c", 3, "a😀…")]
    [InlineData("😀b", 1, "…")]
    public void A_text_is_cut_between_its_characters(string text, int maximum, string shown) => Assert.Equal(shown, text.Truncate(maximum));
}

using Playbooks.Guarding.Urls;

namespace Playbooks.Tests.Guarding;

public sealed class WesternBytesTests
{
    [Fact]
    public void Every_byte_is_a_character_and_back()
    {
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(static code => (byte)code)];

        var text = WesternBytes.Read(bytes);

        Assert.Equal(256, text.Distinct().Count());
        Assert.Equal(bytes, WesternBytes.From(text));
    }

    [Theory]
    [InlineData(0x41, "A")]
    [InlineData(0x80, "€")]
    [InlineData(0x81, "\u0081")]
    [InlineData(0x99, "™")]
    [InlineData(0xE9, "é")]
    public void Bytes_are_read_as_browsers_read_them(byte read, string text) => Assert.Equal(text, WesternBytes.Read([read]));

    [Theory]
    [InlineData("Ā")]
    [InlineData("日")]
    [InlineData("a\u0100b")]
    [InlineData("😀")]
    public void A_text_with_other_characters_has_no_bytes(string text) => Assert.Null(WesternBytes.From(text));
}

using System.Text.Json;

namespace Playbooks.Tests.Parameters;

public sealed class ErrorCodesTests
{
    public static TheoryData<ErrorCode> All => new(Enum.GetValues<ErrorCode>());

    [Theory]
    [MemberData(nameof(All))]
    public void Every_code_is_written_as_its_name_in_capitals(ErrorCode code) =>
        Assert.Equal(JsonNamingPolicy.SnakeCaseUpper.ConvertName(code.ToString()), code.WireText());

    [Fact]
    public void A_number_that_is_no_code_has_no_text() => Assert.Throws<ArgumentOutOfRangeException>(() => ((ErrorCode)999).WireText());
}

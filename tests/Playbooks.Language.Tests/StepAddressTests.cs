using FsCheck;
using FsCheck.Fluent;

namespace Playbooks.Language.Tests;

public sealed class StepAddressTests
{
    /// <summary>In the order in which a run reaches them.</summary>
    private static readonly string[] InOrder =
    [
        "1", "2", "2/login:1", "2/login:3", "2/login:3.then.1", "2/login:10", "2/login:finally.1", "2/logout:1", "3", "3.then.1", "3.then.2", "3.then.10",
        "3.else.1", "3.other.1", "3.finally.1", "4", "4.1", "4.2", "4[0].1", "4[0].2", "4[0].2/pay:1", "4[0].2[7].1", "4[1].1", "4[2].1", "4[10].1", "9", "10", "11",
        "100", "2147483647", "finally.1", "finally.1.then.1", "finally.2", "finally.10",
    ];

    public static TheoryData<string> Addresses => [.. InOrder];

    [Theory]
    [MemberData(nameof(Addresses))]
    public void An_address_prints_as_it_was_written(string text)
    {
        var address = StepAddress.Parse(text);

        Assert.Equal(text, address.ToString());
        Assert.True(StepAddress.TryParse(text, out var again));
        Assert.Equal(address, again);
        Assert.Equal(address.GetHashCode(), again.GetHashCode());
        Assert.Equal(0, address.CompareTo(again));
    }

    [Fact]
    public void Addresses_are_ordered_by_numbers_and_not_by_texts()
    {
        var addresses = InOrder.Select(StepAddress.Parse).ToList();

        Assert.Equal(addresses, addresses.AsEnumerable().Reverse().Order());
        for (var i = 0; i < addresses.Count; i++)
        {
            for (var j = 0; j < addresses.Count; j++)
            {
                var (left, right) = (addresses[i], addresses[j]);
                Assert.Equal(Math.Sign(i.CompareTo(j)), Math.Sign(left.CompareTo(right)));
                Assert.Equal((i < j, i <= j, i > j, i >= j, i == j, i != j), (left < right, left <= right, left > right, left >= right, left == right, left != right));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("0")]
    [InlineData("01")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData("1.")]
    [InlineData(".1")]
    [InlineData("1..1")]
    [InlineData("1,1")]
    [InlineData("2147483648")]
    [InlineData("99999999999999999999")]
    [InlineData("١")]
    [InlineData("then")]
    [InlineData("then.")]
    [InlineData("then1")]
    [InlineData("Then.1")]
    [InlineData("_a.1")]
    [InlineData("1.then")]
    [InlineData("1.then.")]
    [InlineData("1.then.then.1")]
    [InlineData("4[2]")]
    [InlineData("4[2]1")]
    [InlineData("4[].1")]
    [InlineData("4[-1].1")]
    [InlineData("4[01].1")]
    [InlineData("4[1.1")]
    [InlineData("4]1[.1")]
    [InlineData("4[1][2].1")]
    [InlineData("4[1]/login:1")]
    [InlineData("2/login")]
    [InlineData("2/login:")]
    [InlineData("2/:1")]
    [InlineData("2/Login:1")]
    [InlineData("2/1:1")]
    [InlineData("2/log-in:1")]
    [InlineData("/login:1")]
    [InlineData("login:1")]
    [InlineData("2//login:1")]
    [InlineData("2/login:3/")]
    [InlineData("1\n")]
    public void A_text_that_is_no_address_is_refused(string text)
    {
        Assert.False(StepAddress.TryParse(text, out var address));
        Assert.Equal(default, address);
        Assert.Contains($"'{text}' is not the address of a step", Assert.Throws<FormatException>(() => StepAddress.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_is_no_address()
    {
        Assert.False(StepAddress.TryParse(null, out _));
        Assert.Throws<FormatException>(() => StepAddress.Parse(null!));
    }

    [Fact]
    public void Addresses_are_made_from_outside_in()
    {
        Assert.Equal("3", StepAddress.At(3).ToString());
        Assert.Equal("finally.1", StepAddress.At(1, "finally").ToString());
        Assert.Equal("4.1", StepAddress.At(4).Child(1).ToString());
        Assert.Equal("3.then.1", StepAddress.At(3).Child(1, "then").ToString());
        Assert.Equal("4[2].1", StepAddress.At(4).Child(1, iteration: 2).ToString());
        Assert.Equal("2/login:3.else.1", StepAddress.At(2).Call("login", StepAddress.At(3).Child(1, "else")).ToString());
    }

    [Fact]
    public void What_is_made_is_checked()
    {
        Assert.Throws<FormatException>(() => StepAddress.At(0));
        Assert.Throws<FormatException>(() => StepAddress.At(1, "Finally"));
        Assert.Throws<FormatException>(() => StepAddress.At(1).Child(-1));
        Assert.Throws<FormatException>(() => StepAddress.At(1).Child(1, iteration: -1));
        Assert.Throws<FormatException>(() => StepAddress.At(1).Call("Log in", StepAddress.At(1)));
        Assert.Throws<FormatException>(() => StepAddress.At(1).Call("login", default));
        Assert.Throws<FormatException>(() => default(StepAddress).Child(1));
    }

    [Fact]
    public void The_default_value_is_no_steps_address()
    {
        Assert.Equal(string.Empty, default(StepAddress).ToString());
        Assert.True(default(StepAddress) < StepAddress.At(1));
        Assert.NotEqual(default, StepAddress.At(1));
        Assert.False(StepAddress.At(1).Equals("1"));
    }

    [Fact]
    public void Any_address_can_be_read_again_and_a_child_comes_after_its_parent() =>
        Prop.ForAll(AnyAddress().ToArbitrary(), address =>
        {
            Assert.Equal(address, StepAddress.Parse(address.ToString()));
            Assert.True(address < address.Child(1));
            Assert.True(address.Child(9, "then") < address.Child(10, "then"));
            Assert.True(address.Child(10, iteration: 9) < address.Child(1, iteration: 10));
            Assert.True(address.Call("login", StepAddress.At(9)) < address.Call("login", StepAddress.At(10)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(7, 11));

    private static Gen<StepAddress> AnyAddress() =>
        from first in Gen.Choose(1, 1000)
        from steps in Gen.Choose(0, 3).ListOf()
        from numbers in Gen.Choose(1, 50).ListOf(Math.Max(1, steps.Count))
        select steps.Zip(numbers).Aggregate(StepAddress.At(first), (address, step) => step.First switch
        {
            0 => address.Child(step.Second),
            1 => address.Child(step.Second, "then"),
            2 => address.Child(1, iteration: step.Second),
            _ => address.Call("login", StepAddress.At(step.Second)),
        });
}

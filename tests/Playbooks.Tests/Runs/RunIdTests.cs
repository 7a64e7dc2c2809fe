using System.Text.RegularExpressions;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runs;

public sealed class RunIdTests
{
    [Fact]
    public void A_fresh_one_is_a_uuid_of_version_7_in_32_lower_case_hex_digits()
    {
        var time = new JumpingTime();
        time.Advance(TimeSpan.FromMilliseconds(0x0123456789AB));

        var id = RunId.New(time);

        Assert.Matches(@"\A0123456789ab7[0-9a-f]{3}[89ab][0-9a-f]{15}\z", id.Text);
        Assert.NotEqual(RunId.New(time), RunId.New(time));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("Night-run_2024.01.31")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("CONFIG")]
    [InlineData("com10")]
    public void A_safe_name_is_kept_as_it_is(string name)
    {
        Assert.True(RunId.IsSafe(name));
        Assert.Equal(name, RunId.From(name).Text);
        Assert.Equal(name, RunId.From(name).Original);
    }

    [Theory]
    [InlineData("a/b", @"\Aa_b-[0-9a-f]{10}\z")]
    [InlineData("a b", @"\Aa_b-[0-9a-f]{10}\z")]
    [InlineData("käse", @"\Ak_se-[0-9a-f]{10}\z")]
    [InlineData("run.", @"\Arun\.-[0-9a-f]{10}\z")]
    [InlineData("run\n", @"\Arun_-[0-9a-f]{10}\z")]
    [InlineData("../../etc/passwd", @"\A[A-Za-z0-9][A-Za-z0-9._-]*-[0-9a-f]{10}\z")]
    [InlineData("a..b", @"\Aa\._b-[0-9a-f]{10}\z")]
    [InlineData("CON", @"\ACON-[0-9a-f]{10}\z")]
    [InlineData("nul.txt", @"\Arnul\.txt-[0-9a-f]{10}\z")]
    [InlineData("", @"\Ar-[0-9a-f]{10}\z")]
    public void Any_other_name_is_turned_into_a_safe_one_and_its_original_is_kept(string name, string expected)
    {
        var id = RunId.From(name);

        Assert.False(RunId.IsSafe(name));
        Assert.Matches(expected, id.Text);
        Assert.True(RunId.IsSafe(id.Text));
        Assert.Equal(name, id.Original);
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("INDEX.html")]
    public void A_name_that_the_folder_of_all_runs_uses_itself_is_none(string name)
    {
        Assert.False(RunId.IsSafe(name));
        Assert.Matches(@"\A(?i)index\.html-[0-9a-f]{10}\z", RunId.From(name).Text);
    }

    // Folders that are there, bookmarks and build servers depend on these: they never change.
    [Theory]
    [InlineData("night-run", "night-run")]
    [InlineData("a/b", "a_b-c14cddc033")]
    [InlineData("Order 12345", "Order_12345-82bc1680cf")]
    [InlineData("käse", "k_se-28f37578d6")]
    [InlineData("../../etc/passwd", "r_._.__etc_passwd-3754d6cb3a")]
    [InlineData("", "r-e3b0c44298")]
    [InlineData("CON", "CON-a3dbc4b644")]
    [InlineData("nul.txt", "rnul.txt-7f3cbdd58a")]
    [InlineData("index.html", "index.html-0eb5473046")]
    [InlineData("run.", "run.-7d1acaa400")]
    [InlineData("Bestellung № 7 / Größe", "Bestellung___7___Gr__e-ef61a3ab9f")]
    public void A_name_has_the_same_folder_in_every_version(string name, string folder) => Assert.Equal(folder, RunId.From(name).Text);

    [Fact]
    public void A_long_name_is_cut_to_100_characters_before_its_hash()
    {
        var id = RunId.From(new string('x', 129));

        Assert.Equal(new string('x', 100), id.Text[..100]);
        Assert.Equal(111, id.Text.Length);
        Assert.True(RunId.IsSafe(new string('x', 128)));
    }

    [Fact]
    public void Different_names_never_share_a_folder()
    {
        string[] names = ["a/b", "a\\b", "a_b", "a b", "a:b", "a?b", "a/b ", "A/b", "\ud800", "\ud801", "\ufffd"];

        Assert.Equal(names.Length, names.Select(RunId.From).Distinct().Count());
    }

    [Fact]
    public void Names_that_differ_in_case_only_are_one_run_as_on_some_file_systems()
    {
        Assert.Equal(RunId.From("Night"), RunId.From("night"));
        Assert.Equal(RunId.From("Night").GetHashCode(), RunId.From("night").GetHashCode());
    }

    [Fact]
    public void Whatever_the_name_the_id_is_safe_and_short()
    {
        var random = new Random(20240131);
        for (var round = 0; round < 5000; round++)
        {
            var name = new string([.. Enumerable.Range(0, random.Next(0, 200)).Select(_ => (char)random.Next(round % 2 == 0 ? 128 : 65536))]);

            var id = RunId.From(name).Text;

            Assert.True(RunId.IsSafe(id), $"{Regex.Escape(name)} became {id}");
        }
    }
}

using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs.Reports;

public sealed class ScreenshotTests : IDisposable
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0];

    private readonly TempFolder temp = new();
    private readonly SampleRun sample;

    public ScreenshotTests() => sample = new(temp["run"]);

    public void Dispose() => temp.Dispose();

    [Fact]
    public void A_screenshot_is_part_of_the_page()
    {
        Put("0002_click.jpg", Jpeg);

        var page = sample.Failed().Page();

        var image = Assert.Single(page.QuerySelectorAll("img"));
        Assert.Equal("data:image/jpeg;base64," + Convert.ToBase64String(Jpeg), image.GetAttribute("src"));
        Assert.Equal("The page when the step failed.", image.GetAttribute("alt"));
        Assert.NotNull(page.QuerySelector("#step-2 a[href='#shot-0002_click.jpg']"));
    }

    [Fact]
    public void Screenshots_beyond_what_a_page_should_weigh_are_linked()
    {
        var actions = Enumerable.Range(1, 6).Select(step =>
        {
            Put($"{step}.jpg", [.. Jpeg, .. new byte[1_500_000]]);
            return SampleRun.Search() with { Step = step, Path = $"{step}", Screenshot = $"{step}.jpg" };
        });

        var page = sample.Ended(Outcome.Passed, [.. actions]).Page();

        Assert.Equal(4, page.QuerySelectorAll("img").Length);
        Assert.Equal(["screenshots/5.jpg", "screenshots/6.jpg"], page.QuerySelectorAll("p a[href^='screenshots/']").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void One_that_alone_is_too_large_is_linked_and_the_others_are_not()
    {
        Put("1.jpg", [.. Jpeg, .. new byte[3_000_000]]);
        Put("2.jpg", Jpeg);

        var page = sample.Ended(Outcome.Passed, [Shot(1, "1.jpg"), Shot(2, "2.jpg")]).Page();

        Assert.Equal("shot-2.jpg", Assert.Single(page.QuerySelectorAll("img")).Id);
    }

    [Theory]
    [InlineData("../../secret.jpg")]
    [InlineData("..\\secret.jpg")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    public void A_name_that_leads_out_of_the_folder_is_not_followed(string name)
    {
        temp.File("secret.jpg", "x");

        var page = sample.Ended(Outcome.Passed, [Shot(1, name)]).Page();

        Assert.Empty(page.QuerySelectorAll("img, a[href*=secret], a[href*=passwd]"));
    }

    [Fact]
    public void A_link_in_the_place_of_a_screenshot_is_not_followed()
    {
        var secret = temp["secret.jpg"];
        File.WriteAllBytes(secret, Jpeg);
        Put("2.jpg", Jpeg);
        File.CreateSymbolicLink(temp["run", "screenshots", "1.jpg"], secret);

        Assert.Equal("shot-2.jpg", Assert.Single(sample.Ended(Outcome.Passed, [Shot(1, "1.jpg"), Shot(2, "2.jpg")]).Page().QuerySelectorAll("img")).Id);
    }

    [Fact]
    public void What_is_no_picture_and_what_is_gone_is_linked()
    {
        Put("1.jpg", "<svg onload=alert(1)>"u8.ToArray());

        var page = sample.Ended(Outcome.Passed, [Shot(1, "1.jpg"), Shot(2, "gone.jpg")]).Page();

        Assert.Empty(page.QuerySelectorAll("img"));
        Assert.Equal(["screenshots/1.jpg", "screenshots/gone.jpg"], page.QuerySelectorAll("#steps a[href^=screenshots]").Select(link => link.GetAttribute("href")));
    }

    private static ActionRecord Shot(int step, string name) => SampleRun.Search() with { Step = step, Path = $"{step}", Screenshot = name };

    private void Put(string name, byte[] bytes)
    {
        var path = temp["run", "screenshots", name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}

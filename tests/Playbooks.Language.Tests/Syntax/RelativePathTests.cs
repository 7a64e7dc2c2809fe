using Playbooks.Language.Syntax.Paths;

namespace Playbooks.Language.Tests.Syntax;

public sealed class RelativePathTests
{
    [Theory]
    [InlineData("/shop/a.yaml", "b.csv", "/shop/b.csv")]
    [InlineData("/shop/a.yaml", "./x//../b.csv", "/shop/b.csv")]
    [InlineData("/shop/a.yaml", "../b.csv", "/b.csv")]
    [InlineData("/a.yaml", "../b.csv", "/../b.csv")]
    [InlineData("a.yaml", "../../b.csv", "../../b.csv")]
    [InlineData("x/a.yaml", "../b.csv", "b.csv")]
    [InlineData("C:\\shop\\a.yaml", "..\\b.csv", "C:/b.csv")]
    [InlineData("\\\\server\\share\\a.yaml", "b.csv", "//server/share/b.csv")]
    [InlineData("", "b.csv", "b.csv")]
    public void A_path_leads_from_the_folder_of_the_file(string file, string path, string resolved) =>
        Assert.Equal(resolved, RelativePath.Resolve(file, path));

    [Theory]
    [InlineData("/shop/a.yaml", "/shop/b.csv", "b.csv")]
    [InlineData("/shop/a.yaml", "/shop/x/b.csv", "x/b.csv")]
    [InlineData("/shop/x/y/a.yaml", "/shop/b.csv", "../../b.csv")]
    [InlineData("/shop/x/a.yaml", "/shop/z/b.csv", "../z/b.csv")]
    [InlineData("/shop", "/shop/b.csv", "shop/b.csv")]
    public void A_file_names_another_one(string file, string target, string path)
    {
        Assert.Equal(path, RelativePath.Between(file, target));
        Assert.Equal(target, RelativePath.Resolve(file, path));
    }

    [Theory]
    [InlineData("/a", true)]
    [InlineData("\\a", true)]
    [InlineData("c:a", true)]
    [InlineData("a", false)]
    [InlineData("../a", false)]
    [InlineData("", false)]
    public void An_absolute_path_does_not_depend_on_the_file(string path, bool isAbsolute) => Assert.Equal(isAbsolute, RelativePath.IsAbsolute(path));
}

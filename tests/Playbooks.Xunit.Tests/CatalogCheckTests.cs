using System.Reflection;

namespace Playbooks.Xunit.Tests;

public class CatalogCheckTests
{
    [Fact]
    public void This_project_was_built_with_all_its_playbooks()
    {
        var counted = typeof(CatalogCheckTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Playbooks.Count").Value;
        Assert.Equal("4", counted);
        CatalogCheck.Check(typeof(CatalogCheckTests).Assembly);
    }

    [Fact]
    public void An_assembly_that_was_built_without_playbooks_passes() => CatalogCheck.Check(typeof(object).Assembly);

    [Fact]
    public void An_assembly_that_lacks_playbooks_of_its_project_does_not_pass()
    {
        var lacking = MadeAssembly.With(typeof(AssemblyMetadataAttribute), "Playbooks.Count", "3");
        var error = Assert.Throws<PlaybookException>(() => CatalogCheck.Check(lacking));
        Assert.Contains("has 3 playbooks, but 0 were compiled", error.Message, StringComparison.Ordinal);
    }
}

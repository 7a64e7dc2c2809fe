namespace Playbooks.Xunit.Tests.Packages;

/// <summary>The tests that share the packages.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPackages : ICollectionFixture<PackedPackages>
{
    public const string Name = "packages";
}

/// <summary>All packages, packed once from this repository under a version that nobody else has.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private readonly string root = Directory.CreateTempSubdirectory("playbooks-packages-").FullName;

    /// <summary>Where they lie.</summary>
    public string Feed => Path.Combine(root, "feed");

    // Templates are installed for these tests only.
    private string Hive => Path.Combine(root, "templates");

    /// <summary>Their version.</summary>
    public string Version { get; } = "0.1.0-test." + Guid.NewGuid().ToString("N");

    public async Task InitializeAsync()
    {
        // What is packed was built for these tests, which reference it.
        var configuration = Directory.GetParent(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))!.Name;
        var pack = await Dotnet.RunAsync(
            RepositoryRoot(), "pack", "Playbooks.sln", "--no-build", "--configuration", configuration, "--output", Feed, $"-p:PackageVersion={Version}", "-p:PlaybooksPackTool=false");
        Assert.True(pack.ExitCode == 0, pack.Output);
        Assert.DoesNotContain(": warning ", pack.Output, StringComparison.Ordinal);
        (await Dotnet.RunAsync(Feed, "new", "install", Path.Combine(Feed, $"Playbooks.Templates.{Version}.nupkg"), "--debug:custom-hive", Hive)).Succeeded();
    }

    public async Task DisposeAsync()
    {
        await Dotnet.EndCompilerAsync();
        Directory.Delete(root, recursive: true);
    }

    /// <summary>An empty test project that is far from this repository and references the packages.</summary>
    internal UserProject NewProject() => NewProject(UserProject.Tests(this));

    /// <summary>A project that is made from a template.</summary>
    internal async Task<UserProject> NewFromTemplateAsync(string template)
    {
        var project = NewFolder();
        (await project.NewAsync(template, Hive)).Succeeded();
        return project;
    }

    /// <summary>An empty folder that is far from this repository, for projects that reference the packages.</summary>
    internal UserProject NewFolder() => NewProject(null);

    private UserProject NewProject(string? project) =>
        new(this, Path.Combine(root, Guid.NewGuid().ToString("N")[..8], "Shop.Tests"), Path.Combine(root, "restored"), project);

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Playbooks.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run from below the repository.");
        }

        return folder.FullName;
    }
}

namespace Playbooks.Xunit.Tests.Packages;

/// <summary>A project as a user has it; or, without a file of its own, a folder of several.</summary>
internal sealed class UserProject
{
    private readonly string folder;

    public UserProject(PackedPackages packages, string folder, string restoredPackages, string? project)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);

        // What is in the machine's own packages folder is used from there; ours are unpacked into a folder of their own.
        var machinePackages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{restoredPackages}" /></config>
              <packageSources><add key="packed" value="{packages.Feed}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{machinePackages}" /></fallbackPackageFolders>
            </configuration>
            """);
        if (project is not null)
        {
            Write("Shop.Tests.csproj", project);
        }
    }

    public void Write(string path, string content)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content + "\n");
    }

    public string Read(string path) => File.ReadAllText(FullPath(path));

    public void Delete(string path) => File.Delete(Path.Combine(folder, path));

    public string FullPath(string path) => Path.Combine(folder, path);

    public Task<DotnetResult> BuildAsync(params string[] arguments) => Dotnet.RunAsync(folder, ["build", "-nologo", .. arguments]);

    public Task<DotnetResult> TestAsync(params string[] arguments) => Dotnet.RunAsync(folder, ["test", "--no-build", "-nologo", .. arguments]);

    /// <summary>Runs the tests with Microsoft.Testing.Platform, which global.json selects.</summary>
    public Task<DotnetResult> TestOnPlatformAsync() => Dotnet.RunAsync(folder, "test", "--no-build");

    /// <summary>Runs the program to its end.</summary>
    public Task<DotnetResult> RunAsync(params string[] arguments) => Dotnet.RunAsync(folder, ["run", "--no-build", "--", .. arguments]);

    /// <summary>Runs a command as a step of a GitHub job does that has checked this folder out.</summary>
    public Task<DotnetResult> OnGitHubAsync(params string[] arguments) => Dotnet.RunAsync(
        folder,
        new() { ["GITHUB_ACTIONS"] = "true", ["GITHUB_WORKSPACE"] = folder, ["GITHUB_STEP_SUMMARY"] = FullPath("summary.md") },
        arguments);

    /// <summary>Creates what a template has.</summary>
    public Task<DotnetResult> NewAsync(string template, string hive) =>
        Dotnet.RunAsync(folder, "new", template, "--name", "Shop.Tests", "--output", ".", "--skipRestore", "--debug:custom-hive", hive);

    /// <summary>Lists what <c>dotnet watch</c> would watch.</summary>
    public Task<DotnetResult> ListWatchedAsync(string project) => Dotnet.RunAsync(folder, ["watch", "--list", "--project", project]);

    /// <summary>The project file of tests.</summary>
    /// <param name="packages">The packages that it references.</param>
    /// <param name="properties">Properties of its own, as elements.</param>
    /// <param name="items">Items of its own, as elements.</param>
    public static string Tests(PackedPackages packages, string properties = "", string items = "") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <IsPackable>false</IsPackable>
            <NuGetAudit>false</NuGetAudit>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.NET.Test.Sdk" Version="{VersionOf("Microsoft.NET.Test.Sdk")}" />
            <PackageReference Include="xunit" Version="{VersionOf("xunit")}" />
            <PackageReference Include="xunit.runner.visualstudio" Version="{VersionOf("xunit.runner.visualstudio")}" />
            <PackageReference Include="Playbooks.Xunit" Version="{packages.Version}" />
            {items}
          </ItemGroup>
        </Project>
        """;

    // The versions that this repository itself is tested with.
    private static string VersionOf(string package) =>
        typeof(UserProject).Assembly
            .GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), inherit: false)
            .Cast<System.Reflection.AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "Version of " + package).Value!;
}

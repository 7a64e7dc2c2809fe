namespace Playbooks.Xunit.Tests.Packages;

/// <summary>A project as a user has it.</summary>
internal sealed class UserProject
{
    private readonly string folder;

    public UserProject(PackedPackages packages, string folder, string restoredPackages, bool isService)
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
        Write("Shop.Tests.csproj", isService ? Service(packages) : Tests(packages));
    }

    public void Write(string path, string content)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content + "\n");
    }

    public void Delete(string path) => File.Delete(Path.Combine(folder, path));

    public string FullPath(string path) => Path.Combine(folder, path);

    public Task<DotnetResult> BuildAsync(params string[] arguments) => Dotnet.RunAsync(folder, ["build", "-nologo", .. arguments]);

    public Task<DotnetResult> TestAsync(params string[] arguments) => Dotnet.RunAsync(folder, ["test", "--no-build", "-nologo", .. arguments]);

    /// <summary>Runs the program to its end.</summary>
    public Task<DotnetResult> RunAsync(params string[] arguments) => Dotnet.RunAsync(folder, ["run", "--no-build", "--", .. arguments]);

    private static string Service(PackedPackages packages) => $"""
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Playbooks.Server" Version="{packages.Version}" />
          </ItemGroup>
        </Project>
        """;

    private static string Tests(PackedPackages packages) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <IsPackable>false</IsPackable>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.NET.Test.Sdk" Version="{VersionOf("Microsoft.NET.Test.Sdk")}" />
            <PackageReference Include="xunit" Version="{VersionOf("xunit")}" />
            <PackageReference Include="xunit.runner.visualstudio" Version="{VersionOf("xunit.runner.visualstudio")}" />
            <PackageReference Include="Playbooks.Xunit" Version="{packages.Version}" />
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

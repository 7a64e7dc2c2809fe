namespace Playbooks.Xunit.Tests.Packages;

/// <summary>What a project meets that is set up in another way than ours. All are built by one command, which takes most of the time.</summary>
[Collection(SharedPackages.Name)]
public sealed class ProjectKindTests(PackedPackages packages)
{
    private const string Playbook = """
        id: read_order
        parameters:
          - { name: order_id, type: int }
        start_url: "data:text/html,<h1>Order {order_id:raw}</h1>"
        steps:
          - { id: title, action: extract, selector: h1, store_as: title }
        cases:
          - name: reads an order's title
            with: { order_id: 12345 }
            expect: { outputs: { title: Order 12345 } }
        """;

    // A project's name, and the one sentence that its build must say.
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["FSharp.fsproj"] = "FSharp has 1 playbook(s), but the generator that compiles them is not passed to the compiler. Playbooks compile to C#, but the language of this project is F#: ",
        ["VisualBasic.vbproj"] = "VisualBasic has 1 playbook(s), but the generator that compiles them is not passed to the compiler. Playbooks compile to C#, but the language of this project is VB: ",
        ["OldFramework.csproj"] = "The Playbooks packages require .NET 10, but the TargetFramework is net9.0. Set the TargetFramework of OldFramework to net10.0 or later.",
        ["OldLanguage.csproj"] = "Playbooks are compiled to C# 12, but the LangVersion of OldLanguage is 11.0. Remove LangVersion from the project, or set it to 12 or higher.",
        ["NewXunit.csproj"] = "NewXunit references Playbooks.Xunit, which is for xunit 2, and xunit.v3. Reference Playbooks.Xunit.V3 instead of Playbooks.Xunit.",
        ["BothPackages.csproj"] = "BothPackages references both Playbooks.Xunit, which is for xunit 2, and Playbooks.Xunit.V3, which is for xunit.v3. Remove one of them.",
    };

    private readonly UserProject folder = packages.NewFolder();

    [Fact]
    public async Task A_build_says_in_one_sentence_what_is_not_supported_and_takes_the_rest_without_a_warning()
    {
        Add("FSharp.fsproj", items: """<Compile Include="Empty.fs" />""");
        folder.Write("FSharp/Empty.fs", "module Empty\nlet nothing = 0");
        Add("VisualBasic.vbproj");
        Add("OldFramework.csproj", "<TargetFramework>net9.0</TargetFramework><DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>");
        Add("OldLanguage.csproj", "<LangVersion>11.0</LangVersion>");
        Add("NewXunit.csproj", items: """<ProjectReference Include="../FakeXunit/FakeXunit.csproj" />""");
        Add("BothPackages.csproj", items: $"""<PackageReference Include="Playbooks.Xunit.V3" Version="{packages.Version}" />""");
        // The name of its assembly is all that matters.
        folder.Write("FakeXunit/FakeXunit.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><AssemblyName>xunit.v3.core</AssemblyName></PropertyGroup></Project>""");

        // Both have the root namespace Shop, and in it the same playbook.
        const string Strict = "<RootNamespace>Shop</RootNamespace><LangVersion>12</LangVersion><TreatWarningsAsErrors>true</TreatWarningsAsErrors>";
        Add("Library.csproj", Strict);
        Add("Tests.csproj", Strict, """<ProjectReference Include="../Library/Library.csproj" />""");
        foreach (var project in (string[])["Library", "Tests"])
        {
            folder.Write($"{project}/ReadOrder.cs", """
                [assembly: System.CLSCompliant(true)]

                namespace Shop;

                public partial class ReadOrder
                {
                    partial void Configure(Hooks hooks)
                    {
                    }
                }

                public class MoreTests(PlaybookFixture playbooks) : Xunit.IClassFixture<PlaybookFixture>
                {
                    public override string? ToString() => playbooks.ToString();
                }
                """);
        }

        Add("NoAxe.csproj");
        folder.Write("NoAxe/read_order.playbook.yaml", Playbook.Replace("store_as: title", "store_as: title, verify: { expect_accessible: true }", StringComparison.Ordinal));

        string[] all = ["NoAxe.csproj", .. Refused.Keys, "FakeXunit.csproj", "Library.csproj", "Tests.csproj"];
        folder.Write("all.slnx", $"<Solution>{string.Concat(all.Select(project => $"<Project Path=\"{Path.GetFileNameWithoutExtension(project)}/{project}\" />"))}</Solution>");
        var build = (await folder.BuildAsync("all.slnx")).Failed();

        var messages = build.FindingsByProject;
        Assert.All(Refused, refused =>
        {
            var message = Assert.Single(messages[refused.Key]);
            Assert.Contains(": error : " + refused.Value, message, StringComparison.Ordinal);
        });
        Assert.StartsWith(": error PB0202: ", Assert.Single(messages["NoAxe.csproj"]), StringComparison.Ordinal);
        Assert.Equal(Refused.Keys.Append("NoAxe.csproj").Order(), messages.Select(project => project.Key).Order());
    }

    [Fact]
    public async Task A_watch_looks_at_what_is_compiled()
    {
        Add("Library.csproj", items: """
            <AdditionalFiles Include="../Elsewhere/linked.playbook.yml" />
            <AdditionalFiles Remove="Drafts/*" />
            """);
        folder.Write("Library/Drafts/draft.playbook.yaml", Playbook);
        folder.Write("Elsewhere/linked.playbook.yml", Playbook.Replace("read_order", "linked", StringComparison.Ordinal));
        (await folder.BuildAsync("Library")).Succeeded();

        var watched = (await folder.ListWatchedAsync("Library")).Succeeded().Output;

        Assert.Contains("read_order.playbook.yaml", watched, StringComparison.Ordinal);
        Assert.Contains("linked.playbook.yml", watched, StringComparison.Ordinal);
        Assert.DoesNotContain("draft.playbook.yaml", watched, StringComparison.Ordinal);
    }

    private void Add(string project, string properties = "", string items = "")
    {
        var name = Path.GetFileNameWithoutExtension(project);
        folder.Write($"{name}/{project}", UserProject.Tests(packages, properties, items));
        folder.Write($"{name}/read_order.playbook.yaml", Playbook);
    }
}

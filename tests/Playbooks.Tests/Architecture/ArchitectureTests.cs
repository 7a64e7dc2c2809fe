using System.Text.RegularExpressions;

namespace Playbooks.Tests.Architecture;

public sealed class ArchitectureTests
{
    private const string ActionTable = "src/Shared/ActionFacts.cs";

    public static TheoryData<string> Projects => [.. Repository.Projects().Select(path => Path.GetFileNameWithoutExtension(path))];

    public static IEnumerable<object[]> Walls => HouseRules.Walls.Select(wall => new object[] { wall.Project, wall.Folder, wall.MustNotKnow });

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_file_references_only_what_its_room_may_know(string project)
    {
        var path = Repository.Projects().Single(each => Path.GetFileNameWithoutExtension(each) == project);

        AssertNone(HouseCheck.Violations(RoomOf(project), ProjectFile.Read(path)));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void An_assembly_is_compiled_only_against_what_its_room_may_know(string project) =>
        AssertNone(HouseCheck.Violations(RoomOf(project), AssemblyOf(project)));

    [Theory]
    [MemberData(nameof(Walls))]
    public void A_folder_knows_nothing_behind_its_wall(string project, string folder, string mustNotKnow) =>
        AssertNone(HouseCheck.Violations(new Wall(project, folder, mustNotKnow), AssemblyOf(project)));

    // The packages on the runtime use it as everybody else does.
    [Fact]
    public void What_is_internal_in_the_runtime_is_visible_to_tests_only() => Assert.All(
        ProjectFile.Read(Path.Combine(Repository.Root, "src", "Playbooks", "Playbooks.csproj")).Friends,
        static friend => Assert.True(friend.EndsWith(".Tests", StringComparison.Ordinal) || friend == "Playbooks.Benchmarks", friend));

    [Fact]
    public void Actions_are_listed_in_the_action_table_and_nowhere_else()
    {
        // How each action of the table is written.
        const string Grammar = "src/Playbooks.Language/Grammar/ActionTable.cs";

        // What a recovery agent may do, and with which params, is decided for each action.
        const string AgentTable = "src/Playbooks/Execution/Recovery/AgentActionTable.cs";
        const string AgentStep = "src/Playbooks/Execution/Recovery/AgentStep.cs";
        var lists = new ActionLists(ActionLists.Declared(Read(ActionTable)));

        var found =
            from file in Repository.Sources()
            where file is not (ActionTable or Grammar or AgentTable or AgentStep)
            let named = lists.In(Read(file))
            where named.Count > 0
            select $"{file} lists {string.Join(", ", named)}";

        AssertNone(found);
    }

    [Fact]
    public void Every_action_of_the_table_has_its_file_among_the_steps()
    {
        var actions = ActionLists.Declared(Read(ActionTable));

        Assert.NotEmpty(actions);
        Assert.All(actions, action => Assert.Contains($"src/Playbooks/Steps/{ActionLists.Pascal(action)}Step.cs", Repository.Sources()));
    }

    // The command line does not see what is internal in the runtime, and searches other folders.
    [Fact]
    public void Links_in_the_file_system_are_detected_in_one_place_of_the_runtime_and_one_of_the_command_line() => Assert.Equal(
        ["src/Playbooks.Cli/Projects/PlaybookFiles.cs", "src/Shared/Files/SymbolicLinks.cs"],
        Repository.Sources().Where(file => Regex.IsMatch(Read(file), @"\bLinkTarget\b|\bReparsePoint\b|ResolveLinkTarget")).Order(StringComparer.Ordinal));

    // Assert.Empty cuts long texts short; whoever broke a rule should read the whole sentence.
    private static void AssertNone(IEnumerable<string> violations) => Assert.Equal("", string.Join(Environment.NewLine, violations));

    private static string Read(string relative) => File.ReadAllText(Path.Combine(Repository.Root, relative));

    private static Room RoomOf(string project) =>
        HouseRules.Rooms.SingleOrDefault(room => room.Name == project)
        ?? throw new InvalidOperationException($"Say in {nameof(HouseRules)} what {project} may know.");

    private static CompiledAssembly AssemblyOf(string project) => CompiledAssembly.Read(Path.Combine(AppContext.BaseDirectory, project + ".dll"));
}

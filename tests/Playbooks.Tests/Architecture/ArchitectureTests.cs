namespace Playbooks.Tests.Architecture;

public sealed class ArchitectureTests
{
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

    [Fact]
    public void Actions_are_listed_in_the_action_table_and_nowhere_else()
    {
        const string Table = "src/Playbooks.Language/Grammar/ActionTable.cs";

        // What a recovery agent may do, and with which params, is decided for each action.
        const string AgentTable = "src/Playbooks/Execution/Recovery/AgentStep.cs";
        var lists = new ActionLists(ActionLists.Declared(Read(Table)));

        var found =
            from file in Repository.Sources()
            where file is not (Table or AgentTable)
            let named = lists.In(Read(file))
            where named.Count > 0
            select $"{file} lists {string.Join(", ", named)}";

        AssertNone(found);
    }

    [Fact]
    public void Every_action_of_the_table_has_its_file_among_the_steps()
    {
        var actions = ActionLists.Declared(Read("src/Playbooks.Language/Grammar/ActionTable.cs"));

        Assert.All(actions, action => Assert.Contains(
            $"src/Playbooks/Steps/{string.Concat(action.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}Step.cs",
            Repository.Sources()));
    }

    // Assert.Empty cuts long texts short; whoever broke a rule should read the whole sentence.
    private static void AssertNone(IEnumerable<string> violations) => Assert.Equal("", string.Join(Environment.NewLine, violations));

    private static string Read(string relative) => File.ReadAllText(Path.Combine(Repository.Root, relative));

    private static Room RoomOf(string project) =>
        HouseRules.Rooms.SingleOrDefault(room => room.Name == project)
        ?? throw new InvalidOperationException($"Say in {nameof(HouseRules)} what {project} may know.");

    private static CompiledAssembly AssemblyOf(string project) => CompiledAssembly.Read(Path.Combine(AppContext.BaseDirectory, project + ".dll"));
}

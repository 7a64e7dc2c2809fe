namespace Playbooks.Tests.Architecture
{
    /// <summary>Shows that the checks can fail.</summary>
    public sealed class HouseCheckTests
    {
        private static readonly Room Cellar = new("Cellar", ["Kitchen"], ["Wine"]) { MustNotTouch = ["System.IO.File"] };

        [Fact]
        public void A_forbidden_project_reference_is_named()
        {
            var project = ProjectFile.Parse("Cellar", """<Project><ItemGroup><ProjectReference Include="..\Kitchen\Kitchen.csproj" /><ProjectReference Include="../Attic/Attic.csproj" /></ItemGroup></Project>""");

            Assert.Equal(["Cellar.csproj references the project Attic"], HouseCheck.Violations(Cellar, project));
        }

        [Fact]
        public void A_forbidden_package_is_named()
        {
            var project = ProjectFile.Parse("Cellar", """<Project><ItemGroup><PackageReference Include="Wine.Red" /><PackageReference Include="Microsoft.Playwright" /></ItemGroup></Project>""");

            Assert.Equal(["Cellar.csproj references the package Microsoft.Playwright"], HouseCheck.Violations(Cellar, project));
        }

        [Fact]
        public void A_project_that_is_only_built_to_be_packed_is_not_known()
        {
            var project = ProjectFile.Parse("Cellar", """<Project><ItemGroup><ProjectReference Include="../Attic/Attic.csproj" ReferenceOutputAssembly="false" /></ItemGroup></Project>""");

            Assert.Empty(HouseCheck.Violations(Cellar, project));
        }

        [Fact]
        public void A_forbidden_assembly_and_a_forbidden_type_are_named()
        {
            var assembly = new CompiledAssembly(["System.Runtime", "Kitchen", "Wine.Red", "YamlDotNet"], ["System.IO.File", "System.Object"], []);

            Assert.Equal(["Cellar.dll is compiled against YamlDotNet", "Cellar.dll uses System.IO.File"], HouseCheck.Violations(Cellar, assembly));
        }

        [Fact]
        public void What_an_assembly_knows_is_read_from_the_file()
        {
            var assembly = CompiledAssembly.Read(typeof(HouseCheckTests).Assembly.Location);

            Assert.Contains("xunit.core", assembly.References);
            Assert.Contains("System.IO.File", assembly.TouchedTypes);
        }

        [Theory]
        [InlineData("Upstairs", "Downstairs", "Playbooks.Tests.Architecture.Upstairs.Walker in Upstairs uses Playbooks.Tests.Architecture.Downstairs.Stair in Downstairs")]
        [InlineData("Downstairs", "Upstairs", null)]
        public void A_look_over_the_wall_is_found_even_inside_an_async_method(string folder, string mustNotKnow, string? expected)
        {
            var assembly = CompiledAssembly.Read(typeof(HouseCheckTests).Assembly.Location);

            Assert.Equal(expected is null ? [] : [expected], HouseCheck.Violations(new Wall("Playbooks.Tests.Architecture", folder, mustNotKnow), assembly));
        }

        [Fact]
        public void A_list_of_actions_is_found_by_texts_facts_and_step_classes()
        {
            var lists = new ActionLists(["click", "key_press", "goto", "hover"]);

            Assert.Equal(["click", "key_press", "goto"], lists.In("""string[] all = ["click", "goto"]; var x = new KeyPressStep();"""));
            Assert.Equal(["click", "key_press", "goto"], lists.In("[ActionFacts.Click, ActionFacts.Goto, ActionFacts.KeyPress, ActionFacts.Missing]"));
            Assert.Empty(lists.In("""if (action == "click" || action == "goto") { Click(); }"""));
        }

        [Fact]
        public void The_actions_are_read_from_the_table()
        {
            Assert.Equal(["goto", "key_press"], ActionLists.Declared("""
                public static ActionFacts Goto { get; } = new("goto") { ChangesPage = true };
                public static ActionFacts KeyPress { get; } = new("key_press");
                public static RepeatSafety Safe { get; } = new("safe");
                """));
        }
    }
}

namespace Playbooks.Tests.Architecture.Upstairs
{
    /// <summary>Goes where it should not, and only in the body of an async method, which the compiler moves to another type.</summary>
    internal static class Walker
    {
        // The switch becomes a jump table, which whoever reads the code must step over.
        public static async Task<string> GoAsync(int floor)
        {
            await Task.Yield();
            return floor switch
            {
                0 => "ground",
                1 => "first",
                2 => "second",
                3 => "third",
                _ => Downstairs.Stair.Creak(),
            };
        }
    }
}

namespace Playbooks.Tests.Architecture.Downstairs
{
    internal static class Stair
    {
        public static string Creak() => "creak";
    }
}

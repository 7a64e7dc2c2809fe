using BenchmarkDotNet.Running;
using Playbooks.Benchmarks.Overhead;

// dotnet run -c Release --project tests/Playbooks.Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/Playbooks.Benchmarks -- overhead [rounds]
if (args is ["overhead", .. var rest])
{
    Console.WriteLine(await SideBySide.CompareAsync(rest is [var rounds] ? int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture) : 100));
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}

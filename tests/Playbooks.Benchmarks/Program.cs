using System.Globalization;
using BenchmarkDotNet.Running;
using Playbooks.Benchmarks.Building;
using Playbooks.Benchmarks.CommandLines;
using Playbooks.Benchmarks.Evidence;
using Playbooks.Benchmarks.Generation;
using Playbooks.Benchmarks.Log;
using Playbooks.Benchmarks.Overhead;
using Playbooks.Benchmarks.Reports;
using Playbooks.Benchmarks.Service;
using Playbooks.Benchmarks.Suites;

// dotnet run -c Release --project tests/Playbooks.Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/Playbooks.Benchmarks -- overhead [rounds]
// dotnet run -c Release --project tests/Playbooks.Benchmarks -- evidence [rounds]
// dotnet run -c Release --project tests/Playbooks.Benchmarks -- trace [rounds]
// dotnet run -c Release --project tests/Playbooks.Benchmarks -- traced-pages [rounds]
// dotnet run -c Release --project tests/Playbooks.Benchmarks -- build [rounds]
// dotnet run -c Release --project tests/Playbooks.Benchmarks -- cli [rounds]
// dotnet run -c Release --project tests/Playbooks.Benchmarks -- edit [rounds]
// dotnet run -c Release --project tests/Playbooks.Benchmarks -- log
// dotnet run -c Release --project tests/Playbooks.Benchmarks -- report
// dotnet run -c Release --project tests/Playbooks.Benchmarks -- stream
// dotnet run -c Release --project tests/Playbooks.Benchmarks -- service [rounds]
// dotnet run -c Release --project tests/Playbooks.Benchmarks -- suite [rounds]
// dotnet run -c Release --project tests/Playbooks.Benchmarks -- memory [texts | large | page | stored]
var rounds = args.Length > 1 && int.TryParse(args[1], CultureInfo.InvariantCulture, out var given) ? given : 100;
if (args is ["overhead", ..])
{
    Console.WriteLine(await SideBySide.CompareAsync(rounds));
}
else if (args is ["evidence", ..])
{
    Console.WriteLine(await EvidenceShare.MeasureAsync(rounds));
}
else if (args is ["trace", ..])
{
    Console.WriteLine(await TraceShare.MeasureAsync(rounds));
}
else if (args is ["traced-pages", ..])
{
    Console.WriteLine(await TracedPages.MeasureAsync(rounds));
}
else if (args is ["build", ..])
{
    Console.WriteLine(BuildTimes.Measure(args.Length > 1 ? rounds : 5));
}
else if (args is ["cli", ..])
{
    Console.WriteLine(CommandLineTimes.Measure(args.Length > 1 ? rounds : 10));
}
else if (args is ["suite", ..])
{
    Console.WriteLine(await SuiteTimes.MeasureAsync(args.Length > 1 ? rounds : 10));
}
else if (args is ["edit", ..])
{
    Console.WriteLine(EditTimes.Measure(rounds));
}
else if (args is ["log"])
{
    Console.WriteLine(await LogTimes.MeasureAsync());
}
else if (args is ["report"])
{
    Console.WriteLine(await ReportTimes.MeasureAsync());
}
else if (args is ["stream"])
{
    Console.WriteLine(await StreamTimes.MeasureAsync());
}
else if (args is ["service", ..])
{
    Console.WriteLine(await ServiceTimes.MeasureAsync(rounds));
}
else if (args is ["memory", ..])
{
    await foreach (var line in ServiceMemory.MeasureAsync(args.ElementAtOrDefault(1)))
    {
        Console.WriteLine(line);
    }
}
else if (args is [ServiceProcess.Argument, var root, var worker])
{
    await ServiceProcess.RunAsync(root, worker);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(SideBySide).Assembly).Run(args);
}

using System.Text;

namespace Playbooks.Cli;

/// <summary>The process: connects the command line with the console.</summary>
internal static class Program
{
#pragma warning disable RS0030 // A command line is what the console is for.
    private static Task<int> Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return CommandLine.RunAsync(arguments, new(Console.Out, Console.Error, Environment.CurrentDirectory, Environment.GetEnvironmentVariable)
        {
            Input = Console.In,
            OpenStreams = static () =>
            {
                // Whatever else writes to the console must not break the protocol.
                var streams = (Console.OpenStandardInput(), Console.OpenStandardOutput());
                Console.SetOut(Console.Error);
                return streams;
            },
        });
    }
#pragma warning restore RS0030
}

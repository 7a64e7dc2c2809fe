using System.Text;
using Playbooks.Cli;

// A command line is what the console is for.
#pragma warning disable RS0030
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var terminal = new Terminal(Console.Out, Console.Error, Environment.CurrentDirectory, Environment.GetEnvironmentVariable)
{
    Input = Console.In,
    OpenStreams = () =>
    {
        var streams = (Console.OpenStandardInput(), Console.OpenStandardOutput());
        Console.SetOut(Console.Error);
        return streams;
    },
};
#pragma warning restore RS0030

return await CommandLine.RunAsync(args, terminal);

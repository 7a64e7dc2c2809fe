using System.Text;
using System.Threading.Channels;

namespace Playbooks.Cli.Tests;

/// <summary>A command that runs until it is stopped, inside this process.</summary>
internal sealed class RunningTool : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly Task<int> running;

    /// <summary>Starts the command in a folder.</summary>
    public RunningTool(Tool folder, params string[] arguments)
    {
        var output = TextWriter.Synchronized(new LineWriter(lines.Writer));
        running = Task.Run(async () =>
        {
            try
            {
                return await CommandLine.RunAsync(arguments, new(output, output, folder.Folder, _ => null), stop.Token);
            }
            finally
            {
                lines.Writer.Complete();
            }
        });
    }

    /// <summary>Returns the next lines up to one that contains a text.</summary>
    public async Task<IReadOnlyList<string>> ReadToAsync(string part)
    {
        var read = new List<string>();
        await foreach (var line in lines.Reader.ReadAllAsync())
        {
            read.Add(line);
            if (line.Contains(part, StringComparison.Ordinal))
            {
                return read;
            }
        }

        throw new InvalidOperationException($"The command ended without a line that contains '{part}':\n{string.Join('\n', read)}");
    }

    /// <summary>Stops the command as Ctrl+C does.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        await stop.CancelAsync();
        return await running;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
    }

    private sealed class LineWriter(ChannelWriter<string> lines) : TextWriter
    {
        private readonly StringBuilder line = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            if (value != '\n')
            {
                line.Append(value);
                return;
            }

            lines.TryWrite(line.ToString().TrimEnd('\r'));
            line.Clear();
        }
    }
}

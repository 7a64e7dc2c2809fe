using Playbooks.Server.Files;

namespace Playbooks.Server.Tests.Files;

public sealed class PerFileTests
{
    private static readonly FileStamp Stamp = new(1, DateTime.UnixEpoch);

    [Fact]
    public async Task It_remembers_no_more_bytes_than_it_may()
    {
        var made = 0;
        var files = new FileCache<string>(1000, mostBytes: 100, path =>
        {
            made++;
            return path;
        }, static text => text.Length);

        for (var number = 0; number < 50; number++)
        {
            await files.GetAsync($"file-{number:00000}", Stamp, default);
            Assert.InRange(files.Bytes, 0, 100);
        }

        await files.GetAsync("file-00049", Stamp, default);
        Assert.Equal(50, made);
        await files.GetAsync("file-00000", Stamp, default);
        Assert.Equal(51, made);
        await files.GetAsync(new string('x', 1000), Stamp, default);
        Assert.Equal(0, files.Bytes);
    }
}

using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Playbooks.Server.Tests.Service;
using Playbooks.Server.Working;

namespace Playbooks.Server.Tests.Working;

/// <summary>A service does not force a collection on its host's process unless the host asks for it.</summary>
public sealed class IdleMemoryTests
{
    private static readonly TimeSpan Never = Timeout.InfiniteTimeSpan;
    private static readonly TimeSpan After = TimeSpan.FromSeconds(65);

    [Theory]
    [InlineData(null, 0)]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_service_releases_memory_only_if_its_host_asks(bool? asked, int timers)
    {
        var clock = new Clock();
        await using var service = await RunningService.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.ReleaseMemoryWhenIdle = asked ?? options.ReleaseMemoryWhenIdle;
        });

        _ = service.Services.GetRequiredService<LocalWorker>();

        Assert.Equal(timers, clock.Timers.Count);
    }

    [Fact]
    public void Memory_is_released_after_the_idle_time_and_not_while_a_run_is_active()
    {
        var clock = new Clock();
        using var idle = new IdleMemory(After, clock);
        var timer = Assert.Single(clock.Timers);

        Assert.Equal(Never, timer.Due);
        idle.Rest();
        Assert.Equal(After, timer.Due);
        idle.Work();
        Assert.Equal(Never, timer.Due);
    }

    [Fact]
    public void Releasing_memory_frees_what_nobody_uses()
    {
        var clock = new Clock();
        using var idle = new IdleMemory(After, clock);
        var garbage = Garbage();
        idle.Rest();

        Assert.Single(clock.Timers).Fire();

        Assert.False(garbage.IsAlive);
    }

    // In a method of its own, so that no local variable keeps it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Garbage() => new(new byte[1024 * 1024]);

    /// <summary>The system's clock, but for timers of the class under test, which a test fires itself.</summary>
    private sealed class Clock : TimeProvider
    {
        public List<Timer> Timers { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (callback.Method.DeclaringType?.DeclaringType != typeof(IdleMemory))
            {
                return base.CreateTimer(callback, state, dueTime, period);
            }

            var timer = new Timer(callback) { Due = dueTime };
            Timers.Add(timer);
            return timer;
        }
    }

    private sealed class Timer(TimerCallback callback) : ITimer
    {
        public TimeSpan Due { get; set; }

        public void Fire() => callback(null);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime;
            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

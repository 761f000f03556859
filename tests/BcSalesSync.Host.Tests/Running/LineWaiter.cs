using System.Text;

namespace BcSalesSync.Host.Tests.Running;

// Keeps the lines that a verb writes, and lets a test wait for one.
internal sealed class LineWaiter : TextWriter
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private readonly Lock gate = new();
    private readonly StringBuilder line = new();
    private readonly List<string> lines = [];
    private readonly List<(string Text, TaskCompletionSource<string> Seen)> waits = [];

    public override Encoding Encoding => Encoding.UTF8;

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (gate)
                return [.. lines];
        }
    }

    // The first line that holds a text, from the first line on or from a later one.
    public Task<string> SeenAsync(string text, int from = 0)
    {
        lock (gate)
        {
            if (lines.Skip(from).FirstOrDefault(one => one.Contains(text, StringComparison.Ordinal)) is { } seen)
                return Task.FromResult(seen);
            var wait = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            waits.Add((text, wait));
            return wait.Task.WaitAsync(Longest);
        }
    }

    public override void Write(char value)
    {
        lock (gate)
        {
            if (value != '\n')
            {
                line.Append(value);
                return;
            }

            var written = line.ToString().TrimEnd('\r');
            lines.Add(written);
            line.Clear();
            foreach (var (_, seen) in waits.Where(wait => written.Contains(wait.Text, StringComparison.Ordinal)))
                seen.TrySetResult(written);
        }
    }
}

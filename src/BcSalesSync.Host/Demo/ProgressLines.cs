using BcSalesSync.Contracts;

namespace BcSalesSync.Host.Demo;

// Progress of a run as lines of text, as it happens; a line that says the same again is left out.
internal sealed class ProgressLines(TextWriter output) : ISyncObserver
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, BcProgress> _shown = [];

    public void Verbose(string message)
    {
    }

    public void Debug(string message)
    {
    }

    public void Warning(string message) => output.WriteLine($"  warning: {message}");

    public void Progress(BcProgress progress)
    {
        lock (_gate)
        {
            if (_shown.GetValueOrDefault(progress.Id) == progress)
                return;
            _shown[progress.Id] = progress;
        }

        var percent = progress.PercentComplete < 0 ? "   " : FormattableString.Invariant($"{progress.PercentComplete,3}");
        output.WriteLine($"  {percent} %  {progress.Activity,-12} {progress.Status}");
    }
}

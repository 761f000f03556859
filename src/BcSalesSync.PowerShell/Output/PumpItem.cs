namespace BcSalesSync.PowerShell.Output;

/// <summary>Something to do on the pipeline thread.</summary>
/// <param name="write">What to do.</param>
/// <param name="discard">What to do instead when the pipeline has ended; null for nothing.</param>
internal readonly struct PumpItem(Action<ICommandStreams> write, Action? discard = null)
{
    internal void Write(ICommandStreams streams) => write(streams);

    internal void Discard() => discard?.Invoke();
}

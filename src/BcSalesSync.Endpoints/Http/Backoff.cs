namespace BcSalesSync.Endpoints.Http;

/// <summary>Pauses that grow exponentially with full jitter: anywhere between nothing and the bound.</summary>
internal sealed class Backoff(HttpSettings settings)
{
    private readonly object gate = new();

    /// <summary>The pause before the next attempt.</summary>
    /// <param name="failedAttempts">Attempts that failed so far, from 0 for the pause after the first.</param>
    public TimeSpan Next(int failedAttempts)
    {
        var bound = Math.Min(settings.MaxDelay.Ticks, settings.BaseDelay.Ticks * Math.Pow(2, Math.Min(failedAttempts, 30)));
        lock (gate)
            return TimeSpan.FromTicks((long)(bound * settings.Jitter.NextDouble()));
    }
}

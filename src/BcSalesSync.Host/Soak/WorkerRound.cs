namespace BcSalesSync.Host.Soak;

// What one round of workers came to.
internal sealed record WorkerRound(double Seconds, int Kills, IReadOnlyList<string> Rows);

namespace BcSalesSync.Engine.Couplings.Csv;

/// <summary>A row of a coupling file cannot be used.</summary>
internal sealed class CouplingRowException(string? column, string message, string nextStep) : Exception(message)
{
    /// <summary>Heading of the column; null when the row as a whole is wrong.</summary>
    public string? Column { get; } = column;

    public string NextStep { get; } = nextStep;
}

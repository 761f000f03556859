namespace BcSalesSync.Engine.Ports.State;

/// <summary>A coupling would give a record a second partner within its family; the whole change was refused.</summary>
public sealed class CouplingTakenException : Exception
{
    /// <summary>Creates the exception.</summary>
    public CouplingTakenException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

namespace BcSalesSync.PowerShell.Completers;

/// <summary>Completes names that one of the systems has to be asked for, the first time.</summary>
public abstract class SystemNameCompleter : NameCompleter
{
    private protected SystemNameCompleter()
    {
    }

    internal override TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(500);
}

namespace BcSalesSync.PowerShell.Tests.Doubles;

/// <summary>One thing that a command wrote, and on which stream.</summary>
internal sealed record Written(string Stream, object Value);

using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Tests.Doubles;

/// <summary>Stands for what PowerShell throws out of ThrowTerminatingError.</summary>
internal sealed class CommandStoppedException(CommandError error) : Exception(error.Exception.Message)
{
    internal CommandError Error => error;
}

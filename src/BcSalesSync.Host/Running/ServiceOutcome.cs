namespace BcSalesSync.Host.Running;

// How the service ended, for whoever started it.
internal sealed class ServiceOutcome
{
    public int ExitCode { get; set; } = Commands.ExitCode.Failed;
}

namespace BcSalesSync.Host.Logging;

// How much a line asks for attention.
internal static class LogLevels
{
    public const string Debug = "debug";
    public const string Information = "information";
    public const string Warning = "warning";
    public const string Error = "error";
}

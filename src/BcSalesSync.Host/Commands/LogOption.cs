using System.CommandLine;

namespace BcSalesSync.Host.Commands;

// The option "--log" of the verbs that run sessions.
internal static class LogOption
{
    public static Option<FileInfo?> Create() => new("--log")
    {
        Description = "File that takes what happens as JSON, one object a line (examples/log-format.md); readable by its owner only.",
    };
}

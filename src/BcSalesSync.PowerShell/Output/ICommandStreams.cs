using System.Diagnostics.CodeAnalysis;
using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Output;

/// <summary>
/// What a command says to and asks of its shell. Only the pipeline thread calls it. The default is the running cmdlet itself; a test
/// puts a recorder in its place.
/// </summary>
internal interface ICommandStreams
{
    /// <summary>What the default connection belongs to: the runspace.</summary>
    object Scope { get; }

    /// <summary>True when changes are only to be described.</summary>
    bool IsWhatIf { get; }

    /// <summary>True when the switch was given and not given as false.</summary>
    bool IsOn(string parameterName);

    /// <summary>True when the command takes rows from a pipeline, even if none come.</summary>
    bool ReadsPipeline { get; }

    /// <summary>True when the parameter was given, with a value or without.</summary>
    bool IsGiven(string parameterName);

    void Output(object value);

    void Error(CommandError error);

    /// <summary>Ends the command.</summary>
    [DoesNotReturn]
    void Stop(CommandError error);

    void Verbose(string message);

    void Debug(string message);

    void Warning(string message);

    void Progress(BcProgress progress);

    /// <summary>Whether to go on with a change, after describing it or asking for it as the shell's settings want.</summary>
    bool ShouldProcess(string target, string action);

    /// <summary>Index of the option a person picked; null when there is nobody to ask. A default of -1 means none.</summary>
    int? Choose(string caption, string message, IReadOnlyList<Choice> choices, int defaultChoice);

    /// <summary>The file system path that a path of the shell stands for; the file need not exist.</summary>
    string ResolvePath(string path);
}

using System.Diagnostics.CodeAnalysis;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Tests.Doubles;

/// <summary>Keeps what a command writes, in order, and refuses other threads than the one it was made on, as PowerShell does.</summary>
internal sealed class RecordingStreams : ICommandStreams
{
    private readonly int pipelineThread = Environment.CurrentManagedThreadId;
    private readonly List<Written> written = [];

    public object Scope { get; init; } = new();

    public bool IsWhatIf { get; set; }

    public HashSet<string> Switches { get; } = [];

    /// <summary>What a person answers to questions; null when nobody is there.</summary>
    public int? Answer { get; set; }

    public Func<string, bool> Accepts { get; set; } = _ => true;

    /// <summary>Called before anything is written.</summary>
    public Action<Written> Writing { get; set; } = _ => { };

    public List<(string Target, string Action)> Confirmed { get; } = [];

    public List<(string Message, string[] Labels, int Default)> Questions { get; } = [];

    public IReadOnlyList<Written> Written => written;

    public IReadOnlyList<object> Outputs => [.. written.Where(w => w.Stream == "Output").Select(w => w.Value)];

    public IReadOnlyList<CommandError> Errors => [.. written.Where(w => w.Stream == "Error").Select(w => (CommandError)w.Value)];

    public IReadOnlyList<BcProgress> Bars => [.. written.Where(w => w.Stream == "Progress").Select(w => (BcProgress)w.Value)];

    public bool ReadsPipeline { get; set; }

    public HashSet<string> Given { get; } = [];

    public bool IsGiven(string parameterName) => Given.Contains(parameterName);

    public bool IsOn(string parameterName) => Switches.Contains(parameterName);

    public void Output(object value) => Write("Output", value);

    public void Error(CommandError error) => Write("Error", error);

    [DoesNotReturn]
    public void Stop(CommandError error) => throw new CommandStoppedException(error);

    public void Verbose(string message) => Write("Verbose", message);

    public void Debug(string message) => Write("Debug", message);

    public void Warning(string message) => Write("Warning", message);

    public void Progress(BcProgress progress) => Write("Progress", progress);

    public bool ShouldProcess(string target, string action)
    {
        Confirmed.Add((target, action));
        return !IsWhatIf && Accepts(target);
    }

    public int? Choose(string caption, string message, IReadOnlyList<Choice> choices, int defaultChoice)
    {
        Questions.Add((message, [.. choices.Select(c => c.Label)], defaultChoice));
        return Answer;
    }

    public string ResolvePath(string path) => "/resolved/" + path;

    private void Write(string stream, object value)
    {
        Assert.Equal(pipelineThread, Environment.CurrentManagedThreadId);
        var entry = new Written(stream, value);
        Writing(entry);
        written.Add(entry);
    }
}

using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Documents;

/// <summary>
/// A cmdlet whose records are named by parameters or rows of the pipeline. They are gathered and travel together, so that a thousand cost few
/// requests; a bad row costs itself alone.
/// </summary>
public abstract class GatheringCommand : ConnectedCommand
{
    private readonly List<Guid> ids = [];
    private readonly List<string> numbers = [];
    private readonly Dictionary<string, object> inputs = new(StringComparer.OrdinalIgnoreCase);
    private int rows;
    private bool named;

    private protected GatheringCommand()
    {
    }

    /// <summary>Object from the pipeline whose properties name the record, such as a row of a CSV file.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>What one of them is called, such as Order.</summary>
    private protected abstract string Noun { get; }

    /// <summary>Name of the parameter with the id.</summary>
    private protected abstract string IdField { get; }

    /// <summary>Name of the parameter with the numbers.</summary>
    private protected abstract string NumberField { get; }

    /// <summary>Most that travel together.</summary>
    private protected virtual int Most => 100;

    /// <summary>Works on records that were gathered.</summary>
    private protected abstract void Process(IReadOnlyList<Guid> recordIds, IReadOnlyList<string> recordNumbers);

    /// <summary>Does what the command stands for when it names nothing at all.</summary>
    private protected abstract void ProcessAll();

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (ids.Count + numbers.Count > 0)
            Flush();
        else if (named || Streams.ReadsPipeline)
            return;
        else if (Streams.IsGiven(NumberField) || Streams.IsGiven(IdField))
            Streams.Error(Unnamed());
        else
            ProcessAll();
    }

    /// <summary>Gathers what the row at hand names: by its id, or else by its numbers.</summary>
    private protected void Gather(string? id, string[]? given)
    {
        rows++;
        named |= InputObject is not null;
        string[] texts = [.. (given ?? []).Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text.Trim())];
        if (!string.IsNullOrWhiteSpace(id))
            AddId(id.Trim());
        else if (texts.Length > 0)
            AddNumbers(texts);
        else if (InputObject is not null)
            Streams.Error(Unnamed());
        if (ids.Count + numbers.Count >= Most)
            Flush();
    }

    /// <summary>The error of a row, or a command, that names nothing.</summary>
    private protected CommandError Unnamed() => Refuse(
        $"BcSync.Input.{Noun}Missing", $"{Place}No {Noun.ToLowerInvariant()} is named: {NumberField} and {IdField} are both empty.",
        "Fill one of these fields.", InputObject);

    /// <summary>The row that named a record, or something in its place.</summary>
    private protected object InputOf(Guid? id, string? number, object otherwise) =>
        (id is { } given && inputs.TryGetValue(given.ToString(), out var byId) ? byId : null)
        ?? (number is not null && inputs.TryGetValue(number, out var byNumber) ? byNumber : null)
        ?? otherwise;

    /// <summary>Records as the shell names them when it asks.</summary>
    private protected string Describe(IReadOnlyList<Guid> recordIds, IReadOnlyList<string> recordNumbers)
    {
        var count = recordIds.Count + recordNumbers.Count;
        return count > 1 ? $"{count} {Noun.ToLowerInvariant()}s"
            : $"{Noun} {(recordNumbers is [var number, ..] ? number : recordIds[0].ToString())}";
    }

    /// <summary>Emits results; what went wrong with one is an error beside it.</summary>
    private protected void RunReported<TResult>(
        Func<CommandPump, CancellationToken, IAsyncEnumerable<TResult>> work, Func<TResult, BcSyncError?> errorOf, Func<TResult, object>? inputOf = null)
        where TResult : notnull => Run(async (pump, cancellation) =>
    {
        await foreach (var result in work(pump, cancellation))
        {
            pump.Output(result);
            if (errorOf(result) is { } error)
                pump.Error(CommandError.From(error, inputOf is null ? result : inputOf(result)));
        }
    });

    private string Place => InputObject is null ? string.Empty : $"In row {rows}: ";

    private void AddId(string text)
    {
        named = true;
        if (!Guid.TryParse(text, out var id))
        {
            Streams.Error(Refuse(
                "BcSync.Input.InvalidId", $"{Place}The field {IdField} holds '{text}', which is not an id.",
                "Give a GUID, or leave the field empty and give the number.", InputObject));
            return;
        }

        ids.Add(id);
        Remember(id.ToString());
    }

    private void AddNumbers(string[] texts)
    {
        named = true;
        foreach (var number in texts)
        {
            numbers.Add(number);
            Remember(number);
        }
    }

    private void Remember(string name)
    {
        if (InputObject is not null)
            inputs[name] = InputObject;
    }

    private void Flush()
    {
        Guid[] gatheredIds = [.. ids];
        string[] gatheredNumbers = [.. numbers];
        ids.Clear();
        numbers.Clear();
        Process(gatheredIds, gatheredNumbers);
    }
}

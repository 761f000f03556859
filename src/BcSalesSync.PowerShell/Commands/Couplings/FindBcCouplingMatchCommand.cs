using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands.Couplings;

/// <summary>Proposes which records of both sides belong together, to look at before New-BcCoupling makes it true.</summary>
[Cmdlet(VerbsCommon.Find, "BcCouplingMatch")]
[OutputType(typeof(BcCouplingMatch))]
public sealed class FindBcCouplingMatchCommand : ConnectedCommand
{
    private readonly Dictionary<string, List<string>> searches = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> whole = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of table mappings.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("MappingName", "Table", "Name")]
    [ArgumentCompleter(typeof(MappingNameCompleter))]
    public string[] Mapping { get; set; } = [];

    /// <summary>Numbers or codes in Business Central to report; all when not given.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("No", "Number", "Code", "CustomerNo", "ItemNo")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RecordCompleter))]
    public string[]? BcNo { get; set; }

    /// <summary>Fields to match by instead of those flagged in the mapping, named by either side; all of them must be equal.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(FieldNameCompleter))]
    public string[]? UseField { get; set; }

    /// <summary>Whether upper and lower case count; as the field mappings say when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(typeof(bool))]
    public bool? CaseSensitive { get; set; }

    /// <summary>Also reports rows of Sales that have no partner in Business Central.</summary>
    [Parameter]
    public SwitchParameter IncludeUnmatchedSales { get; set; }

    /// <summary>Gathers what the pipeline names: one search a mapping.</summary>
    protected override void ProcessRecord()
    {
        string[] numbers = [.. (BcNo ?? []).Where(number => !string.IsNullOrWhiteSpace(number)).Select(number => number.Trim())];
        foreach (var name in Mapping)
        {
            if (!searches.TryGetValue(name, out var wanted))
                searches[name] = wanted = [];
            wanted.AddRange(numbers);
            if (numbers.Length == 0)
                whole.Add(name);
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        foreach (var (name, numbers) in searches)
        {
            var request = new MatchRequest
            {
                Mapping = name,
                BcNos = whole.Contains(name) ? [] : numbers,
                Fields = UseField ?? [],
                CaseSensitive = CaseSensitive,
                IncludeUnmatchedSales = Streams.IsOn(nameof(IncludeUnmatchedSales)),
            };
            RunFor(name, (pump, cancellation) => FindAsync(request, pump, cancellation));
        }
    }

    private async Task FindAsync(MatchRequest request, CommandPump pump, CancellationToken cancellation)
    {
        await foreach (var outcome in Session.FindMatchesAsync(request, pump, cancellation))
        {
            if (outcome.Value is not null)
                pump.Output(outcome.Value);
            if (outcome.Error is not null)
                pump.Error(CommandError.From(outcome.Error, outcome.Input));
        }
    }
}

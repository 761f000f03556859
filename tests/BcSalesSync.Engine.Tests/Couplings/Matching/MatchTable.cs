using BcSalesSync.Engine.Couplings.Matching;

namespace BcSalesSync.Engine.Tests.Couplings.Matching;

/// <summary>Records and rows with one value a group, such as a name and a phone number; a null value is left out.</summary>
internal sealed class MatchTable
{
    public const int Groups = 2;

    private readonly MatchIndex index = new();

    public static Guid Record(int number) => new(number, 0, 0, new byte[8]);

    public static Guid Row(int number) => new(number, 1, 0, new byte[8]);

    /// <summary>Adds records first: rows are held against them as they come.</summary>
    public MatchTable WithRecord(int number, params string?[] values)
    {
        index.Add(Record(number), $"C{number:000}", null, [.. values.Select(value => value is null ? null : new string?[] { value })]);
        return this;
    }

    public MatchTable WithRow(int number, string? owner, params string[] values)
    {
        foreach (var entry in index.Fitting([.. values.Select(value => new[] { value })]))
            entry.Add(new MatchRow(Row(number), $"A{number:000}", owner));
        return this;
    }

    public IReadOnlyList<MatchResult> Decide() => MatchDecider.Decide(index.Records, Groups);

    /// <summary>Results in a line each, such as "C001 Matched A001".</summary>
    public string[] Lines() => [.. Decide().Select(result => $"{result.Record.No} {result.Outcome} {result.Row?.Name} {result.Other}".TrimEnd())];
}

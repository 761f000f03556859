namespace BcSalesSync.Engine.Couplings.Csv;

/// <summary>One row of a coupling file as it was read.</summary>
/// <param name="Line">Line of the file on which it starts, from 1.</param>
/// <param name="Raw">The row as it stands in the file.</param>
/// <param name="Fields">Its fields, unquoted.</param>
/// <param name="Malformed">What is wrong with its quoting; null when nothing is.</param>
internal sealed record CouplingRow(long Line, string Raw, IReadOnlyList<string> Fields, string? Malformed)
{
    public bool IsBlank => Fields.All(string.IsNullOrWhiteSpace);

    /// <summary>The text of a field; null when it is blank or the row is too short.</summary>
    public string? this[int? place] => place is { } at && at < Fields.Count && !string.IsNullOrWhiteSpace(Fields[at]) ? Fields[at] : null;

    /// <summary>True when fields follow after the last heading, as an unquoted separator in a text causes.</summary>
    public bool HasMoreThan(int headings) => Fields.Skip(headings).Any(field => field.Length > 0);
}

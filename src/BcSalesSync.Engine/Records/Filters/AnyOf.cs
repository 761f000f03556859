namespace BcSalesSync.Engine.Records.Filters;

/// <summary>At least one part must hold.</summary>
/// <param name="Parts">The parts, at least one.</param>
public sealed record AnyOf(IReadOnlyList<Filter> Parts) : Filter
{
    /// <inheritdoc/>
    public override IEnumerable<string> Columns => Parts.SelectMany(part => part.Columns).Distinct();

    /// <inheritdoc/>
    public override bool Matches(Record record)
    {
        foreach (var part in Parts)
        {
            if (part.Matches(record))
                return true;
        }

        return false;
    }
}

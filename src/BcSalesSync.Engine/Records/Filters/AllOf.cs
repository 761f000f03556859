namespace BcSalesSync.Engine.Records.Filters;

/// <summary>Every part must hold; without parts it always holds.</summary>
/// <param name="Parts">The parts.</param>
public sealed record AllOf(IReadOnlyList<Filter> Parts) : Filter
{
    /// <inheritdoc/>
    public override IEnumerable<string> Columns => Parts.SelectMany(part => part.Columns).Distinct();

    /// <inheritdoc/>
    public override bool Matches(Record record)
    {
        foreach (var part in Parts)
        {
            if (!part.Matches(record))
                return false;
        }

        return true;
    }
}

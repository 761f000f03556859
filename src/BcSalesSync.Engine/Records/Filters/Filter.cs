namespace BcSalesSync.Engine.Records.Filters;

/// <summary>
/// A condition on records, understood by both systems: endpoints translate it for the wire, and the engine applies it itself where the wire
/// cannot (change tracking takes no filter, spec/wire-dataverse.md 4).
/// </summary>
public abstract record Filter
{
    /// <summary>Lets every record pass.</summary>
    public static Filter All { get; } = new AllOf([]);

    /// <summary>True when the record passes.</summary>
    public abstract bool Matches(Record record);

    /// <summary>Columns the condition looks at, each once.</summary>
    public abstract IEnumerable<string> Columns { get; }
}

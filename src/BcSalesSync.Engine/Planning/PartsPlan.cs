using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Planning;

/// <summary>What is to be done with the parts of a record, such as the lines of an order, along with the record itself.</summary>
/// <param name="Pass">The pass of the parts.</param>
/// <param name="Actions">One action for each part of the source.</param>
public sealed record PartsPlan(PassDefinition Pass, IReadOnlyList<PlannedAction> Actions)
{
    /// <summary>Couplings whose part of the source is gone, so that they and their counterparts go.</summary>
    public IReadOnlyList<CouplingState> Gone { get; init; } = [];

    /// <summary>All parts that the destination holds now, those that the mapping does not look at included.</summary>
    public IReadOnlyList<Record> Held { get; init; } = [];

    /// <summary>What is written along without a counterpart of its own; in Sales before the parts, which may need it, in Business Central after them.</summary>
    public IReadOnlyList<LoosePart> Loose { get; init; } = [];

    /// <summary>Numbers that new parts get, where what is written along refers to them.</summary>
    public IReadOnlyDictionary<PlannedAction, int> Places { get; init; } = new Dictionary<PlannedAction, int>();

    /// <summary>Value of the column that is written after the parts; null when it stays.</summary>
    public FieldValue? Last { get; init; }

    /// <summary>True when the document is left open for a person to finish instead of being closed again.</summary>
    public bool StaysOpen { get; init; }

    /// <summary>True when something is written.</summary>
    public bool Writes => Gone.Count > 0 || Loose.Count > 0 || Last is not null || Actions.Any(action => action.IsWrite);
}

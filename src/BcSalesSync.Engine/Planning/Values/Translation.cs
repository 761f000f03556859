using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Planning.Values;

/// <summary>What a source value becomes on the other side.</summary>
public sealed record Translation
{
    private Translation()
    {
    }

    /// <summary>The row takes no part: nothing is compared and nothing written.</summary>
    public static Translation LeaveAlone { get; } = new() { Applies = false };

    /// <summary>False when the row takes no part.</summary>
    public bool Applies { get; private init; } = true;

    /// <summary>The value; empty when there is none or the reference is not coupled.</summary>
    public FieldValue Value { get; private init; }

    /// <summary>The record that must be coupled first; null when nothing is missing.</summary>
    public AwaitedReference? Missing { get; private init; }

    /// <summary>Why the value cannot be had for good; null when it can.</summary>
    public PlanFailure? Failure { get; private init; }

    /// <summary>
    /// True when an empty value must not take away what the destination holds, because that refers to a record the source side cannot know
    /// (spec/engine.md 3.9, spec/mappings.md 2.0).
    /// </summary>
    public bool KeepsExisting { get; private init; }

    /// <summary>The same, not taking away what the destination holds.</summary>
    public Translation KeepingExisting() => this with { KeepsExisting = true };

    /// <summary>The same with the value in another form.</summary>
    public Translation With(FieldValue value) => this with { Value = value };

    /// <summary>A value.</summary>
    public static Translation To(FieldValue value) => new() { Value = value };

    /// <summary>A reference to a record that is not coupled.</summary>
    public static Translation NotCoupled(AwaitedReference reference, PlanFailure failure) =>
        new() { Missing = reference, Failure = failure };

    /// <summary>A value that cannot be had.</summary>
    public static Translation Failed(PlanFailure failure) => new() { Failure = failure };
}

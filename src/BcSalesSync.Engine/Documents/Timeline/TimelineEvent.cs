using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Timeline;

/// <summary>Something that happened to an order.</summary>
/// <param name="Source">What happened.</param>
/// <param name="Record">The record that tells it.</param>
/// <param name="Order">Coupling of the order.</param>
internal sealed record TimelineEvent(TimelineSource Source, Record Record, CouplingState Order)
{
    /// <summary>Id of the post: the same for the same event, so that it cannot be posted twice.</summary>
    public Guid PostId(Guid company) => DerivedId.For(company, $"post/{Source.Event}", Record.Id);
}

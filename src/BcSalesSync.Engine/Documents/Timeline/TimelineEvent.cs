using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Timeline;

/// <summary>Something that happened to an order.</summary>
/// <param name="Source">What happened.</param>
/// <param name="Record">The record that tells it.</param>
/// <param name="Order">Coupling of the order.</param>
internal sealed record TimelineEvent(TimelineSource Source, Record Record, CouplingState Order)
{
    /// <summary>Account of the customer, whose wall tells it too; null where it does not.</summary>
    public Guid? Account { get; init; }

    /// <summary>What that wall says; null where it says nothing (spec/documents.md 3.3).</summary>
    public string? WallText => (Account, Source.Event) switch
    {
        ({ }, TimelineSource.Shipment) => $"Business Central booked order {Order.SalesName}.",
        ({ }, TimelineSource.Invoice) => $"Business Central booked invoice {Record["number"]} (order {Order.SalesName}).",
        _ => null,
    };

    /// <summary>Id of the post: the same for the same event, so that it cannot be posted twice.</summary>
    public Guid PostId(Guid company) => DerivedId.For(company, $"post/{Source.Event}", Record.Id);

    /// <summary>Id of the post on the wall of the account.</summary>
    public Guid WallPostId(Guid company) => DerivedId.For(company, $"post/account/{Source.Event}", Record.Id);
}

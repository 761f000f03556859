namespace BcSalesSync.Engine.Documents.Invoices.Lookups;

/// <summary>A unit of an item or resource.</summary>
/// <param name="Id">SystemId.</param>
/// <param name="SalesId">The coupled unit in Sales; null when there is none.</param>
internal sealed record InvoiceUnit(Guid Id, Guid? SalesId);

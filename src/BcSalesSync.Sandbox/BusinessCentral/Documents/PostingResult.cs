using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// What a posting made.
internal sealed record PostingResult(Row? Shipment, Row? Invoice);

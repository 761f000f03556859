using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Building;

/// <summary>
/// One address of a document. A wholly empty one leaves what the customer brought; otherwise every part is written, empty ones too
/// (spec/documents.md 1.4.2).
/// </summary>
internal sealed record AddressBlock(string Sales, string Bc, string Caption)
{
    private static readonly (string Sales, string Bc)[] Order =
    [
        ("line1", "AddressLine1"), ("line2", "AddressLine2"), ("postalcode", "PostCode"), ("city", "City"), ("country", "Country"),
        ("stateorprovince", "State"),
    ];

    private static readonly (string Sales, string Bc)[] Quote =
    [
        ("line1", "AddressLine1"), ("line2", "AddressLine2"), ("city", "City"), ("postalcode", "PostCode"), ("country", "Country"),
        ("stateorprovince", "State"),
    ];

    /// <summary>The addresses of a document, in the order in which they are set.</summary>
    public static IReadOnlyList<AddressBlock> All { get; } =
    [
        new("billto", "billTo", "Bill-to Address"), new("shipto", "shipTo", "Ship-to Address"),
    ];

    /// <summary>Sets the address of a document.</summary>
    public void Set(HeaderDraft draft, SalesDocument document)
    {
        var parts = document.Kind is DocumentKind.Quote ? Quote : Order;
        if (parts.All(part => Value(part.Sales).IsEmpty))
            return;
        foreach (var (sales, bc) in parts)
            draft.Set($"{Bc}{bc}", Value(sales), Caption);

        FieldValue Value(string part) => document.Header[$"{Sales}_{part}"];
    }
}

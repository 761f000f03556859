using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents;

/// <summary>A document as it stands in Sales.</summary>
/// <param name="Shape">Where its parts are.</param>
/// <param name="Header">The header.</param>
/// <param name="Lines">The lines in the order in which the seller put them.</param>
internal sealed record SalesDocument(DocumentShape Shape, Record Header, IReadOnlyList<Record> Lines)
{
    /// <summary>Row id.</summary>
    public Guid Id => Header.Id;

    /// <summary>The kind.</summary>
    public DocumentKind Kind => Shape.Kind;

    /// <summary>Number in Sales.</summary>
    public string Number => Header[Shape.NumberColumn].ToString();

    /// <summary>Number of the state.</summary>
    public int State => (int)(Header["statecode"].AsNumber() ?? -1);

    /// <summary>A number of the header, 0 when blank.</summary>
    public decimal Amount(string column) => Header[column].AsNumber() ?? 0;
}

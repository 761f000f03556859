using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Documents;

/// <summary>Where Sales keeps the parts of a kind of document.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Table">Table of the headers.</param>
/// <param name="NumberColumn">Column with the number.</param>
/// <param name="LineTable">Table of the lines.</param>
internal sealed record DocumentShape(DocumentKind Kind, string Table, string NumberColumn, string LineTable)
{
    private static readonly string[] AddressParts = ["line1", "line2", "city", "postalcode", "country", "stateorprovince"];

    private static readonly string[] Common =
    [
        "name", "customerid", "bcbi_companyid", "transactioncurrencyid", "requestdeliveryby", "description", "statecode", "statuscode",
        "paymenttermscode", "freighttermscode", "shippingmethodcode",
        "discountamount", "discountpercentage", "freightamount", "totallineitemamount", "totalamountlessfreight", "totalamount",
        .. Address("billto"), .. Address("shipto"),
    ];

    /// <summary>Orders.</summary>
    public static DocumentShape Order { get; } = new(DocumentKind.Order, "salesorder", "ordernumber", "salesorderdetail")
    {
        Own = ["quoteid", "lastbackofficesubmit"],
    };

    /// <summary>Quotes.</summary>
    public static DocumentShape Quote { get; } = new(DocumentKind.Quote, "quote", "quotenumber", "quotedetail")
    {
        Own = ["effectiveto", "revisionnumber"],
    };

    /// <summary>Invoices; their lines are only written.</summary>
    public static DocumentShape Invoice { get; } = new(DocumentKind.Invoice, "invoice", "invoicenumber", "invoicedetail");

    /// <summary>Columns of the lines.</summary>
    public static IReadOnlyList<string> LineColumns { get; } =
    [
        "sequencenumber", "lineitemnumber", "productid", "productdescription", "description", "uomid", "quantity", "priceperunit",
        "volumediscountamount", "manualdiscountamount",
    ];

    /// <summary>Column of a line that points at its document.</summary>
    public string Parent => $"{Table}id";

    /// <summary>Columns of the header that the kind shares with the others, and its own.</summary>
    public IReadOnlyList<string> Columns => [NumberColumn, .. Common, .. Own];

    private IReadOnlyList<string> Own { get; init; } = [];

    private static IEnumerable<string> Address(string block) =>
        AddressParts.Select(part => $"{block}_{part}");
}

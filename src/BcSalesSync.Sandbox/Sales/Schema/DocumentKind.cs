namespace BcSalesSync.Sandbox.Sales.Schema;

// Quotes, orders and invoices: header and lines, and by what a number of their own begins.
internal sealed class DocumentKind
{
    public static readonly DocumentKind Quote = new(SalesSchema.Quote, SalesSchema.QuoteLine, "quotenumber", "QUO");

    public static readonly DocumentKind Order = new(SalesSchema.Order, SalesSchema.OrderLine, "ordernumber", "ORD");

    public static readonly DocumentKind Invoice = new(SalesSchema.Invoice, SalesSchema.InvoiceLine, "invoicenumber", "INV");

    private static readonly DocumentKind[] All = [Quote, Order, Invoice];
    private static readonly Dictionary<SalesTable, DocumentKind> ByHeader = All.ToDictionary(kind => kind.Header);
    private static readonly Dictionary<SalesTable, DocumentKind> ByLine = All.ToDictionary(kind => kind.Line);

    private DocumentKind(SalesTable header, SalesTable line, string number, string prefix)
    {
        Header = header;
        Line = line;
        Prefix = prefix;
        HeaderColumns = new HeaderColumns(header, number);
        LineColumns = new LineColumns(line, header.Name);
    }

    public SalesTable Header { get; }

    public SalesTable Line { get; }

    public string Prefix { get; }

    public HeaderColumns HeaderColumns { get; }

    public LineColumns LineColumns { get; }

    public static DocumentKind? OfHeader(SalesTable table) => ByHeader.GetValueOrDefault(table);

    public static DocumentKind? OfLine(SalesTable table) => ByLine.GetValueOrDefault(table);
}

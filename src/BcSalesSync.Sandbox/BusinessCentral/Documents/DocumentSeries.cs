using System.Globalization;
using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// Number series of documents: a prefix and a rising number.
internal sealed record DocumentSeries(string Prefix, int Start)
{
    public static DocumentSeries Shipment { get; } = new("PS-SHPT", 102_000);

    public static DocumentSeries PostedInvoice { get; } = new("PS-INV", 103_000);

    public static DocumentSeries PostedCreditMemo { get; } = new("PS-CR", 104_000);

    public static DocumentSeries Payment { get; } = new("PAY", 10_000);

    public string Counter => "bc.series." + Prefix;

    public static DocumentSeries Of(string documentType) => documentType switch
    {
        SalesHeaderTable.Quote => new DocumentSeries("S-QUO", 1000),
        SalesHeaderTable.Order => new DocumentSeries("S-ORD", 1000),
        SalesHeaderTable.Invoice => new DocumentSeries("S-INV", 1000),
        "Credit Memo" => new DocumentSeries("S-CR", 1000),
        "Blanket Order" => new DocumentSeries("S-BLK", 1000),
        _ => new DocumentSeries("S-RETORD", 1000),
    };

    public string Numbered(long running) => Prefix + (Start + running).ToString(CultureInfo.InvariantCulture);

    public string Next(BcSession session, Table table)
    {
        while (true)
        {
            var number = Numbered(session.NextOf(Counter));
            if (session.FindByKey(table, number) is null)
            {
                return number;
            }
        }
    }
}

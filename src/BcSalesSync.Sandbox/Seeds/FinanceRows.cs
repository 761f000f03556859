using BcSalesSync.Sandbox.BusinessCentral.Schema;

namespace BcSalesSync.Sandbox.Seeds;

// VAT rates and accounts every company has.
internal sealed class FinanceRows(BcRowWriter rows)
{
    public const string Freight = "6810";

    private const decimal StandardRate = 25m;
    private const decimal ReducedRate = 12m;

    public void Load()
    {
        foreach (var (business, product, percent) in new[]
        {
            ("", "", StandardRate), ("", "REDUCED", ReducedRate), ("", "ZERO", 0m),
            ("DOMESTIC", "", StandardRate), ("DOMESTIC", "REDUCED", ReducedRate), ("DOMESTIC", "ZERO", 0m),
            ("EXPORT", "", 0m), ("EXPORT", "REDUCED", 0m), ("EXPORT", "ZERO", 0m),
        })
        {
            rows.Put(
                VatSetupTable.Table, $"{business}/{product}", (VatSetupTable.BusinessGroup, business),
                (VatSetupTable.ProductGroup, product), (VatSetupTable.Percent, percent));
        }

        Put("6110", "Sales, Trade");
        Put(Freight, "Freight Income");
        Put("8710", "Freight");
        rows.Put(
            GlAccountTable.Table, "6995", (GlAccountTable.Number, "6995"), (GlAccountTable.Name, "Total Revenue"),
            (GlAccountTable.Type, "End-Total"));
    }

    private void Put(string number, string name) => rows.Put(
        GlAccountTable.Table, number, (GlAccountTable.Number, number), (GlAccountTable.Name, name), (GlAccountTable.DirectPosting, true),
        (GlAccountTable.GeneralGroup, "SERVICES"));
}

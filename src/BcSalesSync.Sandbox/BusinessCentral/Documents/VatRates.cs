using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// The VAT posting set-up.
internal sealed class VatRates(BcSession session)
{
    public decimal Percent(string businessGroup, string productGroup)
    {
        var table = session.Data(VatSetupTable.Table);
        var row = table.FindByKey(column => column == VatSetupTable.BusinessGroup ? businessGroup : productGroup)
            ?? throw BcException.Refused(
                "Internal_RecordNotFound",
                "The VAT Posting Setup does not exist. Identification fields and values: "
                + $"VAT Bus. Posting Group='{businessGroup}',VAT Prod. Posting Group='{productGroup}'");
        return (decimal)row[VatSetupTable.Percent]!;
    }
}

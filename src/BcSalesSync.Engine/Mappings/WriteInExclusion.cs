using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Mappings;

/// <summary>Leaves out the item or resource that stands for written-in products, whatever the filter says (spec/mappings.md 3.4).</summary>
internal static class WriteInExclusion
{
    private const string Number = "number";

    /// <summary>The mapping's condition on one side, without the write-in product of the set-up.</summary>
    public static Filter FilterOn(this BcSyncSetup setup, TableMapping mapping, SystemSide side, Guid? companyRow)
    {
        var filter = mapping.FilterOn(side, companyRow);
        var others = side is SystemSide.Sales ? Filter.All : setup.ButWriteIn(mapping);
        return others == Filter.All ? filter : new AllOf([.. filter is AllOf all ? all.Parts : [filter], others]);
    }

    /// <summary>Lets every record of Business Central pass but the write-in product.</summary>
    public static Filter ButWriteIn(this BcSyncSetup setup, TableMapping mapping) =>
        setup.WriteInProductNo is { } number && mapping.WriteInProduct == setup.WriteInProductType
            ? new Condition(Number, FilterOperator.NotEqual, FieldValue.Text(number))
            : Filter.All;
}

using BcSalesSync.Engine.Couplings;

namespace BcSalesSync.Engine.Documents;

/// <summary>Families of the records that documents refer to, and the mappings that couple them.</summary>
internal static class MasterFamily
{
    public const string Customers = StatisticsRemoval.Customers;

    public const string Items = "items|product";

    public const string Resources = "resources|product";

    public const string ItemUnits = "itemUnitsOfMeasure|uom";

    public const string ResourceUnits = "resourceUnitsOfMeasure|uom";

    public const string CustomerMapping = "CUSTOMER";

    public const string ItemMapping = "ITEM-PRODUCT";

    public const string ResourceMapping = "RESOURCE-PRODUCT";

    public const string ItemUnitMapping = "ITEM UOM";

    public const string ResourceUnitMapping = "RESOURCE UOM";

    public const string Currencies = "currencies|transactioncurrency";

    public const string CurrencyMapping = "CURRENCY";

    public const string Salespeople = "salespeoplePurchasers|systemuser";
}

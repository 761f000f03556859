using BcSalesSync.Sandbox.Sales.Writing.States;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// The rules in the order they act: what is missing first, then what follows from other columns, the stamps last. Rows of a seed
// bring their stamps along.
internal static class RowRules
{
    public static IReadOnlyList<IRowRule> Of(SalesOrganization organization) => [.. ForSeed(organization), new StampRule(organization)];

    public static IReadOnlyList<IRowRule> ForSeed(SalesOrganization organization) =>
    [
        new DocumentLineRule(organization),
        new DefaultsRule(organization),
        new BirthStateRule(organization),
        new StateRule(),
        new RequiredRule(),
        new UnitGroupRule(),
        new UnitRule(organization),
        new ProductRule(organization),
        new PriceListRule(organization),
        new PriceLineRule(organization),
        new OpportunityRule(organization),
        new DocumentRule(organization),
        new RegardingRule(organization),
        new OwnerRule(organization),
        new LineAmountRule(organization),
        new DocumentTotalRule(organization),
        new CurrencyAmountRule(organization),
        new CurrencyRule(organization),
        new FullNameRule(),
        new ParentCustomerRule(organization),
        new AddressRule(),
    ];
}
